#!/usr/bin/env python
# coding: utf-8

# # Convolutions as matrix products
#
# *What* it is good for: one big product is faster than many small ones.

# In[1]:


import numpy as np
import matplotlib.pyplot as plt

get_ipython().run_line_magic('matplotlib', 'inline')
get_ipython().run_line_magic('load_ext', 'autoreload')
get_ipython().magic('autoreload 2')
get_ipython().system('ls datasets')


# In[2]:


get_ipython().run_cell_magic('time', '', 'def zero_pad(X, pad):\n    return np.pad(X, ((0,), (pad,), (pad,), (0,)))\n')


# In[3]:


files = get_ipython().getoutput('ls *.h5')
get_ipython().run_line_magic('pinfo', 'np.pad')
plt.imshow(zero_pad(np.ones((1, 3, 3, 1)), 2)[0, :, :, 0])


# In[4]:


def im2col_indices(shape, f, stride):
    """Which row and which column of the image stands where in the matrix."""
    _, H, W, _ = shape
    n_H, n_W = (H - f) // stride + 1, (W - f) // stride + 1
    i0, j0 = np.divmod(np.arange(f * f), f)
    i1, j1 = np.divmod(np.arange(n_H * n_W), n_W)
    return i0 + stride * i1[:, None], j0 + stride * j1[:, None], n_H, n_W


def conv_single_step(a_slice_prev, W, b):
    column = W.reshape(-1, 1)
    return (a_slice_prev.reshape(1, -1) @ column + b.reshape(1, 1))[0, 0]


# In[5]:


def conv_forward(A_prev, W, b, hparameters):
    f, _, n_C_prev, n_C = W.shape
    X = zero_pad(A_prev, hparameters["pad"])
    rows, columns, n_H, n_W = im2col_indices(X.shape, f, hparameters["stride"])
    matrix = X[:, rows, columns].reshape(-1, f * f * n_C_prev)
    Z = matrix.dot(W.reshape(-1, n_C)) + b.reshape(1, n_C)
    return Z.reshape(len(X), n_H, n_W, n_C), (A_prev, W, b, hparameters)


# In[6]:


def pool_forward(A_prev, hparameters, mode="max"):
    rows, columns, n_H, n_W = im2col_indices(A_prev.shape, hparameters["f"], hparameters["stride"])
    matrix = A_prev[:, rows, columns]
    A = matrix.max(axis=2) if mode == "max" else matrix.mean(axis=2)
    return A.reshape(len(A_prev), n_H, n_W, -1), (A_prev, hparameters)


# In[7]:


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    f, _, n_C_prev, n_C = W.shape
    pad = hparameters["pad"]
    X = zero_pad(A_prev, pad)
    rows, columns, n_H, n_W = im2col_indices(X.shape, f, hparameters["stride"])
    g = dZ.reshape(len(X), n_H * n_W, n_C)
    matrix = X[:, rows, columns].reshape(len(X), n_H * n_W, -1)
    dW = np.matmul(matrix.transpose(0, 2, 1), g).sum(axis=0).reshape(W.shape)
    d_matrix = (g @ W.reshape(-1, n_C).T).reshape(len(X), n_H * n_W, f * f, n_C_prev)
    dX = np.zeros(X.shape)
    np.add.at(dX, (slice(None), rows, columns), d_matrix)
    return dX[:, pad:pad + A_prev.shape[1], pad:pad + A_prev.shape[2]], dW, g.sum(axis=(0, 1)).reshape(b.shape)


# In[8]:


def create_mask_from_window(x): return x == max(x.flat)

def distribute_value(dz, shape): return np.full(shape, dz) / (shape[0] * shape[1])


# In[9]:


def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f = hparameters["f"]
    rows, columns, n_H, n_W = im2col_indices(A_prev.shape, f, hparameters["stride"])
    matrix = A_prev[:, rows, columns]
    g = dA.reshape(len(A_prev), n_H * n_W, 1, -1)
    shares = (matrix == matrix.max(axis=2, keepdims=True)) * g if mode == "max" else np.repeat(g / f ** 2, f * f, axis=2)
    dA_prev = np.zeros(A_prev.shape)
    np.add.at(dA_prev, (slice(None), rows, columns), shares)
    return dA_prev


# In[ ]:


get_ipython().run_cell_magic('bash', '', 'rm -rf datasets\n')
