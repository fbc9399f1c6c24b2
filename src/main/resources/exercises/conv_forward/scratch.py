np.random.seed(1)
A_prev = np.random.randn(2, 5, 7, 4)
W = np.random.randn(3, 3, 4, 8)
b = np.random.randn(1, 1, 1, 8)
Z, cache = conv_forward(A_prev, W, b, {"stride": 2, "pad": 1})
Z.shape
