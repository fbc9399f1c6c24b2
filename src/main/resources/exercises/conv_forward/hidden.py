def look_further():
    def right(A_prev, W, b, stride, pad):
        f = W.shape[0]
        padded = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
        windows = np.lib.stride_tricks.sliding_window_view(padded, (f, f), axis=(1, 2))[:, ::stride, ::stride]
        return np.einsum("ihwdjk,jkdc->ihwc", windows, W) + b

    random = np.random.RandomState(13)
    for m, n_H, n_W, n_C_prev, f, n_C, stride, pad in [
            (2, 7, 10, 3, 4, 5, 2, 1), (3, 10, 8, 2, 3, 4, 3, 1), (2, 6, 9, 4, 3, 2, 1, 0), (2, 8, 6, 3, 2, 4, 3, 0),
            (2, 8, 11, 2, 4, 3, 3, 0), (2, 5, 7, 2, 3, 4, 1, 2), (2, 4, 6, 3, 1, 5, 2, 1), (2, 5, 4, 3, 2, 6, 2, 3),
            (1, 6, 8, 3, 3, 4, 2, 1), (3, 8, 6, 1, 3, 4, 1, 1), (2, 5, 8, 3, 4, 1, 2, 2)]:
        A_prev = random.randn(m, n_H, n_W, n_C_prev)
        W = random.randn(f, f, n_C_prev, n_C)
        b = random.randn(1, 1, 1, n_C)
        hparameters = {"stride": stride, "pad": pad}
        wanted = right(A_prev, W, b, stride, pad)
        Z, cache = conv_forward(A_prev.copy(), W.copy(), b.copy(), dict(hparameters))
        about = f"images of {n_H} x {n_W}, f {f}, stride {stride}, pad {pad}"
        assert np.shape(Z) == wanted.shape, f"conv_forward: wrong shape of Z for {about}"
        assert np.allclose(Z, wanted), f"conv_forward: wrong values of Z for {about}"
        assert len(cache) == 4, "conv_forward: the cache has not four parts"
        for name, kept, given in zip(["A_prev", "W", "b"], cache, [A_prev, W, b]):
            assert np.shape(kept) == given.shape and np.allclose(kept, given), f"conv_forward: wrong {name} in the cache"
        assert cache[3] == hparameters, "conv_forward: wrong hparameters in the cache"
