"""A Linear is told its sizes in one order and stores them in the other.

Each output is a weighted sum of all inputs, so each output needs one weight per
input, and these stand together in one row. The layer computes `x @ weight.T`.
Whoever fills in weights by hand, or loads them from a library that computes
`x @ weight`, has to transpose. A square matrix fits either way and tells nobody.

Hint: `nn.Linear(4, 6)` has six outputs. How many weights does each of them need?
Hint: One row per output, one column per input; and one bias per output.
Hint: The relu has no parameters, and `bias=False` leaves one shape out.
Wrong: Those are the sizes as they are given to Linear; stored are rows of outputs.
    [(4, 6), (6,), (6, 3)]
Wrong: There is one bias per output, not per input.
    [(6, 4), (4,), (3, 6)]
Wrong: The second layer was made with `bias=False`.
    [(6, 4), (6,), (3, 6), (3,)]
Wrong: A bias is a vector: one number per output.
    [(6, 4), (6, 1), (3, 6)]
Right:
    [torch.Size([6, 4]), torch.Size([6]), torch.Size([3, 6])]
See: torch.nn.Linear
"""

import pytest
import torch
from torch import nn


@pytest.mark.essential
def test_the_shapes_of_the_parameters(device):
    model = nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 3, bias=False))
    model.to(device)
    assert model(torch.rand(5, 4, device=device)).shape == (5, 3)
    shapes = [parameter.shape for parameter in model.parameters()]
    assert shapes == [(6, 4), (6,), (3, 6)]  # blank
