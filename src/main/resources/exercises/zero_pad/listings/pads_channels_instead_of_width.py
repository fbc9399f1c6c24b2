def zero_pad(X, pad):
    widths = ((0, 0), (pad, pad), (0, 0), (pad, pad))  #:
    X_pad = np.pad(X, widths, mode="constant", constant_values=0)
    return X_pad
