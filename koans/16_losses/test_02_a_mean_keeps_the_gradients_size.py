"""A mean keeps the gradient's size when the batch grows; a sum does not.

With `reduction="sum"` each example adds its pull, so twice the batch is a step
twice as long. `"mean"` divides by the number of costs: for `mse_loss` that is
every element, the outputs of an example included, and not the examples alone.
Change the reduction, and the learning rate has to change by the same factor.
"""

import torch
import torch.nn.functional as F

from koans import __


def bias_gradient(rows, reduction, device):
    """Return the gradient of a bias whose outputs are 3 too high and 1 too low."""
    bias = torch.tensor([8.0, 4.0], device=device, requires_grad=True)
    predictions = torch.zeros(rows, 2, device=device) + bias
    targets = torch.tensor([5.0, 5.0], device=device).expand(rows, 2)
    F.mse_loss(predictions, targets, reduction=reduction).backward()
    return bias.grad.tolist()


def test_a_batch_of_one_and_a_batch_of_four(device):
    assert [
        bias_gradient(1, "sum", device),
        bias_gradient(4, "sum", device),
        bias_gradient(1, "mean", device),
        bias_gradient(4, "mean", device),
    ] == __
