np.random.seed(1)
A_prev = np.random.randn(1, 4, 5, 2)
W = np.random.randn(2, 2, 2, 3)
b = np.random.randn(1, 1, 1, 3)
dZ = np.ones((1, 3, 3, 3))
dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": 2, "pad": 1}))
db
