"""Adam's decay goes through the division; AdamW's goes past it.

    Adam     gradient + weight_decay * weight, then averaged and divided
    AdamW    the step of Adam without decay, and weight -= lr * weight_decay * weight

Adam divides the size out of whatever it is given. A decay that was added to the
gradient loses its size with it: where the loss has no slope, a large weight
shrinks no more than a small one, however much decay was asked for. And where
the gradients are large, the decay counts for little. AdamW keeps them apart.
"""

import torch

from koans import __


def after_one_step(optimizer_class, device):
    """Return weights of 10 and 1 after a step in which the loss has no slope."""
    weights = torch.tensor([10.0, 1.0], device=device, requires_grad=True)
    optimizer = optimizer_class([weights], lr=0.1, weight_decay=0.5)
    weights.grad = torch.zeros_like(weights)
    optimizer.step()
    return [round(weight, 4) for weight in weights.tolist()]


def test_a_large_and_a_small_weight_decay(device):
    assert [
        after_one_step(torch.optim.Adam, device),
        after_one_step(torch.optim.AdamW, device),
    ] == __
