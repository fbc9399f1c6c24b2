def create_mask_from_window(x):
    mask = np.max(x)  #:
    return mask
