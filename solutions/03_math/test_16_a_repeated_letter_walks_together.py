"""In einsum one letter is one index, wherever it stands.

"ij" names two indices that run free of each other. "ii" names one: it takes
the same value in both places, so of all the elements only those with equal
indices are ever visited. Both dims must be equally long.

Hint: Which elements does x[i, i] visit while i runs from 0 to 2?
Hint: Kept, the letter lists those elements; dropped, it adds them up.
Hint: In "bii->b" each matrix of the batch is treated like "ii->".
Wrong: Those are the sums of the rows: that would be "ij->i".
    [[6, 15, 25], 46, [10, 26]]
Wrong: Without a kept letter, the elements visited are added up.
    [[1, 5, 10], [1, 5, 10], [5, 13]]
Wrong: In "bii" the b is kept: each matrix has a sum of its own.
    [[1, 5, 10], 16, 18]
Wrong: "ii" visits only x[i, i], not the whole of x.
    [[1, 5, 10], 46, [10, 26]]
Wrong: Places and numbers: "ii->i" lists the elements at those places.
    [[0, 1, 2], 16, [5, 13]]
See: torch.einsum, torch.diagonal
"""

import torch


def test_only_equal_indices_are_visited(device):
    x = torch.tensor([[1, 2, 3], [4, 5, 6], [7, 8, 10]], device=device)
    batch = torch.arange(1, 9, device=device).reshape(2, 2, 2)
    assert batch.tolist() == [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]
    assert [
        torch.einsum("ii->i", x).tolist(),
        torch.einsum("ii->", x).tolist(),
        torch.einsum("bii->b", batch).tolist(),
    ] == [[1, 5, 10], 16, [5, 13]]  # blank
