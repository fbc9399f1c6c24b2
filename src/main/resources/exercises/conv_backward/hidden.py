def look_further():
    def right(dZ, A_prev, W, stride, pad):
        f = W.shape[0]
        padded = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
        d_padded, dW = np.zeros(padded.shape), np.zeros(W.shape)
        for h in range(dZ.shape[1]):
            for w in range(dZ.shape[2]):
                rows, columns = slice(h * stride, h * stride + f), slice(w * stride, w * stride + f)
                d_padded[:, rows, columns] += np.tensordot(dZ[:, h, w], W, axes=(1, 3))
                dW += np.tensordot(padded[:, rows, columns], dZ[:, h, w], axes=(0, 0))
        n_H, n_W = A_prev.shape[1:3]
        return d_padded[:, pad:pad + n_H, pad:pad + n_W], dW, dZ.sum(axis=(0, 1, 2)).reshape(1, 1, 1, -1)

    random = np.random.RandomState(15)
    # Not at pad 0: the hint of the published text does not work there
    for m, n_H, n_W, n_C_prev, f, n_C, stride, pad in [
            (2, 7, 10, 3, 4, 5, 2, 1), (3, 10, 8, 2, 3, 4, 3, 1), (2, 6, 9, 4, 3, 2, 1, 2), (2, 5, 4, 3, 2, 6, 2, 3),
            (1, 6, 8, 3, 3, 4, 2, 1), (3, 8, 6, 1, 3, 4, 1, 1), (2, 5, 8, 3, 4, 1, 2, 2), (2, 4, 6, 2, 1, 3, 1, 1)]:
        A_prev = random.randn(m, n_H, n_W, n_C_prev)
        W = random.randn(f, f, n_C_prev, n_C)
        b = random.randn(1, 1, 1, n_C)
        dZ = random.randn(m, (n_H - f + 2 * pad) // stride + 1, (n_W - f + 2 * pad) // stride + 1, n_C)
        wanted = right(dZ, A_prev, W, stride, pad)
        cache = (A_prev.copy(), W.copy(), b.copy(), {"stride": stride, "pad": pad})
        got = conv_backward(dZ.copy(), cache)
        about = f"images of {n_H} x {n_W}, f {f}, stride {stride}, pad {pad}"
        assert len(got) == 3, "conv_backward: it must return dA_prev, dW and db"
        for name, part, right_part in zip(["dA_prev", "dW", "db"], got, wanted):
            assert np.shape(part) == right_part.shape, f"conv_backward: wrong shape of {name} for {about}"
            assert np.allclose(part, right_part), f"conv_backward: wrong values of {name} for {about}"
