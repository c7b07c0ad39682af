"""A gradient needs a dtype whose numbers can change by a little.

A slope says what happens when an input moves by a tiny step. A count, a class
or a hit has no tiny step to make, so the graph ends where integers or bools
come out. Turned back into floats they are new numbers, without a past: an accuracy
has no gradient. The dtype alone decides, not whether the slope is of any use.

Hint: Go step by step. Does the graph go through an integer or a bool anywhere?
Hint: `argmax` gives the number of a class, `max` a score; `long` makes integers.
Hint: `round` gives floats: 3.0, not 3.
Wrong: `float` at the end brings no past back: the hits before it were bools.
    ["hits", "highest", "rounded", "short"]
Wrong: `argmax` is the number of a class, but `max` is a score: it moves with the logit.
    ["rounded", "short"]
Wrong: `long` makes integers, and there the graph ends, whatever comes after.
    ["highest", "whole", "rounded", "short"]
Wrong: A slope of 0 is a slope: `round` gives floats, and the graph goes on.
    ["highest", "short"]
Wrong: 16 bits are few, yet bfloat16 is a float: models are trained in it.
    ["highest", "rounded"]
See: torch.Tensor.requires_grad, torch.is_floating_point
"""

import torch


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
    assert differentiable == ["highest", "rounded", "short"]  # blank
