"""A buffer that can be made again does not belong in the checkpoint.

A causal mask follows from the context length, so saving it wastes space, and
worse: a model with a longer context could not load the old weights, because the
two masks differ in shape. `persistent=False` keeps a buffer on the module, and
moves it, and leaves it out of what is saved.
"""

import torch
from torch import nn

from koans import __


class CausalScores(nn.Module):
    """Hides from each token the scores (batch, context, context) of those after it."""

    def __init__(self, context):
        super().__init__()
        self.gain = nn.Parameter(torch.ones(()))
        self.register_buffer("tokens_seen", torch.tensor(0))
        mask = torch.ones(context, context, dtype=torch.bool).tril()
        self.register_buffer("mask", mask, persistent=False)

    def forward(self, scores):
        self.tokens_seen += scores.shape[0] * scores.shape[1]
        return (self.gain * scores).masked_fill(~self.mask, float("-inf"))


def test_a_longer_context_takes_over_the_old_weights(device):
    trained = CausalScores(context=2).to(device)
    trained(torch.zeros(320, 2, 2, device=device))
    nn.init.constant_(trained.gain, 3.0)

    long = CausalScores(context=5).to(device)
    long.load_state_dict(trained.state_dict())

    found = {
        "gain": long.gain.item(),
        "tokens_seen": long.tokens_seen.item(),
        "mask": long.mask.shape,
    }
    assert found == __
