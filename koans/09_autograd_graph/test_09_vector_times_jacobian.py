"""`y.backward(v)` gives v times the Jacobian, never the Jacobian itself.

The Jacobian J has a row for each output and a column for each input. Backward
adds up its rows, each times its entry of v, and leaves one row in `.grad`:

    [1, 10] times  | 3  5  7 |  =  [3 + 20, 5 + 40, 7 + 90]
                   | 2  4  9 |
"""

import torch

from koans import __


def test_the_rows_weighted_and_added(device):
    matrix = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], device=device)
    x = torch.tensor([7.0, 8.0], device=device, requires_grad=True)
    v = torch.tensor([1.0, 10.0, 100.0], device=device)

    y = matrix @ x
    y.backward(v)
    assert x.grad.tolist() == __
