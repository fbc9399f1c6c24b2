def check_create_mask_from_window():
    np.random.seed(1)
    x = np.random.randn(2, 3)
    mask = create_mask_from_window(x.copy())
    if mask is None:
        return "not filled in yet"

    wanted = [[True, False, False], [False, False, False]]
    assert np.shape(mask) == (2, 3), f"create_mask_from_window: the mask must have the window's shape, (2, 3), and has {np.shape(mask)}"
    assert np.array_equal(mask, wanted), f"create_mask_from_window: for\n{x}\nthe mask must be\n{np.array(wanted)}\nand is\n{mask}"

    x = np.array([[-1, 2, 3], [2, -3, 2], [1, 5, -2]])
    mask = create_mask_from_window(x.copy())
    wanted = [[False, False, False], [False, False, False], [False, True, False]]
    assert np.array_equal(mask, wanted), f"create_mask_from_window: for\n{x}\nthe mask must be\n{np.array(wanted)}\nand is\n{mask}"
    return "the published checks pass"
