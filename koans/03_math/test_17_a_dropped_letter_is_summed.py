"""A letter that einsum does not find right of the arrow is summed over.

No `dim` and no `keepdim`: what is not in the result has been added up. Whether
the letter stood in one input or in two makes no difference. So a letter that
was forgotten raises no error; it gives a smaller tensor of larger numbers.
"""

import torch

from koans import __


def test_what_is_not_kept_has_been_added_up(device):
    sales = torch.tensor([[1, 2, 0], [4, 1, 3]], device=device)  # (shops, products)
    prices = torch.tensor([2, 5, 6], device=device)  # (products,)
    assert [
        torch.einsum("sp->p", sales).tolist(),
        torch.einsum("sp,p->s", sales, prices).tolist(),
        torch.einsum("sp,q->s", sales, prices).tolist(),
    ] == __
