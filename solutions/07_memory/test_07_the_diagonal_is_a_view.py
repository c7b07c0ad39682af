"""Every view is a shape, strides and an offset; the diagonal too.

From one element of the diagonal to the next it is one row down and one column
to the right. That is the same distance in memory every time, so one stride
describes it, and no number is copied. `torch.diagonal` does it like that; here
you do it with `as_strided`, which takes the shape and strides that you name, as
long as they stay inside the storage, and does not ask what they mean.

Hint: How far is it in memory from [0, 0] to [1, 1]? From [1, 1] to [2, 2]?
Hint: One step along both dims takes both strides.
Hint: `matrix.as_strided((length,), (...,))`; without an offset it keeps matrix's own.
Wrong: That is the distance in a fresh matrix only: a transpose or a part has another.
    matrix.as_strided((length,), (matrix.shape[1] + 1,))
Wrong: One step down, and none to the right: that is the first column.
    matrix.as_strided((length,), (matrix.stride(0),))
Wrong: A part of a bigger matrix does not begin where the storage begins.
    matrix.as_strided((length,), (sum(matrix.stride()),), 0)
Wrong: Index lists copy: what is written to it does not arrive in the matrix.
    matrix[range(length), range(length)]
Wrong: Of a transpose, `reshape` is a copy: what is written to it does not arrive.
    matrix.reshape(-1)[:: matrix.shape[1] + 1]
Right:
    torch.as_strided(matrix, [length], [matrix.stride(0) + matrix.stride(1)])
Right:
    matrix.as_strided((length,), (sum(matrix.stride()),), matrix.storage_offset())
Ban: diagonal, diag, einsum
See: torch.as_strided, torch.diagonal
"""

import torch


def diagonal_of(matrix):
    """See the diagonal of matrix (rows, columns) without a copy: (length,)."""
    length = min(matrix.shape)
    return matrix.as_strided((length,), (sum(matrix.stride()),))  # blank


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
