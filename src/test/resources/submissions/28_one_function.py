def zero_pad(X, pad):
    import numpy as np

    if not pad:
        return X.copy()
    for axis in 1, 2:
        X = np.insert(X, [0] * pad + [X.shape[axis]] * pad, 0, axis=axis)
    return X


if __name__ == "__main__":
    print(zero_pad.__doc__)
