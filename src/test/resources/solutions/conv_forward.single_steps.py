import math

def conv_forward(A_prev, W, b, hparameters):
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f, _, _, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    n_H = math.floor((n_H_prev - f + 2 * pad) / stride) + 1
    n_W = math.floor((n_W_prev - f + 2 * pad) / stride) + 1
    Z = np.zeros([m, n_H, n_W, n_C])
    padded = zero_pad(A_prev, pad)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                window = padded[i, h * stride:h * stride + f, w * stride:w * stride + f]
                for c in range(n_C):
                    Z[i, h, w, c] = conv_single_step(window, W[..., c], float(b[0, 0, 0, c]))
    return Z, (A_prev, W, b, hparameters)
