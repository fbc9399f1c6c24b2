def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for h in range(n_H):
        for w in range(n_W):
            windows = (slice(None), slice(h * stride, h * stride + f),
                       slice(w * stride, w * stride + f))
            g = dA[:, h:h + 1, w:w + 1]  # every example and channel
            if mode == "max":
                x = A_prev[windows]
                mask = x == np.max(x, axis=(1, 2), keepdims=True)  #:
                dA_prev[windows] += mask * g  #:
            elif mode == "average":
                dA_prev[windows] += g / (f * f)  #:
    return dA_prev
