def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    f, _, n_C_prev, n_C = W.shape
    m, n_H, n_W, _ = dZ.shape
    A_pad = zero_pad(A_prev, pad)
    places = [(slice(None), slice(i, i + stride * n_H, stride),
               slice(j, j + stride * n_W, stride))
              for i in range(f) for j in range(f)]
    patches = np.stack([A_pad[place] for place in places], axis=3)
    rows = patches.reshape(-1, f * f * n_C_prev)
    g = dZ.reshape(-1, n_C)
    dW = (rows.T @ g).reshape(W.shape)  #:
    d_rows = g @ W.reshape(-1, n_C).T  #:
    d_patches = d_rows.reshape(m, n_H, n_W, f * f, n_C_prev)
    dA_pad = np.zeros(A_pad.shape)
    for k, place in enumerate(places):
        dA_pad[place] += d_patches[:, :, :, k]  #:
    db = np.sum(dZ, axis=(0, 1, 2), keepdims=True)
    n_H_prev, n_W_prev = A_prev.shape[1:3]
    dA_prev = dA_pad[:, pad:pad + n_H_prev, pad:pad + n_W_prev]
    return dA_prev, dW, db
