"""NumPy reads the CPU's memory; what is on the GPU has to come over first.

A NumPy array is a view of memory that the CPU can address. `numpy()` shares a
CPU tensor's memory and copies nothing. A CUDA tensor has no such memory to
share, and a hidden copy would also wait for the GPU without a word: so
`numpy()` raises, and the copy stands in your code.

Hint: The message names the method that is missing.
Hint: `scores.cpu()` is `scores` where it is on the CPU already, and a copy otherwise.
Wrong: `np.asarray` asks the tensor for its memory, and is refused in the same way.
    return np.asarray(scores)
Wrong: `detach` leaves autograd; the numbers stay on the GPU.
    return scores.detach().numpy()
Wrong: A list holds Python floats, which NumPy reads as float64.
    return np.array(scores.tolist())
Wrong: A CPU tensor is no array yet.
    return scores.cpu()
Right:
    return scores.to("cpu").numpy()
Right:
    return scores.numpy(force=True)
Right:
    return np.asarray(scores.cpu())
Right:
    return np.array(scores.tolist(), dtype=np.float32)
See: torch.Tensor.cpu, torch.Tensor.numpy
"""

import numpy as np
import pytest
import torch


def to_array(scores):
    """Return scores, float32 on any device, as a NumPy array of float32."""
    # broken: NumPy must be able to read the memory it is given
    # return scores.numpy()
    return scores.cpu().numpy()
    # end


@pytest.mark.cuda
@pytest.mark.parametrize("device", ["cpu", "cuda"])
def test_scores_of_any_device_become_an_array(device):
    scores = torch.tensor([[0.5, 2.0, 1.0], [4.0, 0.25, 3.0]], device=device)
    array = to_array(scores)
    assert isinstance(array, np.ndarray)
    assert array.dtype == np.float32
    assert array.tolist() == [[0.5, 2.0, 1.0], [4.0, 0.25, 3.0]]
