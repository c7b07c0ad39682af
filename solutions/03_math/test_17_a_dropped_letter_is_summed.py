"""A letter that einsum does not find right of the arrow is summed over.

No `dim` and no `keepdim`: what is not in the result has been added up. Whether
the letter stood in one input or in two makes no difference. So a letter that
was forgotten raises no error; it gives a smaller tensor of larger numbers.

Hint: Read "sp,p->s" as: for each s, add sales[s, p] * prices[p] over all p.
Hint: In "sp,q->s" the letters p and q run free: every sale meets every price.
Hint: Then each shop's sum of sales is multiplied by the sum of the prices.
Wrong: In the first, s is dropped and p is kept: one number for each product.
    [[3, 8], [12, 31], [42, 56]]
Wrong: p and q are different letters: sales and prices are not paired.
    [[5, 3, 3], [12, 31], [12, 31]]
Wrong: In the second p is dropped: each shop's products are added up.
    [[5, 3, 3], [[2, 10, 0], [8, 5, 18]], [42, 56]]
Wrong: q is dropped, and that sums the prices: it does not leave them out.
    [[5, 3, 3], [12, 31], [3, 8]]
See: torch.einsum
"""

import torch


def test_what_is_not_kept_has_been_added_up(device):
    sales = torch.tensor([[1, 2, 0], [4, 1, 3]], device=device)  # (shops, products)
    prices = torch.tensor([2, 5, 6], device=device)  # (products,)
    assert [
        torch.einsum("sp->p", sales).tolist(),
        torch.einsum("sp,p->s", sales, prices).tolist(),
        torch.einsum("sp,q->s", sales, prices).tolist(),
    ] == [[5, 3, 3], [12, 31], [39, 104]]  # blank
