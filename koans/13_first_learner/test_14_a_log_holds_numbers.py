"""A log of tensors keeps their graphs, and changes with them.

A loss holds on to its whole graph, so a list of losses fills the memory, step by
step. The weight is worse: it is one tensor that every step changes, so a list of
it shows the last value in every line, and the path you meant to plot is a single
point. A log wants the numbers, and it wants them now.
"""

import pytest
import torch


def descend(x, y, learning_rate, steps):
    """Fit y = x @ weight; return the weight and the loss before each step."""
    log = []
    weight = torch.zeros(x.shape[1], device=x.device, requires_grad=True)
    for _ in range(steps):
        loss = (x @ weight - y).square().mean() / 2
        # repair: each entry must stay as it was, and hold no graph
        log.append((weight, loss))
        (gradient,) = torch.autograd.grad(loss, weight)
        with torch.no_grad():
            weight -= learning_rate * gradient
    return log


@pytest.mark.filterwarnings("ignore:Converting a tensor")  # float(loss) may
@pytest.mark.parametrize("features", [2, 3])
def test_the_log_shows_the_path(device, features):
    x = torch.randn(6, features).to(device)
    y = x.sum(dim=1) + torch.randn(6).to(device)
    log = descend(x, y, learning_rate=0.2, steps=4)

    assert len(log) == 4
    expected = torch.zeros(features, device=device)
    for weight, loss in log:
        assert not getattr(weight, "requires_grad", False)
        assert not getattr(loss, "requires_grad", False)
        torch.testing.assert_close(torch.as_tensor(weight, device=device), expected)
        error = x @ expected - y
        assert loss == pytest.approx(error.square().mean().item() / 2, rel=1e-4)
        expected = expected - 0.2 * x.T @ error / 6
