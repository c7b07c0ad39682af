"""A gradient needs a dtype whose numbers can change by a little.

A slope says what happens when an input moves by a tiny step. A count, a class
or a hit has no tiny step to make, so the graph ends where integers or bools
come out. Turned back into floats they are new numbers, without a past: an accuracy
has no gradient. The dtype alone decides, not whether the slope is of any use.
"""

import torch

from koans import __


def test_from_which_of_them_a_road_leads_back(device):
    logits = torch.tensor([[0.3, 2.6, -1.2], [1.4, 0.2, 0.8]], device=device)
    logits.requires_grad_()
    labels = torch.tensor([1, 2], device=device)
    losses = {
        "hits": (logits.argmax(dim=1) == labels).float().mean(),
        "highest": logits.max(dim=1).values.mean(),
        "whole": logits.long().float().mean(),
        "rounded": logits.round().mean(),
        "short": logits.bfloat16().mean(),
    }
    differentiable = [name for name, loss in losses.items() if loss.requires_grad]
    assert differentiable == __
