"""One input that requires grad is enough to make the result require it.

`requires_grad` is a question that each operation asks its inputs. If any says
yes, the operation is recorded and its result says yes as well. The numbers do
not matter, only how they came about. Two things do not carry it on: a result
that holds no floats has no slope, and a new tensor has no past.
"""

import torch

from koans import __


def test_which_results_require_grad(device):
    price = torch.tensor([3.0, 1.0, 2.0], device=device)
    weight = torch.tensor([0.2, 0.9, 0.4], device=device, requires_grad=True)

    doubled = price * 2
    weighted = price * weight
    silenced = 0 * weight
    total = weighted.sum() + doubled.sum()
    large = weight > 0.5
    start = torch.zeros_like(weight)

    results = [doubled, weighted, silenced, total, large, start]
    assert [t.requires_grad for t in results] == __
