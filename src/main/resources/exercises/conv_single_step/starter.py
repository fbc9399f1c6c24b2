def conv_single_step(a_slice_prev, W, b):
    """Applies one filter to one window.

    a_slice_prev  array (f, f, n_C_prev): the window
    W             array (f, f, n_C_prev): the filter
    b             array (1, 1, 1): its bias
    Returns one number.
    """
    # Multiply the window and the filter cell by cell
    s = None
    # Add up all the products
    Z = None
    # Add the bias once. It comes as an array of shape (1, 1, 1): b.item() is the number in it
    Z = None

    return Z
