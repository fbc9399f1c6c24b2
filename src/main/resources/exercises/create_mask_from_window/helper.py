def create_mask_from_window(x):
    return x == np.max(x)
