"""A state_dict holds the live weights, not a picture of them.

    before = model.state_dict()       before["weight"] --+
                                                         +--> one memory
                                      model.weight ------+

The optimizer writes into that memory, in place. So a "snapshot" kept as a dict
always shows the newest weights: compare it with the model after training, and
not one weight seems to have moved. Only saving to a file makes a copy by itself.

Hint: Compare `before["weight"].data_ptr()` with that of the model's weight.
Hint: A new dict is not enough: each tensor in it has to be another one.
Hint: Clone every value, or `copy.deepcopy` the whole state_dict.
Wrong: A copy of the dict holds the same tensors.
    before = dict(model.state_dict())
Wrong: `detach` gives new tensor objects on the same memory.
    before = {name: value.detach() for name, value in model.state_dict().items()}
Wrong: Buffers move too: BatchNorm's statistics are in the state_dict.
    before = {name: value.detach().clone() for name, value in model.named_parameters()}
Wrong: `contiguous` and `to` copy only if they must: here they return the same tensor.
    before = {
        name: value.contiguous().to(value.device)
        for name, value in model.state_dict().items()
    }
Right:
    before = {name: value.clone() for name, value in model.state_dict().items()}
Right:
    import io

    file = io.BytesIO()
    torch.save(model.state_dict(), file)
    file.seek(0)
    before = torch.load(file)
Right:
    before = copy.deepcopy(model).state_dict()
See: torch.nn.Module.state_dict, torch.Tensor.clone
"""

import copy

import pytest
import torch
import torch.nn.functional as F
from torch import nn


def moved(model, train):
    """Run train(model); return the names of all that it has changed in the model."""
    # broken: what training has changed must be reported
    # before = model.state_dict()
    before = copy.deepcopy(model.state_dict())
    # end
    train(model)
    after = model.state_dict()
    return [name for name in after if not torch.equal(after[name], before[name])]


@pytest.mark.essential
def test_a_report_of_what_training_moves(device):
    model = nn.Sequential(nn.Linear(3, 5), nn.BatchNorm1d(5), nn.Linear(5, 2))
    model.to(device)[2].requires_grad_(False)

    def train(model):
        trained = [p for p in model.parameters() if p.requires_grad]
        optimizer = torch.optim.SGD(trained, lr=0.5)
        for _ in range(3):
            x = torch.randn(8, 3).to(device)
            loss = F.mse_loss(model(x), x[:, :2])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()

    found = moved(model, train)
    assert "0.weight" in found
    assert "1.weight" in found
    assert found[-3:] == ["1.running_mean", "1.running_var", "1.num_batches_tracked"]
    assert moved(model, lambda model: None) == []
    assert (
        moved(model, lambda model: model(torch.rand(4, 3, device=device))) == found[-3:]
    )
