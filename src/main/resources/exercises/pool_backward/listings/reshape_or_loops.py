def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    if f == stride:  # the windows tile the image
        tiled = A_prev[:, :n_H * f, :n_W * f]
        x = tiled.reshape(m, n_H, f, n_W, f, n_C)  #:
        g = dA[:, :, None, :, None]
        if mode == "max":
            share = (x == np.max(x, axis=(2, 4), keepdims=True)) * g  #:
        else:
            share = np.broadcast_to(g / (f * f), x.shape)
        dA_prev[:, :n_H * f, :n_W * f] = share.reshape(tiled.shape)  #:
        return dA_prev
    for h in range(n_H):
        for w in range(n_W):
            windows = (slice(None), slice(h * stride, h * stride + f),
                       slice(w * stride, w * stride + f))
            x, g = A_prev[windows], dA[:, h:h + 1, w:w + 1]
            if mode == "max":
                mask = x == np.max(x, axis=(1, 2), keepdims=True)
                dA_prev[windows] += mask * g
            else:
                dA_prev[windows] += g / (f * f)
    return dA_prev
