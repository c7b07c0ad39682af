"""A sound model can learn one small batch by heart, whatever its labels.

Before a night of training, try a minute: a few examples, the same ones every
step. There is nothing to understand in them, only to remember. If the loss does
not go to zero, no amount of data will help: something between the input and the
loss is broken. That a loss falls proves little; a broken model's falls as well.
"""

import torch
import torch.nn.functional as F
from torch import nn

from koans import __


def loss_by_heart(model, x, y, size, steps):
    """Train on the first `size` examples only; return the loss on them after that."""
    optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
    __("`steps` steps on one batch of `size`, and its final loss after them")
    return final.item()


class BatchAverage(nn.Module):
    """A bug: the mean goes over the batch, so that all examples look alike."""

    def forward(self, x):
        return x.mean(dim=0, keepdim=True).expand_as(x)


def mlp(*extra, first=()):
    layers = [*first, nn.Linear(12, 32), nn.ReLU(), nn.Linear(32, 5)]
    return nn.Sequential(*layers, *extra)


def test_only_the_sound_model_remembers(device):
    x = torch.randn(400, 12).to(device)
    y = torch.randint(5, (400,)).to(device)
    y[:5] = torch.arange(5)
    sound, softmaxed = mlp(), mlp(nn.Softmax(dim=-1))
    averaging = mlp(first=[BatchAverage()])
    seen, losses = [], []
    for model in (sound, softmaxed, averaging):
        model.to(device).register_forward_hook(lambda m, args, _: seen.append(args[0]))
        losses.append(loss_by_heart(model, x, y, size=10, steps=35))

    assert all(torch.equal(batch, x[:10]) for batch in seen)
    for model, loss in zip((sound, softmaxed, averaging), losses):
        assert loss == F.cross_entropy(model(x[:10]), y[:10]).item()
    assert losses[0] < 0.1  # 50 seeds: at most 0.002
    assert losses[1] > 0.9  # probabilities as logits: 0.905 is the least possible
    assert losses[2] > 1.2  # one answer for all ten: 1.228 is the least possible
