def check_distribute_value():
    a = distribute_value(2, (2, 2))
    if a is None:
        return "not filled in yet"

    assert np.shape(a) == (2, 2), f"distribute_value: the result must have shape (2, 2), and has {np.shape(a)}"
    assert np.allclose(a, 0.5), f"distribute_value: 2 over (2, 2) must be 0.5 in each cell, and is\n{a}"
    a = distribute_value(100, (10, 10))
    assert np.shape(a) == (10, 10), f"distribute_value: the result must have shape (10, 10), and has {np.shape(a)}"
    assert np.isclose(np.sum(a), 100), f"distribute_value: all shares of 100 must add up to 100, and make {np.sum(a)}"
    return "the published checks pass"
