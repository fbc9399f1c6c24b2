def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    f, _, n_C_prev, n_C = W.shape
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    patches = np.stack([
        A_prev_pad[:, i:i + stride * n_H:stride,
                   j:j + stride * n_W:stride]
        for i in range(f) for j in range(f)], axis=3)
    rows = patches.reshape(-1, f * f * n_C_prev)  #:
    columns = W.reshape(-1, n_C)  #:
    Z = (rows @ columns).reshape(m, n_H, n_W, n_C) + b  #:
    return Z, (A_prev, W, b, hparameters)
