"""A `new_` tensor takes its dtype from its source, not from its data.

`counts.new_zeros(5)` makes zeros of a shape of their own, in the dtype and on
the device of `counts`: what you want for a result that will join them. So do
`new_full` and `new_tensor`, even with numbers that do not fit. An integer keeps
of a float what stands before the point, 7 of 7.9, and nothing warns you.

Hint: Which dtype has `counts`? Which dtype has `corrections`?
Hint: Fractions are cut off, not rounded: what is left is nearer to zero.
Hint: 0.5 becomes 0, and 2.7 becomes 2. For -1.2, drop the part after the point.
Wrong: `new_tensor` does not look at its data: it makes int64, like `counts`.
    [0.5, 2.7, -1.2]
Wrong: That is rounding. A float that becomes an integer is cut.
    [0, 3, -1]
Wrong: That is rounding down, `floor`. Cutting takes -1.2 towards zero.
    [0, 2, -2]
Wrong: Those are the numbers of `counts`: only its dtype and device are taken.
    [3, 1, 2]
See: torch.Tensor.new_tensor, torch.Tensor.new_zeros, torch.Tensor.new_full
"""

import torch


def test_corrections_in_the_dtype_of_counts(device):
    counts = torch.tensor([3, 1, 2], device=device)
    corrections = counts.new_tensor([0.5, 2.7, -1.2])
    assert corrections.tolist() == [0, 2, -1]  # blank
