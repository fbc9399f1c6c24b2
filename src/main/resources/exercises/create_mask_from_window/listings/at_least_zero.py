def create_mask_from_window(x):
    mask = (x >= 0)  #:
    return mask
