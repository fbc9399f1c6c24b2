def conv_forward(A_prev, W, b, hparameters):
    """Slides every filter over every image.

    A_prev       array (m, n_H_prev, n_W_prev, n_C_prev)
    W            array (f, f, n_C_prev, n_C): n_C filters
    b            array (1, 1, 1, n_C): a bias for each
    hparameters  {"stride": int, "pad": int}
    Returns Z, an array (m, n_H, n_W, n_C), and the cache (A_prev, W, b, hparameters).

    zero_pad and conv_single_step are there to be called.
    """
    # Read the lengths off the shapes, and stride and pad from hparameters
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape

    # How many windows fit, down and across? Whole ones only
    n_H = None
    n_W = None

    # Make room for the result, and pad the input
    Z = None
    A_prev_pad = None

    # For each example i, and each place (h, w) of the output:
    #     find the corners of the window, vert_start:vert_end and horiz_start:horiz_end
    #     cut the window out of the padded example, with all its channels
    #     for each filter c: apply it, and keep the number in Z[i, h, w, c]

    cache = (A_prev, W, b, hparameters)
    return Z, cache
