def check_pool_forward():
    np.random.seed(1)
    A_prev = np.random.randn(2, 5, 5, 3)
    A, cache = pool_forward(A_prev.copy(), {"stride": 1, "f": 3})
    if A is None:
        return "not filled in yet"

    assert np.shape(A) == (2, 3, 3, 3), f"pool_forward: with stride 1, A must have shape (2, 3, 3, 3), and has {np.shape(A)}"
    wanted = [[1.96710175, 0.84616065, 1.27375593], [1.96710175, 0.84616065, 1.23616403], [1.62765075, 1.12141771, 1.2245077]]
    assert np.allclose(A[1, 1], wanted), f"pool_forward: max, stride 1: A[1, 1] must be {wanted}, and is {A[1, 1]}"
    assert len(cache) == 2, f"pool_forward: the cache must be (A_prev, hparameters), and has {len(cache)} parts"

    A, cache = pool_forward(A_prev.copy(), {"stride": 1, "f": 3}, mode="average")
    wanted = [[0.44497696, -0.00261695, -0.31040307], [0.50811474, -0.23493734, -0.23961183], [0.11872677, 0.17255229, -0.22112197]]
    assert np.shape(A) == (2, 3, 3, 3), f"pool_forward: average: A must have shape (2, 3, 3, 3), and has {np.shape(A)}"
    assert np.allclose(A[1, 1], wanted), f"pool_forward: average, stride 1: A[1, 1] must be {wanted}, and is {A[1, 1]}"

    A, cache = pool_forward(A_prev.copy(), {"stride": 2, "f": 3})
    assert np.shape(A) == (2, 2, 2, 3), f"pool_forward: with stride 2, A must have shape (2, 2, 2, 3), and has {np.shape(A)}"
    wanted = [[[1.74481176, 0.90159072, 1.65980218], [1.74481176, 1.6924546, 1.65980218]],
              [[1.13162939, 1.51981682, 2.18557541], [1.13162939, 1.6924546, 2.18557541]]]
    assert np.allclose(A[0], wanted), f"pool_forward: max, stride 2: A[0] must be {wanted}, and is {A[0]}"

    A, cache = pool_forward(A_prev.copy(), {"stride": 2, "f": 3}, mode="average")
    wanted = [[[-0.17313416, 0.32377198, -0.34317572], [0.02030094, 0.14141479, -0.01231585]],
              [[0.42944926, 0.08446996, -0.27290905], [0.15077452, 0.28911175, 0.00123239]]]
    assert np.allclose(A[1], wanted), f"pool_forward: average, stride 2: A[1] must be {wanted}, and is {A[1]}"
    return "the published checks pass"
