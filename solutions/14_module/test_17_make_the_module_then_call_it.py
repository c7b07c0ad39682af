"""A function of `F` takes the input; a class of `nn` takes the settings.

`F.relu(x)` computes. `nn.ReLU()` makes a module, which computes when it is
called: `nn.ReLU()(x)`. So `nn.ReLU(x)` computes nothing: it makes a module, with
x for the setting `inplace`, and the error comes lines later. The module keeps
its settings; the function has to be told them each time.

Hint: Three things meet here: the layer `first`, the activation, and its slope.
Hint: `F.leaky_relu(input, negative_slope)`; the default slope is 0.01.
Hint: The input of the activation is `self.first(x)`, its slope is `self.slope`.
Wrong: That makes a module and hands it a tensor for a slope: nothing is computed.
    nn.LeakyReLU(self.first(x))
Wrong: Not told its slope, the function takes 0.01.
    F.leaky_relu(self.first(x))
Wrong: That is the module; nobody has called it yet.
    nn.LeakyReLU(self.slope)
Wrong: The second argument of a plain relu is `inplace`: no slope is left.
    F.relu(self.first(x), self.slope)
Wrong: The activation comes after the first layer, not before it.
    self.first(F.leaky_relu(x, self.slope))
Right:
    nn.LeakyReLU(self.slope)(self.first(x))
Right:
    F.leaky_relu(self.first(x), negative_slope=self.slope)
Right:
    torch.where(self.first(x) > 0, self.first(x), self.slope * self.first(x))
Right:
    F.prelu(self.first(x), torch.tensor(self.slope, device=x.device))
See: torch.nn.functional.leaky_relu, torch.nn.LeakyReLU
"""

import pytest
import torch
import torch.nn.functional as F
from torch import nn


class MLP(nn.Module):
    """Two Linear layers with a leaky relu between them."""

    def __init__(self, widths, slope):
        super().__init__()
        self.slope = slope
        self.first = nn.Linear(widths[0], widths[1])
        self.last = nn.Linear(widths[1], widths[2])

    def forward(self, x):
        hidden = F.leaky_relu(self.first(x), self.slope)  # blank
        return self.last(hidden)


@pytest.mark.parametrize("slope", [0.2, 0.5])
def test_it_agrees_with_the_module(device, slope):
    mlp = MLP([4, 6, 2], slope).to(device)
    modules = nn.Sequential(mlp.first, nn.LeakyReLU(slope), mlp.last)
    x = torch.randn(5, 4).to(device)
    torch.testing.assert_close(mlp(x), modules(x))
