def look_further():
    random = np.random.RandomState(11)
    for m, n_H, n_W, n_C, pad in [(2, 7, 10, 3, 2), (3, 4, 6, 2, 0), (1, 2, 5, 4, 1), (2, 3, 2, 1, 4), (4, 6, 3, 2, 3)]:
        X = random.randn(m, n_H, n_W, n_C)
        wanted = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
        wanted[:, pad:pad + n_H, pad:pad + n_W] = X
        got = zero_pad(X.copy(), pad)
        about = f"images of {n_H} x {n_W} with pad {pad}"
        assert np.shape(got) == wanted.shape, f"zero_pad: wrong shape for {about}"
        assert np.allclose(got, wanted), f"zero_pad: wrong values for {about}"
