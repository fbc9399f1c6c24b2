np.random.seed(1)
A_prev = np.random.randn(2, 5, 5, 3)
A, cache = pool_forward(A_prev, {"f": 3, "stride": 2})
A[0]
