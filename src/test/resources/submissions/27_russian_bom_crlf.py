# Свёрточные сети: только подвыборка (pooling)
import numpy as np
from numpy import argmax, zeros


def zero_pad(X, pad):
    """Добавляет рамку из нулей."""
    рамка = zeros((X.shape[0], X.shape[1] + pad + pad, X.shape[2] + pad + pad, X.shape[3]))
    строки, столбцы = np.arange(X.shape[1]) + pad, np.arange(X.shape[2]) + pad
    рамка[:, строки[:, None], столбцы] = X
    return рамка


def pool_forward(A_prev, hparameters, mode="max"):
    f, шаг = hparameters["f"], hparameters["stride"]
    высота = (A_prev.shape[1] - f) // шаг + 1
    ширина = (A_prev.shape[2] - f) // шаг + 1
    A = zeros((A_prev.shape[0], высота, ширина, A_prev.shape[3]))
    for номер in range(A.size):
        i, h, w, c = np.unravel_index(номер, A.shape)
        окно = sorted(A_prev[i, h * шаг:h * шаг + f, w * шаг:w * шаг + f, c].flat)
        A[i, h, w, c] = окно[-1] if mode == "max" else sum(окно) / len(окно)
    return A, (A_prev, hparameters)


def create_mask_from_window(x):
    """Истина там, где наибольшее число."""
    маска = zeros(x.size, dtype=bool)
    маска[argmax(x)] = True
    return маска.reshape(x.shape)


def distribute_value(dz, shape):
    среднее = dz / (shape[0] * shape[1])
    return среднее


def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, шаг = hparameters["f"], hparameters["stride"]
    grad = zeros(A_prev.shape)
    for i, h, w, c in np.ndindex(dA.shape):
        окно = A_prev[i, h * шаг:h * шаг + f, w * шаг:w * шаг + f, c]
        строка, столбец = divmod(argmax(окно), f)
        grad[i, h * шаг + строка, w * шаг + столбец, c] += dA[i, h, w, c]
    return grad
