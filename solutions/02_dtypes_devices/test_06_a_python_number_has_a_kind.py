"""A Python number can change the kind of a dtype, but not its width.

There are four kinds: bool, integer, float, complex. A number of the same or a
lower kind leaves the tensor's dtype alone: a Python float is no float64 here.
A float beside integers lifts them, and only then must torch choose a width: it
takes the default one, `torch.get_default_dtype()`.

Hint: Compare kinds first: which of the three numbers has a higher kind than its tensor?
Hint: Only one of the three tensors changes its dtype.
Hint: bytes * 0.5 must become a float, and torch takes its default.
Wrong: A Python int has the kind integer and no width: bytes stay bytes.
    [torch.int64, torch.float32, torch.float16]
Wrong: A Python float has the kind float and no width: halves stay halves.
    [torch.uint8, torch.float32, torch.float32]
Wrong: Python's float has 64 bits, but torch only reads its kind.
    [torch.uint8, torch.float64, torch.float64]
Wrong: 0.5 does not fit into bytes: the kind must rise to float.
    [torch.uint8, torch.uint8, torch.float16]
Right:
    [torch.uint8, torch.float, torch.half]
See: torch.result_type
"""

import torch


def test_what_a_number_does_to_a_dtype(device):
    pixels = torch.tensor([10, 20, 30], dtype=torch.uint8, device=device)
    weights = torch.tensor([0.5, 1.5], dtype=torch.float16, device=device)
    assert [
        (pixels * 2).dtype,
        (pixels * 0.5).dtype,
        (weights * 0.5).dtype,
    ] == [torch.uint8, torch.float32, torch.float16]  # blank
