"""`numpy()` refuses a tensor that requires grad: an array has no history.

A tensor that requires grad remembers how it was computed, so that gradients can
flow back (topics 09 and 10). An array cannot remember that, and torch does not
drop it silently: you say so. `detach` returns the same memory without the
history, and the tensor itself keeps its own.
"""

import numpy as np
import torch


def as_array(tensor):
    """Return an array on the memory of a CPU tensor, which is left as it is."""
    # repair: tensors that require grad can be plotted too
    return tensor.numpy()


def test_an_array_of_every_tensor():
    weights = torch.randn(3, requires_grad=True)
    inputs = torch.randn(5, 3)
    for tensor in (weights, inputs @ weights, inputs):
        history = (tensor.requires_grad, tensor.grad_fn)
        array = as_array(tensor)
        assert isinstance(array, np.ndarray)
        assert array.dtype == np.float32
        assert array.tolist() == tensor.tolist()
        assert array.ctypes.data == tensor.data_ptr()  # the same memory
        assert (tensor.requires_grad, tensor.grad_fn) == history
