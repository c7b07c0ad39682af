"""no_grad silences the tape, not the layers.

Dropout sets each number to zero with probability p and divides the others by
1 - p, so that the mean stays. Whether it does so is a switch of the layer:
`train()` turns it on, `eval()` turns it off and the layer hands its input on.
The grad mode is another switch, and neither of them knows of the other.
"""

import torch
from torch import nn

from koans import __


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
    assert found == __
