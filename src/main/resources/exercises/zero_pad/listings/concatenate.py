def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    rows = np.zeros((m, pad, n_W, n_C), dtype=X.dtype)
    tall = np.concatenate([rows, X, rows], axis=1)  #:
    columns = np.zeros((m, n_H + 2 * pad, pad, n_C), dtype=X.dtype)
    return np.concatenate([columns, tall, columns], axis=2)  #:
