"""Every view is a shape, strides and an offset; the diagonal too.

From one element of the diagonal to the next it is one row down and one column
to the right. That is the same distance in memory every time, so one stride
describes it, and no number is copied. `torch.diagonal` does it like that; here
you do it with `as_strided`, which takes the shape and strides that you name, as
long as they stay inside the storage, and does not ask what they mean.
"""

import torch

from koans import __


def diagonal_of(matrix):
    """See the diagonal of matrix (rows, columns) without a copy: (length,)."""
    length = min(matrix.shape)
    return __


def test_it_reads_and_writes_the_matrix_itself(device):
    memory = torch.randperm(42).to(device).reshape(6, 7)
    for matrix in [memory, memory.T, memory[1:, 3:], memory[::2, 1:], memory[:, :3]]:
        diagonal = diagonal_of(matrix)
        assert len(diagonal) == min(matrix.shape)
        assert diagonal.tolist() == [matrix[i, i].item() for i in range(len(diagonal))]
        diagonal.fill_(-1)
        assert all(matrix[i, i] == -1 for i in range(len(diagonal)))
        assert memory.eq(-1).sum() == len(diagonal)
        memory.copy_(torch.randperm(42).reshape(6, 7))
