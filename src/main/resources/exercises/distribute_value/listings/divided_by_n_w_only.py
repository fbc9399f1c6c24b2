def distribute_value(dz, shape):
    n_H, n_W = shape
    average = dz / n_W  #:
    return np.ones(shape) * average
