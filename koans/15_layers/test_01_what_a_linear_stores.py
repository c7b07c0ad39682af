"""A Linear is told its sizes in one order and stores them in the other.

Each output is a weighted sum of all inputs, so each output needs one weight per
input, and these stand together in one row. The layer computes `x @ weight.T`.
Whoever fills in weights by hand, or loads them from a library that computes
`x @ weight`, has to transpose. A square matrix fits either way and tells nobody.
"""

import pytest
import torch
from torch import nn

from koans import __


@pytest.mark.essential
def test_the_shapes_of_the_parameters(device):
    model = nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 3, bias=False))
    model.to(device)
    assert model(torch.rand(5, 4, device=device)).shape == (5, 3)
    shapes = [parameter.shape for parameter in model.parameters()]
    assert shapes == __
