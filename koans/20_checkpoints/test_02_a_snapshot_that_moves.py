"""A state_dict holds the live weights, not a picture of them.

    before = model.state_dict()       before["weight"] --+
                                                         +--> one memory
                                      model.weight ------+

The optimizer writes into that memory, in place. So a "snapshot" kept as a dict
always shows the newest weights: compare it with the model after training, and
not one weight seems to have moved. Only saving to a file makes a copy by itself.
"""

import copy

import pytest
import torch
import torch.nn.functional as F
from torch import nn


def moved(model, train):
    """Run train(model); return the names of all that it has changed in the model."""
    # repair: what training has changed must be reported
    before = model.state_dict()
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
