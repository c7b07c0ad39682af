"""A resumed run ends bit for bit where the uninterrupted one does.

The next step reads more than the weights: Adam's averages, the schedule's
counter, and the random stream that shuffles and drops units. Leave one out
and training goes on without an error, only along another path.
"""

import pytest
import torch
from torch import nn

from koans import __


def start():
    model = nn.Sequential(nn.Linear(3, 8), nn.Dropout(0.5), nn.Linear(8, 1))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    return model, optimizer, torch.optim.lr_scheduler.StepLR(optimizer, step_size=3)


def train(model, optimizer, scheduler, epochs, path):
    x = torch.arange(30.0).reshape(10, 3) / 30
    for epoch in epochs:
        for batch in torch.randperm(10).split(4):
            loss = (model(x[batch]) - x[batch].prod(dim=1, keepdim=True)).pow(2).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        scheduler.step()
    parts = {"model": model, "optimizer": optimizer, "scheduler": scheduler}
    state = {name: part.state_dict() for name, part in parts.items()}
    torch.save(state | {"epoch": epoch, "rng": torch.get_rng_state()}, path)


def resume(model, optimizer, scheduler, path):
    """Put the run back where `path` left it and return its next epoch."""
    __("weights, optimizer, schedule, random stream, next epoch")


@pytest.mark.essential
@pytest.mark.parametrize("done", [1, 2])
def test_stopped_and_resumed_is_never_stopped(done, tmp_path):
    torch.manual_seed(0)
    straight = start()
    train(*straight, range(4), tmp_path / "straight.pt")
    torch.manual_seed(0)
    train(*start(), range(done), tmp_path / "part.pt")
    torch.manual_seed(1)  # a new process draws other numbers
    resumed = start()
    epochs = range(resume(*resumed, tmp_path / "part.pt"), 4)
    train(*resumed, epochs, tmp_path / "end.pt")
    torch.testing.assert_close(
        resumed[0].state_dict(), straight[0].state_dict(), rtol=0, atol=0
    )
