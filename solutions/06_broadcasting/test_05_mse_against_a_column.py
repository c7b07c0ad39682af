"""MSE of a column (N, 1) against a row (N,) averages N x N errors.

    targets        1   2   4
    predicted 1    0   1   9     Each prediction is compared with every
              2    1   0   4     target; only the diagonal should count.
              4    9   4   0     Perfect predictions cost 28 / 9.

The cheapest answer to every question is now the mean of all the answers. The
loss still falls, and torch says so in one warning, far up in the log.

Hint: Print the shape of `predictions - targets`.
Hint: Give both the same shape before they meet.
Hint: Drop the last dim of the predictions: `squeeze(-1)`.
Wrong: Now the warning is gone and the N x N errors are still there.
    return F.mse_loss(*torch.broadcast_tensors(predictions, targets))
Wrong: The sum over N x N errors is as wrong as their mean.
    return F.mse_loss(predictions, targets, reduction="sum") / len(targets)
Wrong: This compares one number, the mean prediction, with every target.
    return F.mse_loss(predictions.mean(dim=0), targets)
Wrong: The pairs are right; this adds their errors up instead of averaging them.
    return F.mse_loss(predictions, targets[:, None], reduction="sum")
Right:
    return F.mse_loss(predictions, targets.unsqueeze(-1))
Right:
    return F.mse_loss(predictions[:, 0], targets)
Right:
    return F.mse_loss(predictions, targets.view_as(predictions))
Right:
    return F.mse_loss(predictions.squeeze(), targets)
Right:
    errors = predictions.flatten() - targets
    return errors.square().mean()
See: torch.nn.functional.mse_loss, torch.squeeze
"""

import pytest
import torch
import torch.nn.functional as F


def regression_loss(predictions, targets):
    """Return the mean squared error of predictions (N, 1) for targets (N,)."""
    # broken: compare each prediction with its own target
    # return F.mse_loss(predictions, targets)
    return F.mse_loss(predictions.squeeze(-1), targets)
    # end


# In a real log the warning scrolls by. Here it is silenced, to see the number.
@pytest.mark.essential
@pytest.mark.filterwarnings("ignore:Using a target size")
def test_perfect_predictions_cost_nothing(device):
    targets = torch.tensor([1.0, 2.0, 4.0], device=device)
    predictions = targets[:, None]
    assert regression_loss(predictions, targets).item() == 0
    assert regression_loss(predictions + 3, targets).item() == 9


@pytest.mark.essential
@pytest.mark.filterwarnings("ignore:Using a target size")
@pytest.mark.parametrize("n", [1, 2, 7])
def test_each_prediction_pays_for_its_own_error(device, n):
    predictions, targets = torch.randn(n, 1), torch.randn(n)
    pairs = zip(predictions.flatten().tolist(), targets.tolist())
    expected = sum((predicted - target) ** 2 for predicted, target in pairs) / n
    loss = regression_loss(predictions.to(device), targets.to(device))
    assert loss.item() == pytest.approx(expected, rel=1e-4)
