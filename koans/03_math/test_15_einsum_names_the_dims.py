"""einsum names every dim with a letter and says which letters to keep.

Left of the arrow stand the letters of each input, right of it those of the
result. A letter in both inputs pairs them up; a letter kept makes a dim of the
result; a letter dropped is summed over. Many named operations are one line of
it, and the line says what happens to each dim.
"""

import pytest
import torch

from koans import __


def dot_products(queries, keys):
    """Return the dot product of each row of one with its row of the other."""
    return torch.einsum(__, queries, keys)


def test_what_four_other_operations_read_like(device):
    a, b = torch.randn(4, 4).to(device), torch.randn(4, 4).to(device)
    u, v = torch.randn(3).to(device), torch.randn(5).to(device)
    torch.testing.assert_close(torch.einsum("ij->ji", a), a.T)
    torch.testing.assert_close(torch.einsum("ii->", a), a.trace())
    torch.testing.assert_close(torch.einsum("i,j->ij", u, v), torch.outer(u, v))
    torch.testing.assert_close(
        torch.einsum("ij,jk->ik", a, b), a @ b, rtol=1e-4, atol=1e-5
    )


@pytest.mark.parametrize("pairs, features", [(3, 5), (6, 2), (4, 4)])
def test_one_dot_product_for_each_pair(device, pairs, features):
    queries, keys = torch.randn(2, pairs, features).to(device)
    expected = torch.stack([torch.dot(q, k) for q, k in zip(queries, keys)])
    torch.testing.assert_close(
        dot_products(queries, keys), expected, rtol=1e-4, atol=1e-5
    )
