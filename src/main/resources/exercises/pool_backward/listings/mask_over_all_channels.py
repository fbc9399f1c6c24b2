def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f = hparameters["f"]
    stride = hparameters["stride"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            vert_start = h * stride
            vert_end = vert_start + f
            for w in range(n_W):
                horiz_start = w * stride
                horiz_end = horiz_start + f
                for c in range(n_C):
                    if mode == "max":
                        a_slice = a_prev[vert_start:vert_end,  #:
                                         horiz_start:horiz_end, :]  #:
                        mask = create_mask_from_window(a_slice)
                        da = mask[:, :, c] * dA[i, h, w, c]  #:
                    elif mode == "average":
                        da = distribute_value(dA[i, h, w, c], (f, f))
                    dA_prev[i, vert_start:vert_end,
                            horiz_start:horiz_end, c] += da
    return dA_prev
