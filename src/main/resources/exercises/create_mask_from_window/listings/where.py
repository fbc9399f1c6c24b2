def create_mask_from_window(x):
    mask = np.full(x.shape, False)
    places = np.where(x == np.max(x))  #:
    mask[places] = True  #:
    return mask
