"""`numpy()` refuses a tensor that requires grad: an array has no history.

A tensor that requires grad remembers how it was computed, so that gradients can
flow back (topics 09 and 10). An array cannot remember that, and torch does not
drop it silently: you say so. `detach` returns the same memory without the
history, and the tensor itself keeps its own.

Hint: Read the error: what does torch tell you to call?
Hint: A second tensor on the same memory, one that has no history.
Hint: `tensor.detach()` is that tensor.
Wrong: A clone has a history as well: it was made from the tensor.
    return tensor.clone().numpy()
Wrong: The underscore takes the history from the caller's tensor: it cannot be trained.
    return tensor.detach_().numpy()
Wrong: `np.asarray` asks the tensor for `numpy()`, and gets the same refusal.
    return np.asarray(tensor)
Wrong: Python numbers are no memory of torch's, and NumPy makes float64 of them.
    return np.array(tensor.tolist())
Wrong: An array of its own: what happens to the tensor does not show in it.
    return tensor.detach().clone().numpy()
Wrong: This changes the caller's weights, and raises for what was computed from them.
    return tensor.requires_grad_(False).numpy()
Right:
    return tensor.numpy(force=True)
Right:
    return tensor.data.numpy()
Right:
    return np.asarray(tensor.detach())
Right:
    with torch.no_grad():
        return tensor.numpy()
See: torch.Tensor.detach, torch.Tensor.numpy
"""

import numpy as np
import torch


def as_array(tensor):
    """Return an array on the memory of a CPU tensor, which is left as it is."""
    # broken: tensors that require grad can be plotted too
    # return tensor.numpy()
    return tensor.detach().numpy()
    # end


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
