def look_further():
    def right(A_prev, f, stride, keep):
        windows = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::stride, ::stride]
        return keep(windows, axis=(4, 5))

    random = np.random.RandomState(14)
    for m, n_H, n_W, n_C, f, stride in [
            (2, 7, 10, 3, 3, 2), (3, 8, 6, 2, 2, 3), (1, 6, 9, 4, 4, 1), (2, 5, 8, 1, 1, 2), (2, 10, 7, 3, 4, 3),
            (3, 4, 9, 2, 2, 2), (2, 9, 5, 4, 3, 3)]:
        for A_prev in [random.randn(m, n_H, n_W, n_C), -1 - random.rand(m, n_H, n_W, n_C)]:
            for mode, keep in [({}, np.max), ({"mode": "max"}, np.max), ({"mode": "average"}, np.mean)]:
                hparameters = {"f": f, "stride": stride}
                wanted = right(A_prev, f, stride, keep)
                A, cache = pool_forward(A_prev.copy(), dict(hparameters), **mode)
                about = f"images of {n_H} x {n_W}, f {f}, stride {stride}, {mode.get('mode', 'no mode given')}"
                assert np.shape(A) == wanted.shape, f"pool_forward: wrong shape of A for {about}"
                assert np.allclose(A, wanted), f"pool_forward: wrong values of A for {about}"
                assert len(cache) == 2, "pool_forward: the cache has not two parts"
                assert np.shape(cache[0]) == A_prev.shape and np.allclose(cache[0], A_prev), (
                    "pool_forward: wrong A_prev in the cache")
                assert cache[1] == hparameters, "pool_forward: wrong hparameters in the cache"
