"""What a forward pre-hook returns takes the place of the module's inputs.

It is called before `forward`, with the module and the tuple of the positional
inputs. Return None and they stay; return a tuple and `forward` gets that. So a
finished model can be given its preprocessing without a change to its code, and
callers keep their tensors. The tuple is all of the inputs, not only the first.
"""

import torch
from torch import nn

from koans import __


def standardise_inputs(model, mean, std):
    """Make model see (x - mean) / std for its first input; return the hook's handle."""
    __("register a hook that changes the first input, and keep its handle")
    return handle


class WeightedScore(nn.Module):
    """Scores each row of x; the scores count as much as their weights say."""

    def __init__(self, features):
        super().__init__()
        self.score = nn.Linear(features, 1)

    def forward(self, x, weight=1.0):
        return weight * self.score(x).squeeze(-1)


def test_the_model_sees_other_inputs_and_the_caller_does_not(device):
    model = WeightedScore(features=3).to(device)
    raw = (50 + 9 * torch.randn(6, 3)).to(device)
    weight = torch.arange(6.0, device=device)
    kept, mean, std = raw.clone(), raw.mean(dim=0), raw.std(dim=0)
    unhooked = model(raw, weight)
    expected = model((raw - mean) / std)

    handle = standardise_inputs(model, mean, std)
    torch.testing.assert_close(model(raw), expected)
    torch.testing.assert_close(model(raw, weight), weight * expected)
    torch.testing.assert_close(raw, kept, rtol=0, atol=0)

    handle.remove()
    torch.testing.assert_close(model(raw, weight), unhooked)
