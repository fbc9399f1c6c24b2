def zero_pad(X, pad):
    """Surrounds each image of X with a border of zeros.

    X    array (m, n_H, n_W, n_C): m images with n_C channels
    pad  int: how many rows and columns to add on each side
    Returns an array (m, n_H + 2 * pad, n_W + 2 * pad, n_C).
    """
    # Only height and width grow; the examples and the channels stay as they are
    X_pad = None

    return X_pad
