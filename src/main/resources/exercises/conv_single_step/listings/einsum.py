def conv_single_step(a_slice_prev, W, b):
    Z = np.einsum("ijk,ijk->", a_slice_prev, W)  #:
    return Z + b.item()
