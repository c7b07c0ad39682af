"""In einsum one letter is one index, wherever it stands.

"ij" names two indices that run free of each other. "ii" names one: it takes
the same value in both places, so of all the elements only those with equal
indices are ever visited. Both dims must be equally long.
"""

import torch

from koans import __


def test_only_equal_indices_are_visited(device):
    x = torch.tensor([[1, 2, 3], [4, 5, 6], [7, 8, 10]], device=device)
    batch = torch.arange(1, 9, device=device).reshape(2, 2, 2)
    assert batch.tolist() == [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]
    assert [
        torch.einsum("ii->i", x).tolist(),
        torch.einsum("ii->", x).tolist(),
        torch.einsum("bii->b", batch).tolist(),
    ] == __
