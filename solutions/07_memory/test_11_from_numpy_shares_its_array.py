"""`from_numpy` shares the array's memory; `tensor` always makes a copy.

`as_tensor` shares if it can: not if it has to change the dtype or the device.
Sharing is free, and it makes the tensor change when somebody writes to the
array, much later and far away. It works the other way round as well:
`x.numpy()` is an array on the memory of x.

Hint: Which of the four tensors lie on the memory of `array`?
Hint: NumPy makes float64. Which of the four asks for another dtype?
Hint: Two of them see the 7.0, and two still hold the 1.0 that they copied.
Wrong: `tensor` copies, always: it does not see the write.
    [7.0, 7.0, 7.0, 1.0]
Wrong: `as_tensor` shares where dtype and device stay the same.
    [7.0, 1.0, 1.0, 1.0]
Wrong: float32 numbers cannot lie on float64 memory: that one is a copy.
    [7.0, 1.0, 7.0, 7.0]
Wrong: Sharing means one memory: a write to the array shows in the tensor.
    [1.0, 1.0, 1.0, 1.0]
See: torch.from_numpy, torch.as_tensor, torch.Tensor.numpy
"""

import numpy as np
import torch


def test_who_sees_a_write_to_the_array():
    array = np.array([1.0, 2.0, 3.0])
    tensors = [
        torch.from_numpy(array),
        torch.tensor(array),
        torch.as_tensor(array),
        torch.as_tensor(array, dtype=torch.float32),
    ]
    array[0] = 7.0
    assert [tensor[0].item() for tensor in tensors] == [7.0, 1.0, 7.0, 1.0]  # blank
