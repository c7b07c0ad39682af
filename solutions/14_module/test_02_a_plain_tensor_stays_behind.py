"""What is to be learned must be something that the module can hand out.

The optimizer is given `block.parameters()`, and it steps on what is in there.
A tensor that requires grad collects gradients, but an attribute is not handed
out. Below, such a gain stays at 0. Since the gradient of the layer passes
through the gain, the layer stays too: a block that is trained and never moves.

Hint: Print the names in `block.named_parameters()`.
Hint: Of which class must a tensor be for a module to register it?
Hint: `self.gain = nn.Parameter(...)`, with the same zeros in it.
Wrong: A buffer is saved and moved with the block, and still not trained.
    self.register_buffer("gain", torch.zeros(1, requires_grad=True))
Wrong: A product is a plain tensor again, with a graph that serves one backward only.
    self.gain = 0 * nn.Parameter(torch.ones(1))
Wrong: It is registered now, but it asks for no gradient, and so it gets no step.
    self.gain = nn.Parameter(torch.zeros(1), requires_grad=False)
Wrong: The block is meant to start as the identity: the gain has to start at 0.
    self.gain = nn.Parameter(torch.ones(1))
Wrong: A list hides the Parameter as well as an attribute hides the tensor.
    self.gains = [nn.Parameter(torch.zeros(1))]
    self.gain = self.gains[0].view(1)
Right:
    self.register_parameter("gain", nn.Parameter(torch.zeros(1)))
Right:
    self.gain = nn.Parameter(torch.tensor(0.0))
Right:
    self.gain = torch.zeros(1, requires_grad=True)
    self.gain = nn.Parameter(self.gain)
See: torch.nn.Parameter
"""

import torch
import torch.nn.functional as F
from torch import nn


class ReZero(nn.Module):
    """Returns x + gain * layer(x): starts as the identity, learns what to add."""

    def __init__(self, layer):
        super().__init__()
        self.layer = layer
        # broken: the gain must be trained, saved and moved with the block
        # self.gain = torch.zeros(1, requires_grad=True)
        self.gain = nn.Parameter(torch.zeros(1))
        # end

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
