"""An outer product is a column times a row, however many there are.

`torch.outer` takes two vectors and nothing else. As a broadcast, the same
product works on a single pair, on a batch of pairs, on batches of heads: only
the last dim of each matters, and the dims in front of it line up by themselves.

Hint: The result ends in (n, m): where does `u` need a 1, and where does `v`?
Hint: Make each vector of `u` a column and each vector of `v` a row.
Hint: `...` in an index stands for all the dims in front.
Wrong: `torch.outer` takes vectors only: on a batch it raises.
    torch.outer(u, v)
Wrong: That is the transpose: `v` runs down the rows, and `u` along them.
    u[..., None, :] * v[..., :, None]
Wrong: With a batch, `[:, None]` puts the 1 behind the batch, not behind `u`.
    u[:, None] * v
Wrong: On a batch, the rows of `v` now meet the numbers of `u`, not its vectors.
    u[..., None] * v
Wrong: Number by number gives no table, and raises where n and m differ.
    u * v
Right:
    u[..., :, None] * v[..., None, :]
Right:
    u[..., None] * v.unsqueeze(-2)
Right:
    torch.einsum("...n,...m->...nm", u, v)
Right:
    u[..., None] @ v[..., None, :]
See: torch.unsqueeze, torch.outer
"""

import pytest
import torch


def outer(u, v):
    """Return u (..., n) times v (..., m), each with each, as (..., n, m)."""
    return u.unsqueeze(-1) * v.unsqueeze(-2)  # blank


@pytest.mark.parametrize("batch", [(), (2,), (3,), (2, 5)])
@pytest.mark.parametrize("n, m", [(3, 4), (3, 3)])
def test_it_is_an_outer_product_per_pair(device, batch, n, m):
    u, v = torch.randn(*batch, n).to(device), torch.randn(*batch, m).to(device)
    pairs = zip(u.reshape(-1, n), v.reshape(-1, m))
    expected = torch.stack([torch.outer(*pair) for pair in pairs])
    torch.testing.assert_close(outer(u, v), expected.reshape(*batch, n, m))
