def zero_pad(X, pad):
    around = (2 * pad, 2 * pad)  #:
    widths = ((0, 0), around, around, (0, 0))  #:
    X_pad = np.pad(X, widths, mode="constant", constant_values=0)
    return X_pad
