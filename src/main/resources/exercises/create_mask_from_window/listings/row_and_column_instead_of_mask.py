def create_mask_from_window(x):
    mask = np.unravel_index(np.argmax(x), x.shape)  #:
    return mask
