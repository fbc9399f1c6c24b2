def pool_forward(A_prev, hparameters, mode="max"):
    """Keeps one number of each window and channel: the greatest, or the mean.

    A_prev       array (m, n_H_prev, n_W_prev, n_C_prev)
    hparameters  {"f": int, "stride": int}
    mode         "max" or "average"
    Returns A, an array (m, n_H, n_W, n_C_prev), and the cache (A_prev, hparameters).
    """
    # Read the lengths off the shape, and f and stride from hparameters
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape

    # How many windows fit, down and across? There is no padding
    n_H = None
    n_W = None

    # Make room for the result
    A = None

    # For each example i, each place (h, w) of the output and each channel c:
    #     find the corners of the window
    #     cut it out of this example and this channel
    #     keep its maximum or its mean, as mode says, in A[i, h, w, c]

    cache = (A_prev, hparameters)
    return A, cache
