"""`y.backward(v)` gives v times the Jacobian, never the Jacobian itself.

The Jacobian J has a row for each output and a column for each input. Backward
adds up its rows, each times its entry of v, and leaves one row in `.grad`:

    [1, 10] times  | 3  5  7 |  =  [3 + 20, 5 + 40, 7 + 90]
                   | 2  4  9 |

Hint: y = matrix @ x, so the Jacobian of y with respect to x is the matrix.
Hint: `x.grad` has two entries, as x has.
Hint: The first entry is 1 * 1 + 10 * 3 + 100 * 5.
Wrong: That is the sum of the rows, what a vector of ones gives.
    [9.0, 12.0]
Wrong: These are the sums of the scaled rows: one entry for each output, not input.
    [3.0, 70.0, 1100.0]
Wrong: Those are the scaled rows; backward adds them up.
    [[1.0, 2.0], [30.0, 40.0], [500.0, 600.0]]
Wrong: That is the Jacobian itself; v weighs its rows.
    [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]
See: torch.Tensor.backward, torch.autograd.backward
"""

import torch


def test_the_rows_weighted_and_added(device):
    matrix = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], device=device)
    x = torch.tensor([7.0, 8.0], device=device, requires_grad=True)
    v = torch.tensor([1.0, 10.0, 100.0], device=device)

    y = matrix @ x
    y.backward(v)
    assert x.grad.tolist() == [531.0, 642.0]  # blank
