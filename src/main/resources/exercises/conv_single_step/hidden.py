def look_further():
    random = np.random.RandomState(12)
    for f, n_C in [(2, 5), (1, 3), (3, 1), (4, 2), (1, 1)]:
        window, W, b = random.randn(f, f, n_C), random.randn(f, f, n_C), random.randn(1, 1, 1) + 2
        wanted = float(np.vdot(window, W) + b[0, 0, 0])
        got = conv_single_step(window.copy(), W.copy(), b.copy())
        about = f"a window of {f} x {f} with {n_C} channels"
        assert np.ndim(got) == 0, f"conv_single_step: no number for {about}"
        assert np.isclose(got, wanted), f"conv_single_step: wrong number for {about}"
    whole = conv_single_step(np.full((2, 2, 3), 2), np.full((2, 2, 3), -3), np.full((1, 1, 1), 5))
    assert np.ndim(whole) == 0 and np.isclose(whole, -67), "conv_single_step: wrong number for integers"
