def zero_pad(X, pad):
    around = (pad, pad)
    widths = ((0, 0), around, around, (0, 0))  #:
    return np.pad(X, widths)  #:
