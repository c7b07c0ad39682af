"""`eval` changes what layers do; `no_grad` what autograd writes down.

Evaluation wants both, and neither implies the other. In eval mode alone every
forward pass still records its graph and keeps the memory for it; under
`no_grad` alone dropout goes on. They also end differently: `no_grad` when its
block is left, eval mode only when somebody calls `train`.
"""

import torch
from torch import nn

from koans import __


def test_two_switches(device):
    model = nn.Sequential(nn.Linear(4, 500), nn.Dropout(0.5)).to(device)
    x = torch.rand(4, device=device)

    def drops_and_records():
        output = model(x)
        return (output == 0).any().item(), output.requires_grad

    found = []
    model.train()
    found.append(drops_and_records())
    model.eval()
    found.append(drops_and_records())
    with torch.no_grad():
        found.append(drops_and_records())
    found.append(drops_and_records())
    model.train()
    with torch.no_grad():
        found.append(drops_and_records())
    assert found == __
