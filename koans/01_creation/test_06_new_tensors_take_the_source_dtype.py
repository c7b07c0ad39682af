"""A `new_` tensor takes its dtype from its source, not from its data.

`counts.new_zeros(5)` makes zeros of a shape of their own, in the dtype and on
the device of `counts`: what you want for a result that will join them. So do
`new_full` and `new_tensor`, even with numbers that do not fit. An integer keeps
of a float what stands before the point, 7 of 7.9, and nothing warns you.
"""

import torch

from koans import __


def test_corrections_in_the_dtype_of_counts(device):
    counts = torch.tensor([3, 1, 2], device=device)
    corrections = counts.new_tensor([0.5, 2.7, -1.2])
    assert corrections.tolist() == __
