def conv_backward(dZ, cache):
    """Sends the gradient of the output back to input, filters and biases.

    dZ     array (m, n_H, n_W, n_C): the gradient for Z
    cache  (A_prev, W, b, hparameters), as conv_forward returned it
    Returns dA_prev shaped like A_prev, dW shaped like W, and db shaped like b.

    zero_pad is there to be called.
    """
    A_prev, W, b, hparameters = cache
    m, n_H, n_W, n_C = dZ.shape

    # Make room for the three gradients, all zeros; that of the input as large as the padded input
    dW = None
    db = None

    # For each example i, each place (h, w) and each filter c:
    #     find the corners of the window, as in conv_forward
    #     the window of the input's gradient gets the filter times dZ[i, h, w, c]
    #     the filter's gradient gets the window times dZ[i, h, w, c]
    #     the bias's gradient gets dZ[i, h, w, c]
    # Windows overlap, so every share is added to what is there

    # Cut the padding off
    dA_prev = None

    return dA_prev, dW, db
