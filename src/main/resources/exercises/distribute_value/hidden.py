def look_further():
    for dz, shape in [(3.5, (2, 3)), (-7, (4, 3)), (0.25, (1, 6)), (11, (5, 1)), (1, (3, 3))]:
        got = distribute_value(dz, shape)
        assert np.shape(got) == shape, f"distribute_value: wrong shape for a window of {shape[0]} x {shape[1]}"
        assert np.allclose(got, dz / shape[0] / shape[1]), (
            f"distribute_value: wrong values for {dz} over a window of {shape[0]} x {shape[1]}")
