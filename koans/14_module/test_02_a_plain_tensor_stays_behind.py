"""What is to be learned must be something that the module can hand out.

The optimizer is given `block.parameters()`, and it steps on what is in there.
A tensor that requires grad collects gradients, but an attribute is not handed
out. Below, such a gain stays at 0. Since the gradient of the layer passes
through the gain, the layer stays too: a block that is trained and never moves.
"""

import torch
import torch.nn.functional as F
from torch import nn


class ReZero(nn.Module):
    """Returns x + gain * layer(x): starts as the identity, learns what to add."""

    def __init__(self, layer):
        super().__init__()
        self.layer = layer
        # repair: the gain must be trained, saved and moved with the block
        self.gain = torch.zeros(1, requires_grad=True)

    def forward(self, x):
        return x + self.gain * self.layer(x)


def test_the_block_learns(device):
    x = torch.randn(16, 4).to(device)
    y = x.roll(1, dims=1)
    block = ReZero(nn.Linear(4, 4)).to(device)
    torch.testing.assert_close(block(x), x)

    optimizer = torch.optim.SGD(block.parameters(), lr=0.2)
    losses = []
    for _ in range(60):
        loss = F.mse_loss(block(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0] / 4  # over 60 seeds: at most 1 / 50


def test_the_gain_is_saved_and_moved():
    block = ReZero(nn.Linear(4, 4))
    assert "gain" in block.state_dict()
    assert block.to("meta").gain.is_meta
