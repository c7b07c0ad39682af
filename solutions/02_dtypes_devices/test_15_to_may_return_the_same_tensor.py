"""`to` returns the tensor itself where there is nothing to convert.

`x.float()` is short for `x.to(torch.float32)`. Of integers it makes new floats;
a float32 tensor it hands back, the same object, not a copy. An in-place edit of
the result then reaches the caller's numbers or it does not, depending on the
dtype they came in. Ask for `copy=True`, or write `x = x - x.mean()`.

Hint: For which of the three is `float()` a conversion?
Hint: Where nothing is converted, `x` is the caller's own tensor.
Hint: The mean of 1, 2, 6 is 3: one of the three tensors becomes what `centre` returns.
Wrong: `float()` has nothing to do for float32: `x -= ...` edits the caller's tensor.
    [[1, 2, 6], [1, 2, 6], [1, 2, 6]]
Wrong: float16 and int64 are converted, which makes new tensors to edit.
    [[-2, -1, 3], [-2, -1, 3], [-2, -1, 3]]
Wrong: float16 is a float, but not float32: `float()` converts it.
    [[-2, -1, 3], [-2, -1, 3], [1, 2, 6]]
Wrong: Only what needs no conversion is handed back: the float32 tensor.
    [[1, 2, 6], [-2, -1, 3], [-2, -1, 3]]
See: torch.Tensor.to, torch.Tensor.float
"""

import torch


def centre(x):
    """Return x as float32, shifted to mean 0."""
    x = x.float()
    x -= x.mean()
    return x


def test_whose_numbers_are_edited(device):
    readings = torch.tensor([1, 2, 6], dtype=torch.float32, device=device)
    halves = torch.tensor([1, 2, 6], dtype=torch.float16, device=device)
    counts = torch.tensor([1, 2, 6], dtype=torch.int64, device=device)
    for x in (readings, halves, counts):
        assert centre(x).tolist() == [-2, -1, 3]
    assert [
        readings.tolist(),
        halves.tolist(),
        counts.tolist(),
    ] == [[-2, -1, 3], [1, 2, 6], [1, 2, 6]]  # blank
