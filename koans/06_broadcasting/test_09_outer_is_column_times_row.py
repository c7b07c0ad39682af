"""An outer product is a column times a row, however many there are.

`torch.outer` takes two vectors and nothing else. As a broadcast, the same
product works on a single pair, on a batch of pairs, on batches of heads: only
the last dim of each matters, and the dims in front of it line up by themselves.
"""

import pytest
import torch

from koans import __


def outer(u, v):
    """Return u (..., n) times v (..., m), each with each, as (..., n, m)."""
    return __


@pytest.mark.parametrize("batch", [(), (2,), (3,), (2, 5)])
@pytest.mark.parametrize("n, m", [(3, 4), (3, 3)])
def test_it_is_an_outer_product_per_pair(device, batch, n, m):
    u, v = torch.randn(*batch, n).to(device), torch.randn(*batch, m).to(device)
    pairs = zip(u.reshape(-1, n), v.reshape(-1, m))
    expected = torch.stack([torch.outer(*pair) for pair in pairs])
    torch.testing.assert_close(outer(u, v), expected.reshape(*batch, n, m))
