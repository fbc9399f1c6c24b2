def create_mask_from_window(x):
    mask = np.where(x == np.max(x), 1, 0)  #:
    return mask
