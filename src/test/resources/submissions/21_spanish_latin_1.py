# -*- coding: latin-1 -*-
# Redes neuronales de convolución, paso a paso. ¿Qué tamaño tendrá la salida?
import numpy as np


def tamaño(n, f, zancada, relleno=0):
    """Cuántas posiciones tiene la ventana en una dirección."""
    return (n + 2 * relleno - f) // zancada + 1


def zero_pad(X, pad):
    def en_una_dirección(a, eje):
        forma = list(a.shape)
        forma[eje] = pad
        márgen = np.zeros(forma, a.dtype)
        return np.concatenate([márgen, a, márgen], eje)

    return en_una_dirección(en_una_dirección(X, 1), 2)


def conv_single_step(a_slice_prev, W, b):
    """Producto, suma y, ¡una sola vez!, el sesgo."""
    acumulado = np.cumsum(a_slice_prev * W)
    return acumulado[-1] + b[0][0][0]


def posiciones(n_H, n_W, f, zancada):
    """Genera cada posición con su ventana."""
    for h in range(n_H):
        for w in range(n_W):
            yield (h, w), (slice(h * zancada, h * zancada + f), slice(w * zancada, w * zancada + f))


def conv_forward(A_prev, W, b, hparameters):
    zancada, relleno = hparameters["stride"], hparameters["pad"]
    f, n_C = W.shape[0], W.shape[3]
    n_H, n_W = [tamaño(n, f, zancada, relleno) for n in A_prev.shape[1:3]]

    def imagen(a):
        Z = np.zeros((n_H, n_W, n_C))
        for (h, w), ventana in posiciones(n_H, n_W, f, zancada):
            for c in range(n_C):
                Z[h, w, c] = conv_single_step(a[ventana], W[:, :, :, c], b[:, :, :, c])
        return Z

    return np.array([imagen(a) for a in zero_pad(A_prev, relleno)]), (A_prev, W, b, hparameters)


def pool_forward(A_prev, hparameters, mode="max"):
    f, zancada = hparameters["f"], hparameters["stride"]
    n_H, n_W = [tamaño(n, f, zancada) for n in A_prev.shape[1:3]]
    función = {"max": np.max, "average": np.average}[mode]
    A = np.zeros((len(A_prev), n_H, n_W, A_prev.shape[3]))
    for i, a in enumerate(A_prev):
        for (h, w), ventana in posiciones(n_H, n_W, f, zancada):
            A[i, h, w] = [función(canal) for canal in np.moveaxis(a[ventana], -1, 0)]
    return A, (A_prev, hparameters)


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    zancada, relleno = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    _, n_H, n_W, n_C = dZ.shape
    dW, db = np.zeros(W.shape), np.zeros(b.shape)

    def sin_margen(a):
        return a[relleno:a.shape[0] - relleno, relleno:a.shape[1] - relleno]

    dA_prev = []
    for a, dz in zip(zero_pad(A_prev, relleno), dZ):
        da = np.zeros(a.shape)
        for (h, w), ventana in posiciones(n_H, n_W, f, zancada):
            for c in range(n_C):
                da[ventana] += dz[h, w, c] * W[..., c]
                dW[..., c] += dz[h, w, c] * a[ventana]
                db[..., c] += dz[h, w, c]
        dA_prev.append(sin_margen(da))
    return np.array(dA_prev), dW, db


def create_mask_from_window(x):
    máximo = -np.inf
    for número in x.ravel():
        máximo = número if número > máximo else máximo
    return x == máximo


def distribute_value(dz, shape):
    return np.ones(shape) / np.ones(shape).sum() * dz


def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f = hparameters["f"]
    _, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(len(A_prev)):
        for (h, w), (filas, columnas) in posiciones(n_H, n_W, f, hparameters["stride"]):
            for c in range(n_C):
                da = dA[i, h, w, c]
                if mode == "max":
                    dA_prev[i, filas, columnas, c] += da * create_mask_from_window(A_prev[i, filas, columnas, c])
                if mode == "average":
                    dA_prev[i, filas, columnas, c] += distribute_value(da, (f, f))
    return dA_prev
