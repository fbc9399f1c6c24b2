def check_zero_pad():
    np.random.seed(1)
    x = np.random.randn(4, 3, 3, 2)
    x_pad = zero_pad(x.copy(), 3)
    if x_pad is None:
        return "not filled in yet"

    assert np.shape(x_pad) == (4, 9, 9, 2), (
        f"zero_pad: with pad 3, shape (4, 3, 3, 2) must become (4, 9, 9, 2), and becomes {np.shape(x_pad)}")
    assert np.allclose(x_pad[1, 1], 0), "zero_pad: x_pad[1, 1] is a row of the border, so it must be all zeros"
    inside = x_pad[:, 3:6, 3:6]
    assert np.allclose(inside, x), "zero_pad: the image must stand in the middle as it was"
    assert np.isclose(np.abs(x_pad).sum(), np.abs(x).sum()), "zero_pad: the border must hold nothing but zeros"

    np.random.seed(1)
    x_pad = zero_pad(np.random.randn(5, 4, 4, 3), 2)
    assert np.shape(x_pad) == (5, 8, 8, 3), (
        f"zero_pad: with pad 2, shape (5, 4, 4, 3) must become (5, 8, 8, 3), and becomes {np.shape(x_pad)}")
    return "the published checks pass"
