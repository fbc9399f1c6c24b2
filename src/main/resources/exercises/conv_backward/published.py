def check_conv_backward():
    np.random.seed(1)
    A_prev = np.random.randn(10, 4, 4, 3)
    W = np.random.randn(2, 2, 3, 8)
    b = np.random.randn(1, 1, 1, 8)
    hparameters = {"pad": 2, "stride": 2}
    # The published figures take the output of conv_forward as the gradient, so they need a right one
    try:
        Z, cache = conv_forward(A_prev.copy(), W, b, hparameters)
        forward_is_right = np.shape(Z) == (10, 4, 4, 8) and np.isclose(np.mean(Z), 0.04899520352885578)
    except Exception:
        forward_is_right = False
    dZ = Z if forward_is_right else np.ones((10, 4, 4, 8))
    dA, dW, db = conv_backward(dZ, (A_prev.copy(), W, b, hparameters))
    if dA is None or dW is None or db is None:
        return "not filled in yet"

    assert np.shape(dA) == (10, 4, 4, 3), f"conv_backward: dA_prev must be shaped like A_prev, (10, 4, 4, 3), and has {np.shape(dA)}"
    assert np.shape(dW) == (2, 2, 3, 8), f"conv_backward: dW must be shaped like W, (2, 2, 3, 8), and has {np.shape(dW)}"
    assert np.shape(db) == (1, 1, 1, 8), f"conv_backward: db must be shaped like b, (1, 1, 1, 8), and has {np.shape(db)}"
    if not forward_is_right:
        assert np.allclose(db, 160), f"conv_backward: where dZ is 1 in all 160 places, db must be 160, and is {db}"
        return "the shapes are right; the published figures need a right conv_forward first"
    assert np.isclose(np.mean(dA), 1.4524377775388075), (
        f"conv_backward: the mean of dA_prev must be 1.4524377775388075, and is {np.mean(dA)}")
    assert np.isclose(np.mean(dW), 1.7269914583139097), (
        f"conv_backward: the mean of dW must be 1.7269914583139097, and is {np.mean(dW)}")
    assert np.isclose(np.mean(db), 7.839232564616838), (
        f"conv_backward: the mean of db must be 7.839232564616838, and is {np.mean(db)}")
    return "the published checks pass"
