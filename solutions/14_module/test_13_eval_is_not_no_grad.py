"""`eval` changes what layers do; `no_grad` what autograd writes down.

Evaluation wants both, and neither implies the other. In eval mode alone every
forward pass still records its graph and keeps the memory for it; under
`no_grad` alone dropout goes on. They also end differently: `no_grad` when its
block is left, eval mode only when somebody calls `train`.

Hint: Keep two columns: which mode was set last, and is this line inside the block?
Hint: The first answer of a pair follows `train` and `eval` alone.
Hint: The second is True everywhere except inside the block.
Wrong: `eval` does not stop the recording: its output still requires grad.
    [(True, True), (False, False), (False, False), (False, True), (True, False)]
Wrong: Leaving the block ends `no_grad`; it does not put the model in train mode.
    [(True, True), (False, True), (False, False), (True, True), (True, False)]
Wrong: `no_grad` does not turn dropout off: the model is in train mode.
    [(True, True), (False, True), (False, False), (False, True), (False, False)]
Wrong: Once the block is left, autograd records again.
    [(True, True), (False, True), (False, False), (False, False), (True, False)]
See: torch.nn.Module.eval, torch.no_grad
"""

import torch
from torch import nn


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
    assert found == [
        (True, True),
        (False, True),
        (False, False),
        (False, True),
        (True, False),
    ]  # blank
