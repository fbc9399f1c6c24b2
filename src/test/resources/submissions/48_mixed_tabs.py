import numpy as np

def zero_pad(X, pad):
	"""Tabs all the way."""
	widths = [(0, 0)]
	for _ in range(2):
		widths.append((pad, pad))
	return np.pad(X, widths + [(0, 0)], mode="constant")

def conv_single_step(a_slice_prev, W, b):
  s = a_slice_prev * W
  if s.size:
    return s.sum() + b.item()
  return b.item()

def conv_forward(A_prev, W, b, hparameters):
	f = W.shape[0]
        stride = hparameters["stride"]
	return np.zeros((len(A_prev), f, stride, W.shape[3])), (A_prev, W, b, hparameters)

def create_mask_from_window(x):
	largest = x.max()	# a tab before a comment
	return x == largest

def distribute_value(dz, shape):
        n_H, n_W = shape
        return np.full(shape, dz / (n_H * n_W))
