def check_pool_backward():
    np.random.seed(1)
    A_prev = np.random.randn(5, 5, 3, 2)
    dA = np.random.randn(5, 4, 2, 2)
    cache = (A_prev, {"stride": 1, "f": 2})
    dA_prev = pool_backward(dA, cache, mode="max")
    if dA_prev is None:
        return "not filled in yet"

    assert np.shape(dA_prev) == (5, 5, 3, 2), f"pool_backward: dA_prev must be shaped like A_prev, (5, 5, 3, 2), and has {np.shape(dA_prev)}"
    wanted = [[0, 0], [5.05844394, -1.68282702], [0, 0]]
    assert np.allclose(dA_prev[1, 1], wanted), f"pool_backward: max: dA_prev[1, 1] must be {wanted}, and is {dA_prev[1, 1]}"

    dA_prev = pool_backward(dA, cache, mode="average")
    wanted = [[0.08485462, 0.2787552], [1.26461098, -0.25749373], [1.17975636, -0.53624893]]
    assert np.shape(dA_prev) == (5, 5, 3, 2), f"pool_backward: average: dA_prev must have shape (5, 5, 3, 2), and has {np.shape(dA_prev)}"
    assert np.allclose(dA_prev[1, 1], wanted), f"pool_backward: average: dA_prev[1, 1] must be {wanted}, and is {dA_prev[1, 1]}"
    return "the published checks pass"
