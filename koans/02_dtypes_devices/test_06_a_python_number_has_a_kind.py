"""A Python number can change the kind of a dtype, but not its width.

There are four kinds: bool, integer, float, complex. A number of the same or a
lower kind leaves the tensor's dtype alone: a Python float is no float64 here.
A float beside integers lifts them, and only then must torch choose a width: it
takes the default one, `torch.get_default_dtype()`.
"""

import torch

from koans import __


def test_what_a_number_does_to_a_dtype(device):
    pixels = torch.tensor([10, 20, 30], dtype=torch.uint8, device=device)
    weights = torch.tensor([0.5, 1.5], dtype=torch.float16, device=device)
    assert [
        (pixels * 2).dtype,
        (pixels * 0.5).dtype,
        (weights * 0.5).dtype,
    ] == __
