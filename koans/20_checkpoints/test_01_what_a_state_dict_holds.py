"""A state_dict holds the tensors of a model, not how it is built.

    "0.weight"  (8, 5)    "0.bias"  (8,)      Linear: 5 numbers in, 8 out
                                              ReLU: no tensor, so no entry
    "2.weight"  (3, 8)    "2.bias"  (3,)      Linear: 8 in, 3 out

Each stands under its path, and there is no code: to load them, you build the
model first. What shows in a shape can be read off, as here. That number 1 was a
ReLU, and not a Tanh, stands nowhere: save such things beside it, or guess them.
"""

import pytest
import torch
from torch import nn

from koans import __


def from_state(state):
    """Return the model that has this state: a Linear, a ReLU and a Linear."""
    __("inputs, hidden and outputs, all three read off the state")
    model = nn.Sequential(
        nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs)
    )
    model.load_state_dict(state)
    return model


@pytest.mark.parametrize("sizes", [(5, 8, 3), (4, 2, 7), (3, 6, 1)])
def test_a_model_comes_back_from_its_state_alone(device, sizes):
    inputs, hidden, outputs = sizes
    trained = nn.Sequential(
        nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs)
    ).to(device)

    model = from_state(trained.state_dict()).to(device)

    x = torch.randn(4, inputs).to(device)
    torch.testing.assert_close(model(x), trained(x))
