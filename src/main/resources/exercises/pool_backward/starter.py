def pool_backward(dA, cache, mode="max"):
    """Sends the gradient of pooling back to its input.

    dA     array (m, n_H, n_W, n_C): the gradient for A
    cache  (A_prev, hparameters), as pool_forward returned it
    mode   "max" or "average"
    Returns dA_prev, shaped like A_prev.

    create_mask_from_window and distribute_value are there to be called.
    """
    A_prev, hparameters = cache
    m, n_H, n_W, n_C = dA.shape

    # Make room for the gradient, all zeros
    dA_prev = None

    # For each example i, each place (h, w) and each channel c:
    #     find the corners of the window, as in pool_forward
    #     "max": the greatest cell of the window gets dA[i, h, w, c]
    #     "average": every cell of the window gets an equal share of it
    # Windows may overlap, so every share is added to what is there

    return dA_prev
