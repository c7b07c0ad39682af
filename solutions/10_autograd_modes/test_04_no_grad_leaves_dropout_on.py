"""no_grad silences the tape, not the layers.

Dropout sets each number to zero with probability p and divides the others by
1 - p, so that the mean stays. Whether it does so is a switch of the layer:
`train()` turns it on, `eval()` turns it off and the layer hands its input on.
The grad mode is another switch, and neither of them knows of the other.

Hint: In each of the four cases, ask only: was `train()` or `eval()` called last?
Hint: 1 - p is a quarter: what becomes of a 1 that is kept?
Hint: In train mode a 1 becomes 0 or 4.
Wrong: `no_grad` and `inference_mode` do not reach the layer: it still drops.
    [[0.0, 4.0], [1.0], [1.0], [1.0]]
Wrong: The numbers that are kept are divided by 1 - p.
    [[0.0, 1.0], [0.0, 1.0], [0.0, 1.0], [1.0]]
Wrong: `eval()` needs no `no_grad` to turn dropout off.
    [[0.0, 4.0], [0.0, 4.0], [0.0, 4.0], [0.0, 4.0]]
Wrong: They are divided by 1 - p, which is a quarter, not by p.
    [[0.0, 4 / 3], [0.0, 4 / 3], [0.0, 4 / 3], [1.0]]
See: torch.no_grad, torch.nn.Dropout
"""

import torch
from torch import nn


def test_what_dropout_makes_of_a_thousand_ones(device):
    ones = torch.ones(1000, device=device)
    dropout = nn.Dropout(p=0.75)

    def outcomes():
        return sorted(set(dropout(ones).tolist()))

    dropout.train()
    recorded = outcomes()
    with torch.no_grad():
        unrecorded = outcomes()
    with torch.inference_mode():
        inference = outcomes()

    dropout.eval()
    evaluated = outcomes()

    found = [recorded, unrecorded, inference, evaluated]
    assert found == [[0.0, 4.0], [0.0, 4.0], [0.0, 4.0], [1.0]]  # blank
