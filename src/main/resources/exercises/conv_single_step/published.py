def check_conv_single_step():
    np.random.seed(1)
    a_slice_prev = np.random.randn(4, 4, 3)
    W = np.random.randn(4, 4, 3)
    b = np.random.randn(1, 1, 1)
    Z = conv_single_step(a_slice_prev, W, b)
    if Z is None:
        return "not filled in yet"

    assert np.ndim(Z) == 0, f"conv_single_step: the result must be a number, and is an array of shape {np.shape(Z)}"
    assert not np.isclose(Z, -23.16021220252078), "conv_single_step: add the bias once, not to each of the products"
    assert np.isclose(Z, -6.999089450680221), f"conv_single_step: Z must be -6.999089450680221, and is {Z}"

    np.random.seed(3)
    Z = conv_single_step(np.random.randn(5, 5, 3), np.random.randn(5, 5, 3), np.random.randn(1, 1, 1))
    assert np.isclose(Z, -3.5443670581382474), f"conv_single_step: for 5 x 5 windows Z must be -3.5443670581382474, and is {Z}"
    return "the published checks pass"
