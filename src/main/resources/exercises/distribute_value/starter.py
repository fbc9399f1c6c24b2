def distribute_value(dz, shape):
    """Spreads a number evenly over a window.

    dz     number
    shape  (n_H, n_W)
    Returns an array of this shape, whose cells add up to dz.
    """
    n_H, n_W = shape

    # What does each cell get?
    average = None
    # Fill the window with it
    a = None

    return a
