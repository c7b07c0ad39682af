"""A mean keeps the gradient's size when the batch grows; a sum does not.

With `reduction="sum"` each example adds its pull, so twice the batch is a step
twice as long. `"mean"` divides by the number of costs: for `mse_loss` that is
every element, the outputs of an example included, and not the examples alone.
Change the reduction, and the learning rate has to change by the same factor.

Hint: The slope of error**2 is 2 * error. The bias collects it from every row.
Hint: The sum over 4 rows is 4 times as much; the mean then divides by what count?
Hint: A batch of 4 rows and 2 outputs has 8 elements: [24 / 8, -8 / 8].
Wrong: The mean of `mse_loss` runs over rows * outputs, not over the rows alone.
    [[6, -2], [24, -8], [6, -2], [6, -2]]
Wrong: The bias stands in every row: its gradient is the sum over them.
    [[6, -2], [6, -2], [3, -1], [0.75, -0.25]]
Wrong: The slope of error**2 is 2 * error.
    [[3, -1], [12, -4], [1.5, -0.5], [1.5, -0.5]]
Wrong: A mean over more rows divides by more, but there is more to divide, too.
    [[6, -2], [24, -8], [3, -1], [0.75, -0.25]]
Wrong: A gradient points uphill: an output that is too high has a positive one.
    [[-6, 2], [-24, 8], [-3, 1], [-3, 1]]
See: torch.nn.functional.mse_loss, torch.nn.MSELoss
"""

import torch
import torch.nn.functional as F


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
    ] == [[6, -2], [24, -8], [3, -1], [3, -1]]  # blank
