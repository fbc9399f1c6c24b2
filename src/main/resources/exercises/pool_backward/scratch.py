np.random.seed(1)
A_prev = np.random.randn(1, 4, 4, 1)
dA = np.array([[10., 20.], [30., 40.]]).reshape(1, 2, 2, 1)
dA_prev = pool_backward(dA, (A_prev, {"f": 2, "stride": 2}))
dA_prev[0, :, :, 0]
