def check_conv_forward():
    np.random.seed(1)
    A_prev = np.random.randn(2, 5, 7, 4)
    W = np.random.randn(3, 3, 4, 8)
    b = np.random.randn(1, 1, 1, 8)
    Z, cache = conv_forward(A_prev.copy(), W, b, {"pad": 1, "stride": 2})
    if Z is None:
        return "not filled in yet"

    assert np.shape(Z) == (2, 3, 4, 8), f"conv_forward: Z must have shape (2, 3, 4, 8), and has {np.shape(Z)}"
    wanted = [-2.17796037, 8.07171329, -0.5772704, 3.36286738, 4.48113645, -2.89198428, 10.99288867, 3.03171932]
    assert np.allclose(Z[0, 2, 1], wanted), f"conv_forward: Z[0, 2, 1] must be {wanted}, and is {Z[0, 2, 1]}"
    assert np.isclose(np.mean(Z), 0.5511276474566768), (
        f"conv_forward: the mean of Z must be 0.5511276474566768, and is {np.mean(Z)}")
    assert len(cache) == 4, f"conv_forward: the cache must be (A_prev, W, b, hparameters), and has {len(cache)} parts"
    wanted = [-1.1191154, 1.9560789, -0.3264995, -1.34267579]
    assert np.shape(cache[0]) == A_prev.shape and np.allclose(cache[0][1][2][3], wanted), (
        "conv_forward: the first part of the cache must be A_prev as it came in, without padding")

    np.random.seed(1)
    A_prev = np.random.randn(10, 4, 4, 3)
    W = np.random.randn(2, 2, 3, 8)
    b = np.random.randn(1, 1, 1, 8)
    Z, cache = conv_forward(A_prev, W, b, {"pad": 2, "stride": 2})
    assert np.shape(Z) == (10, 4, 4, 8), f"conv_forward: with pad 2, Z must have shape (10, 4, 4, 8), and has {np.shape(Z)}"
    assert np.isclose(np.mean(Z), 0.04899520352885578), (
        f"conv_forward: with pad 2, the mean of Z must be 0.04899520352885578, and is {np.mean(Z)}")
    wanted = [-0.61490741, -6.7439236, -2.55153897, 1.75698377, 3.56208902, 0.53036437, 5.18531798, 8.75898442]
    assert np.allclose(Z[3, 2, 1], wanted), f"conv_forward: with pad 2, Z[3, 2, 1] must be {wanted}, and is {Z[3, 2, 1]}"
    return "the published checks pass"
