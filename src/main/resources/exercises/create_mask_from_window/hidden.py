def look_further():
    random = np.random.RandomState(16)
    # No number stands in a window twice: what to do then, the text leaves open
    for n_H, n_W in [(3, 4), (4, 2), (1, 5), (5, 1), (3, 3)]:
        for offset in [0, -100, 100]:
            x = random.permutation(n_H * n_W).reshape(n_H, n_W) - n_H * n_W / 2 + offset
            wanted = x == x.max()
            got = create_mask_from_window(x.copy())
            about = f"a window of {n_H} x {n_W}" + (", all negative" if offset < 0 else "")
            assert np.shape(got) == wanted.shape, f"create_mask_from_window: wrong shape for {about}"
            assert np.array_equal(got, wanted), f"create_mask_from_window: wrong mask for {about}"
