"""The first edition of the exercise set, solved and as handed out."""

from __future__ import annotations

from writing.building import ALL_PASSED, NONE_ATTEMPTED, Submission, code, drawn, notebook, passed, printed, text


def submissions() -> list[Submission]:
    return [solved(), unsolved()]


SETUP = r'''
import numpy as np
import h5py
import matplotlib.pyplot as plt

%matplotlib inline
plt.rcParams['figure.figsize'] = (6.0, 5.0)
plt.rcParams['image.cmap'] = 'bone'

%load_ext autoreload
%autoreload 2

np.random.seed(1)
'''


def solved() -> Submission:
    cells = [
        text("# Convolutional networks, built by hand"),
        code(SETUP),
        text("## 1 - Padding\n\n**Exercise**: surround every picture with zeros."),
        code(r'''
# GRADED FUNCTION: zero_pad

def zero_pad(X, pad):
    """
    Puts a frame of zeros around every picture of a batch.

    Argument:
    X -- array of shape (m, n_H, n_W, n_C), m pictures
    pad -- how thick the frame is

    Returns:
    X_pad -- array of shape (m, n_H + 2*pad, n_W + 2*pad, n_C)
    """

    ### START CODE HERE ### (≈ 1 line)
    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'constant', constant_values = 0)
    ### END CODE HERE ###

    return X_pad
'''),
        code(r'''
np.random.seed(1)
x = np.random.randn(4, 3, 3, 2)
x_pad = zero_pad(x, 2)
print ("x.shape =", x.shape)
print ("x_pad.shape =", x_pad.shape)

fig, axarr = plt.subplots(1, 2)
axarr[0].imshow(x[0,:,:,0])
axarr[1].imshow(x_pad[0,:,:,0])
''', printed("x.shape = (4, 3, 3, 2)\nx_pad.shape = (4, 7, 7, 2)\n"), drawn()),
        text("## 2 - One step"),
        code(r'''
# GRADED FUNCTION: conv_single_step

def conv_single_step(a_slice_prev, W, b):
    """
    Lays one filter over one window.
    """

    ### START CODE HERE ### (≈ 2 lines of code)
    # Multiply cell by cell.
    s = np.multiply(a_slice_prev, W)
    # Add everything up.
    Z = np.sum(s)
    # The bias comes once. float() makes a number of it.
    Z = Z + float(b)
    ### END CODE HERE ###

    return Z
'''),
        code(r'''
np.random.seed(1)
a_slice_prev = np.random.randn(4, 4, 3)
W = np.random.randn(4, 4, 3)
b = np.random.randn(1, 1, 1)
print("Z =", conv_single_step(a_slice_prev, W, b))
''', printed("Z = -6.999089450680221\n")),
        text("## 3 - The whole picture"),
        code(r'''
# GRADED FUNCTION: conv_forward

def conv_forward(A_prev, W, b, hparameters):
    """
    Lays every filter over every window of every picture.
    """

    ### START CODE HERE ###
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters['stride']
    pad = hparameters['pad']

    n_H = int((n_H_prev - f + 2 * pad) / stride) + 1
    n_W = int((n_W_prev - f + 2 * pad) / stride) + 1

    Z = np.zeros((m, n_H, n_W, n_C))
    A_prev_pad = zero_pad(A_prev, pad)

    for i in range(m):                               # pictures
        a_prev_pad = A_prev_pad[i]
        for h in range(n_H):                         # down
            for w in range(n_W):                     # across
                for c in range(n_C):                 # filters
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_slice_prev = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    Z[i, h, w, c] = conv_single_step(a_slice_prev, W[..., c], b[..., c])
    ### END CODE HERE ###

    assert(Z.shape == (m, n_H, n_W, n_C))
    cache = (A_prev, W, b, hparameters)

    return Z, cache
'''),
        code(r'''
np.random.seed(1)
A_prev = np.random.randn(10,4,4,3)
W = np.random.randn(2,2,3,8)
b = np.random.randn(1,1,1,8)
hparameters = {"pad" : 2, "stride": 2}

Z, cache_conv = conv_forward(A_prev, W, b, hparameters)
print("Z's mean =", np.mean(Z))
''', printed("Z's mean = 0.04899520352885578\n")),
        code(r'''
# GRADED FUNCTION: pool_forward

def pool_forward(A_prev, hparameters, mode = "max"):
    """
    Keeps one number of each window.
    """
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    n_C = n_C_prev
    A = np.zeros((m, n_H, n_W, n_C))

    ### START CODE HERE ###
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range (n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_prev_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)
    ### END CODE HERE ###

    cache = (A_prev, hparameters)
    assert(A.shape == (m, n_H, n_W, n_C))

    return A, cache
'''),
        code(r'''
def conv_backward(dZ, cache):
    """
    The way back through a convolution.
    """
    ### START CODE HERE ###
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H, n_W, n_C) = dZ.shape

    dA_prev = np.zeros((m, n_H_prev, n_W_prev, n_C_prev))
    dW = np.zeros((f, f, n_C_prev, n_C))
    db = np.zeros((1, 1, 1, n_C))

    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = zero_pad(dA_prev, pad)

    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_slice = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:,:,:,c] * dZ[i, h, w, c]
                    dW[:,:,:,c] += a_slice * dZ[i, h, w, c]
                    db[:,:,:,c] += dZ[i, h, w, c]
        # the frame goes
        dA_prev[i, :, :, :] = da_prev_pad[pad:-pad, pad:-pad, :]
    ### END CODE HERE ###

    assert(dA_prev.shape == (m, n_H_prev, n_W_prev, n_C_prev))
    return dA_prev, dW, db
'''),
        code(r'''
np.random.seed(1)
dA, dW, db = conv_backward(Z, cache_conv)
print("dA_mean =", np.mean(dA))
'''),
        code(r'''
def create_mask_from_window(x):
    ### START CODE HERE ### (≈1 line)
    mask = (x == np.max(x))
    ### END CODE HERE ###
    return mask

def distribute_value(dz, shape):
    ### START CODE HERE ###
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    a = np.ones(shape) * average
    ### END CODE HERE ###
    return a
'''),
        code(r'''
def pool_backward(dA, cache, mode = "max"):
    ### START CODE HERE ###
    (A_prev, hparameters) = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    if mode == "max":
                        a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                        mask = create_mask_from_window(a_prev_slice)
                        dA_prev[i, vert_start: vert_end, horiz_start: horiz_end, c] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        da = dA[i, h, w, c]
                        dA_prev[i, vert_start: vert_end, horiz_start: horiz_end, c] += distribute_value(da, (f, f))
    ### END CODE HERE ###

    assert(dA_prev.shape == A_prev.shape)
    return dA_prev
'''),
    ]
    return notebook(
        "01_edition_2017_solved.ipynb",
        "The first edition, all eight in four loops; the published slice pad:-pad, so padding 0 goes wrong on the way back",
        cells,
        {**ALL_PASSED, "conv_backward": passed(notes=["pad_zero"])},
        ["magics", "plotting"],
        minor=2,
    )


