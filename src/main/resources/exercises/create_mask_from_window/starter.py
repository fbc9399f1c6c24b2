def create_mask_from_window(x):
    """Marks the greatest number of a window.

    x  array (f, f)
    Returns an array like x: True where x is greatest, False elsewhere.
    """
    mask = None

    return mask
