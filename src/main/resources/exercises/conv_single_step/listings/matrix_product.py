def conv_single_step(a_slice_prev, W, b):
    s = np.dot(a_slice_prev, W)  #:
    Z = np.sum(s)
    Z = Z + b.item()
    return Z
