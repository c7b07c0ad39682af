"""A state_dict holds the tensors of a model, not how it is built.

    "0.weight"  (8, 5)    "0.bias"  (8,)      Linear: 5 numbers in, 8 out
                                              ReLU: no tensor, so no entry
    "2.weight"  (3, 8)    "2.bias"  (3,)      Linear: 8 in, 3 out

Each stands under its path, and there is no code: to load them, you build the
model first. What shows in a shape can be read off, as here. That number 1 was a
ReLU, and not a Tanh, stands nowhere: save such things beside it, or guess them.

Hint: Print `state.keys()`, and the shape of each value.
Hint: The weight of a Linear is (out, in). Where does the first one's `in` stand?
Hint: `hidden, inputs = state["0.weight"].shape`; the last layer is number 2.
Wrong: The weight of a Linear is stored as (out, in): that has them swapped.
    inputs, hidden = state["0.weight"].shape
    outputs = len(state["2.bias"])
Wrong: The ReLU has no tensor, and has a number all the same: the last layer is 2.
    hidden, inputs = state["0.weight"].shape
    outputs = len(state["1.bias"])
Wrong: The sizes are attributes of the layer, and a state_dict holds tensors alone.
    inputs, hidden = state["0.in_features"], state["0.out_features"]
    outputs = state["2.out_features"]
Wrong: Those are the sizes of one model: the next file has others.
    inputs, hidden, outputs = 5, 8, 3
Wrong: The last weight is (outputs, hidden): its dim 1 is what goes in.
    hidden, inputs = state["0.weight"].shape
    outputs = state["2.weight"].shape[1]
Right:
    inputs = state["0.weight"].shape[1]
    hidden = state["2.weight"].shape[1]
    outputs = state["2.weight"].shape[0]
Right:
    hidden, inputs = state["0.weight"].size()
    outputs = state["2.bias"].numel()
See: torch.nn.Module.state_dict, torch.nn.Module.load_state_dict, torch.nn.Linear
"""

import pytest
import torch
from torch import nn


def from_state(state):
    """Return the model that has this state: a Linear, a ReLU and a Linear."""
    # blank: inputs, hidden and outputs, all three read off the state
    hidden, inputs = state["0.weight"].shape
    outputs = len(state["2.bias"])
    # end
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
