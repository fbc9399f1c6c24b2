def conv_single_step(a_slice_prev, W, b):
    return np.squeeze(np.sum(np.multiply(a_slice_prev, W)) + b)