def unsolved() -> Submission:
    cells = [
        code(SETUP),
        code(r'''
# GRADED FUNCTION: zero_pad

def zero_pad(X, pad):
    """
    Puts a frame of zeros around every picture of a batch.
    """

    ### START CODE HERE ### (≈ 1 line)
    X_pad = None
    ### END CODE HERE ###

    return X_pad
'''),
        code(r'''
# GRADED FUNCTION: conv_single_step

def conv_single_step(a_slice_prev, W, b):
    ### START CODE HERE ### (≈ 2 lines of code)
    # Multiply cell by cell.
    s = None
    # Add everything up.
    Z = None
    # The bias comes once.
    Z = None
    ### END CODE HERE ###

    return Z
'''),
        code(r'''
# GRADED FUNCTION: conv_forward

def conv_forward(A_prev, W, b, hparameters):
    ### START CODE HERE ###
    (m, n_H_prev, n_W_prev, n_C_prev) = None
    (f, f, n_C_prev, n_C) = None
    stride = None
    pad = None
    n_H = None
    n_W = None
    Z = None
    A_prev_pad = None

    for i in range(None):
        a_prev_pad = None
        for h in range(None):
            for w in range(None):
                for c in range(None):
                    vert_start = None
                    vert_end = None
                    horiz_start = None
                    horiz_end = None
                    a_slice_prev = None
                    Z[i, h, w, c] = None
    ### END CODE HERE ###

    assert(Z.shape == (m, n_H, n_W, n_C))
    cache = (A_prev, W, b, hparameters)

    return Z, cache
'''),
        code(r'''
# GRADED FUNCTION: pool_forward

def pool_forward(A_prev, hparameters, mode = "max"):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    n_C = n_C_prev
    A = np.zeros((m, n_H, n_W, n_C))

    ### START CODE HERE ###
    for i in range(None):
        for h in range(None):
            for w in range(None):
                for c in range (None):
                    vert_start = None
                    vert_end = None
                    horiz_start = None
                    horiz_end = None
                    a_prev_slice = None
                    if mode == "max":
                        A[i, h, w, c] = None
                    elif mode == "average":
                        A[i, h, w, c] = None
    ### END CODE HERE ###

    cache = (A_prev, hparameters)
    assert(A.shape == (m, n_H, n_W, n_C))
    return A, cache
'''),
        code(r'''
def conv_backward(dZ, cache):
    ### START CODE HERE ###
    (A_prev, W, b, hparameters) = None
    (m, n_H_prev, n_W_prev, n_C_prev) = None
    (f, f, n_C_prev, n_C) = None
    stride = None
    pad = None
    (m, n_H, n_W, n_C) = None
    dA_prev = None
    dW = None
    db = None
    A_prev_pad = None
    dA_prev_pad = None

    for i in range(None):
        a_prev_pad = None
        da_prev_pad = None
        for h in range(None):
            for w in range(None):
                for c in range(None):
                    a_slice = None
                    da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += None
                    dW[:,:,:,c] += None
                    db[:,:,:,c] += None
        dA_prev[i, :, :, :] = None
    ### END CODE HERE ###

    assert(dA_prev.shape == (m, n_H_prev, n_W_prev, n_C_prev))
    return dA_prev, dW, db
'''),
        code(r'''
def create_mask_from_window(x):
    ### START CODE HERE ### (≈1 line)
    mask = None
    ### END CODE HERE ###
    return mask

def distribute_value(dz, shape):
    ### START CODE HERE ###
    (n_H, n_W) = None
    average = None
    a = None
    ### END CODE HERE ###
    return a

def pool_backward(dA, cache, mode = "max"):
    ### START CODE HERE ###
    (A_prev, hparameters) = None
    stride = None
    f = None
    m, n_H_prev, n_W_prev, n_C_prev = None
    m, n_H, n_W, n_C = None
    dA_prev = None

    for i in range(None):
        a_prev = None
        for h in range(None):
            for w in range(None):
                for c in range(None):
                    vert_start = None
                    if mode == "max":
                        a_prev_slice = None
                        mask = None
                        dA_prev[i, vert_start: vert_end, horiz_start: horiz_end, c] += None
                    elif mode == "average":
                        da = None
                        shape = None
                        dA_prev[i, vert_start: vert_end, horiz_start: horiz_end, c] += None
    ### END CODE ###

    assert(dA_prev.shape == A_prev.shape)
    return dA_prev
'''),
    ]
    return notebook(
        "02_edition_2017_unsolved.ipynb",
        "The first edition as handed out: None wherever something is to be written",
        cells,
        NONE_ATTEMPTED,
        ["magics", "plotting"],
        minor=2,
    )
