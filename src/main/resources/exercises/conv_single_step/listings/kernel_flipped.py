def conv_single_step(a_slice_prev, W, b):
    s = a_slice_prev * W[::-1, ::-1]  #:
    Z = np.sum(s)
    Z = Z + b.item()
    return Z
