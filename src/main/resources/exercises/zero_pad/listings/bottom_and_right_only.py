def zero_pad(X, pad):
    widths = ((0, 0), (0, pad), (0, pad), (0, 0))  #:
    X_pad = np.pad(X, widths, mode="constant", constant_values=0)
    return X_pad
