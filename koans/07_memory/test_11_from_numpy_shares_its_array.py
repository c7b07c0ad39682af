"""`from_numpy` shares the array's memory; `tensor` always makes a copy.

`as_tensor` shares if it can: not if it has to change the dtype or the device.
Sharing is free, and it makes the tensor change when somebody writes to the
array, much later and far away. It works the other way round as well:
`x.numpy()` is an array on the memory of x.
"""

import numpy as np
import torch

from koans import __


def test_who_sees_a_write_to_the_array():
    array = np.array([1.0, 2.0, 3.0])
    tensors = [
        torch.from_numpy(array),
        torch.tensor(array),
        torch.as_tensor(array),
        torch.as_tensor(array, dtype=torch.float32),
    ]
    array[0] = 7.0
    assert [tensor[0].item() for tensor in tensors] == __
