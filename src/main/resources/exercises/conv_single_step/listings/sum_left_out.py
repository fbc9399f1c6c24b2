def conv_single_step(a_slice_prev, W, b):
    s = a_slice_prev * W
    Z = s + b.item()  #:
    return Z
