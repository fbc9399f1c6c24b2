def create_mask_from_window(x):
    mask = (x == max(x))  #:
    return mask
