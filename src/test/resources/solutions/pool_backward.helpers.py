def pool_backward(dA, cache, mode="max"):
    (A_prev, hparameters) = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        a_prev = A_prev[i, :, :, :]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    top, left = h * stride, w * stride
                    bottom, right = top + f, left + f
                    if mode == "max":
                        a_prev_slice = a_prev[top:bottom, left:right, c]
                        mask = create_mask_from_window(a_prev_slice)
                        dA_prev[i, top:bottom, left:right, c] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        da = dA[i, h, w, c]
                        dA_prev[i, top:bottom, left:right, c] += distribute_value(da, (f, f))
    return dA_prev
