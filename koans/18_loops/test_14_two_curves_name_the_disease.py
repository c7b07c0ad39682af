"""Two curves name the disease: the training loss and the unseen loss.

    training   unseen
    high       high             underfits: it has not learnt what is there
    low        far higher       overfits: it has learnt the examples by heart
    low        not far higher   fits

More data heals the second, and does nothing for the first: that one needs a
larger model, longer training, or larger steps. So look before you collect.
"""

import torch
import torch.nn.functional as F
from torch import nn

from koans import __


def verdict(training, unseen):
    # 50 seeds: training over 1.27 or under 0.08, gap over 1.3 or under 0.5
    if training > 0.8:
        return "underfits"
    return "overfits" if unseen > training + 0.9 else "fits"


def test_four_runs(device, digits, unseen_digits):
    images, labels = (part.to(device) for part in digits)
    held_out = [part.to(device) for part in unseen_digits]

    def run(examples, hidden, steps):
        x, y = images[:examples].flatten(1), labels[:examples]
        layers = [nn.Linear(64, hidden), nn.ReLU(), nn.Linear(hidden, 10)]
        mlp = nn.Sequential(*layers).to(device)
        optimizer = torch.optim.Adam(mlp.parameters(), lr=0.05)
        for _ in range(steps):
            loss = F.cross_entropy(mlp(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        with torch.no_grad():
            unseen = F.cross_entropy(mlp(held_out[0].flatten(1)), held_out[1])
            return verdict(F.cross_entropy(mlp(x), y), unseen)

    runs = [
        run(examples=1287, hidden=1, steps=25),
        run(examples=30, hidden=32, steps=25),
        run(examples=1287, hidden=32, steps=25),
        run(examples=1287, hidden=32, steps=3),
    ]
    assert runs == __
