"""A function of `F` takes the input; a class of `nn` takes the settings.

`F.relu(x)` computes. `nn.ReLU()` makes a module, which computes when it is
called: `nn.ReLU()(x)`. So `nn.ReLU(x)` computes nothing: it makes a module, with
x for the setting `inplace`, and the error comes lines later. The module keeps
its settings; the function has to be told them each time.
"""

import pytest
import torch
import torch.nn.functional as F
from torch import nn

from koans import __


class MLP(nn.Module):
    """Two Linear layers with a leaky relu between them."""

    def __init__(self, widths, slope):
        super().__init__()
        self.slope = slope
        self.first = nn.Linear(widths[0], widths[1])
        self.last = nn.Linear(widths[1], widths[2])

    def forward(self, x):
        hidden = __
        return self.last(hidden)


@pytest.mark.parametrize("slope", [0.2, 0.5])
def test_it_agrees_with_the_module(device, slope):
    mlp = MLP([4, 6, 2], slope).to(device)
    modules = nn.Sequential(mlp.first, nn.LeakyReLU(slope), mlp.last)
    x = torch.randn(5, 4).to(device)
    torch.testing.assert_close(mlp(x), modules(x))
