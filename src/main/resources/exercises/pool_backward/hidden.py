def look_further():
    def right(dA, A_prev, f, stride, mode):
        wanted = np.zeros(A_prev.shape)
        for i, h, w, c in np.ndindex(*dA.shape):
            place = i, slice(h * stride, h * stride + f), slice(w * stride, w * stride + f), c
            share = A_prev[place] == A_prev[place].max() if mode == "max" else np.full((f, f), 1 / f**2)
            wanted[place] += share * dA[i, h, w, c]
        return wanted

    random = np.random.RandomState(17)
    for m, n_H, n_W, n_C, f, stride in [
            (2, 7, 10, 3, 3, 2), (3, 8, 6, 2, 2, 3), (1, 6, 9, 4, 4, 1), (2, 5, 8, 1, 1, 2), (2, 9, 5, 3, 3, 3)]:
        A_prev = random.randn(m, n_H, n_W, n_C)
        dA = random.randn(m, (n_H - f) // stride + 1, (n_W - f) // stride + 1, n_C)
        for mode in [{}, {"mode": "max"}, {"mode": "average"}]:
            wanted = right(dA, A_prev, f, stride, mode.get("mode", "max"))
            got = pool_backward(dA.copy(), (A_prev.copy(), {"f": f, "stride": stride}), **mode)
            about = f"images of {n_H} x {n_W}, f {f}, stride {stride}, {mode.get('mode', 'no mode given')}"
            assert np.shape(got) == wanted.shape, f"pool_backward: wrong shape for {about}"
            assert np.allclose(got, wanted), f"pool_backward: wrong values for {about}"
