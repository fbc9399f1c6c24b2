def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    m, n_H, n_W, n_C = dZ.shape
    view = np.lib.stride_tricks.sliding_window_view
    A_pad = zero_pad(A_prev, pad)
    windows = view(A_pad, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    dW = np.tensordot(windows, dZ, ((0, 1, 2), (0, 1, 2)))
    dW = dW.transpose(1, 2, 0, 3)
    # dZ with zeros between and around, so that windows fit again
    height, width = A_pad.shape[1:3]
    size = (m, height + f - 1, width + f - 1, n_C)
    spread, start = np.zeros(size), f - 1
    spread[:, start:start + stride * n_H:stride,  #:
           start:start + stride * n_W:stride] = dZ
    windows, flipped = view(spread, (f, f), axis=(1, 2)), W[::-1, ::-1]  #:
    dA_pad = np.tensordot(windows, flipped, ((3, 4, 5), (3, 0, 1)))  #:
    db = np.sum(dZ, axis=(0, 1, 2), keepdims=True)
    n_H_prev, n_W_prev = A_prev.shape[1:3]
    dA_prev = dA_pad[:, pad:pad + n_H_prev, pad:pad + n_W_prev]
    return dA_prev, dW, db
