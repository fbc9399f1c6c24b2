{
 "cells": [
  {
   "cell_type": "code",
   "id": "cell-01",
   "metadata": {},
   "source": [
    "import numpy as np\n",
    "\n",
    "def zero_pad(X, pad):\n",
    "    return np.block([[[np.zeros(0)]]]) if X is None else np.pad(X, ((0,) * 2, (pad,) * 2, (pad,) * 2, (0,) * 2))"
   ],
   "execution_count": null,
   "outputs": []
  },
  {
   "cell_type": "code",
   "id": "cell-02",
   "metadata": {},
   "source": [
    "def conv_forward(A_prev, W, b, hparameters):\n",
    "    stride, pad, (f, _, _, n_C) = hparameters[\"stride\"], hparameters[\"pad\"], W.shape\n",
    "    padded = zero_pad(A_prev, pad)\n",
    "    n_H = int((padded.shape[1] - f) / stride) + 1\n",
    "    n_W = int((padded.shape[2] - f) / stride) + 1\n",
    "    Z = np.zeros((len(padded), n_H, n_W, n_C))\n",
    "    for h in range(n_H):\n",
    "        for w in range(n_W):\n",
    "            window = padded[:, stride * h:stride * h + f, stride * w:stride * w + f]\n",
    "            Z[:, h, w] = window.reshape(len(padded), -1) @ W.reshape(-1, n_C) + b[0, 0]\n",
    "    # And the activation, while we are here\n",
    "    Z = np.maximum(Z, 0)\n",
    "    return Z, (A_prev, W, b, hparameters)"
   ],
   "execution_count": null,
   "outputs": []
  }
 ],
 "metadata": {
  "kernelspec": {
   "display_name": "Python 3",
   "language": "python",
   "name": "python3"
  },
  "language_info": {
   "name": "python",
   "version": "3.11.2"
  }
 },
 "nbformat": 4,
 "nbformat_minor": 5
}
