def conv_single_step(a_slice_prev, W, b):
    Z = np.dot(a_slice_prev.ravel(), W.ravel())  #:
    return Z + b.item()
