"""Adam divides the size of the gradient out; what is left is its sign.

After one gradient g, the corrected mean is g, the mean square g**2. The step is

    lr * g / (|g| + eps)

Scale the loss by a thousand, and Adam walks as before. Only where the gradient
comes down to eps does its size count again. This is why Adam's lr is a length,
and why warm-up starts it low: its first steps know nothing, and are full ones.

Hint: Downhill is against the sign of the gradient.
Hint: 500 / (500 + eps) is 1; so is 0.02 / (0.02 + eps).
Hint: For a gradient of eps itself the quotient is 1 / 2; for 0 it is 0.
Wrong: That is SGD: lr times the gradient. Adam divides the size out.
    [-50.0, 0.002, 0.0, 0.0]
Wrong: A step goes against the gradient: a positive slope lowers the weight.
    [0.1, -0.1, 0.0, 0.05]
Wrong: Where the gradient is as small as eps, eps counts: g / (g + g) is a half.
    [-0.1, 0.1, 0.0, -0.1]
Wrong: Without a slope there is no sign: 0 / (0 + eps) is 0. For that eps is there.
    [-0.1, 0.1, -0.1, -0.05]
Wrong: Both averages are corrected: the first mean is g itself, not a tenth of it.
    [-0.01, 0.01, 0.0, -0.005]
See: torch.optim.Adam
"""

import torch


def test_the_first_step_of_four_weights(device):
    weights = torch.zeros(4, device=device, requires_grad=True)
    optimizer = torch.optim.Adam([weights], lr=0.1, eps=1e-8)
    weights.grad = torch.tensor([500.0, -0.02, 0.0, 1e-8], device=device)
    optimizer.step()
    steps = [round(step, 4) for step in weights.tolist()]
    assert steps == [-0.1, 0.1, 0.0, -0.05]  # blank
