def create_mask_from_window(x):
    mask = np.zeros(x.shape, dtype=bool)
    first = np.unravel_index(np.argmax(x), x.shape)  #:
    mask[first] = True  #:
    return mask
