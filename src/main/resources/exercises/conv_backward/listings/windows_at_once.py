def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    m, n_H, n_W, n_C = dZ.shape
    A_pad = zero_pad(A_prev, pad)
    dA_pad, dW = np.zeros(A_pad.shape), np.zeros(W.shape)
    for h in range(n_H):
        for w in range(n_W):
            rows = slice(h * stride, h * stride + f)
            columns = slice(w * stride, w * stride + f)
            g = dZ[:, h, w]  # every example, every filter
            dA_pad[:, rows, columns] += np.tensordot(g, W, (1, 3))  #:
            dW += np.tensordot(A_pad[:, rows, columns], g, (0, 0))  #:
    db = np.sum(dZ, axis=(0, 1, 2), keepdims=True)
    n_H_prev, n_W_prev = A_prev.shape[1:3]
    dA_prev = dA_pad[:, pad:pad + n_H_prev, pad:pad + n_W_prev]
    return dA_prev, dW, db
