"""Adam's decay goes through the division; AdamW's goes past it.

    Adam     gradient + weight_decay * weight, then averaged and divided
    AdamW    the step of Adam without decay, and weight -= lr * weight_decay * weight

Adam divides the size out of whatever it is given. A decay that was added to the
gradient loses its size with it: where the loss has no slope, a large weight
shrinks no more than a small one, however much decay was asked for. And where
the gradients are large, the decay counts for little. AdamW keeps them apart.

Hint: In Adam the decay is all the gradient there is: 5 and 0.5. What is left of it?
Hint: Adam's first step is lr long, whatever the size of what it was given.
Hint: AdamW takes the same part of each weight: 0.1 * 0.5 is a twentieth.
Wrong: Adam divides the size out: from 5 and from 0.5 it makes the same step.
    [[9.5, 0.95], [9.5, 0.95]]
Wrong: In AdamW the decay is not divided: each weight loses the same part of itself.
    [[9.9, 0.9], [9.9, 0.9]]
Wrong: The first line is Adam: its steps are lr long.
    [[9.5, 0.95], [9.9, 0.9]]
Wrong: AdamW scales the decay by lr: 0.1 * 0.5 of the weight.
    [[9.9, 0.9], [5, 0.5]]
Wrong: Without a gradient there is still the decay: it needs no slope of the loss.
    [[10, 1], [9.5, 0.95]]
See: torch.optim.Adam, torch.optim.AdamW
"""

import torch


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
    ] == [[9.9, 0.9], [9.5, 0.95]]  # blank
