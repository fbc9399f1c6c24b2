def zero_pad(X, pad):
    widths = ((0, 0), (pad, pad), (pad, pad), (0, 0))
    X_pad = np.pad(X, widths, mode="reflect")  #:
    return X_pad
