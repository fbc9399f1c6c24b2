x = np.array([[-1, 2, 3], [2, -3, 2], [1, 5, -2]])
create_mask_from_window(x)
