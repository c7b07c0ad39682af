"""Adam divides the size of the gradient out; what is left is its sign.

After one gradient g, the corrected mean is g, the mean square g**2. The step is

    lr * g / (|g| + eps)

Scale the loss by a thousand, and Adam walks as before. Only where the gradient
comes down to eps does its size count again. This is why Adam's lr is a length,
and why warm-up starts it low: its first steps know nothing, and are full ones.
"""

import torch

from koans import __


def test_the_first_step_of_four_weights(device):
    weights = torch.zeros(4, device=device, requires_grad=True)
    optimizer = torch.optim.Adam([weights], lr=0.1, eps=1e-8)
    weights.grad = torch.tensor([500.0, -0.02, 0.0, 1e-8], device=device)
    optimizer.step()
    steps = [round(step, 4) for step in weights.tolist()]
    assert steps == __
