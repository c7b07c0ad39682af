"""A log of tensors keeps their graphs, and changes with them.

A loss holds on to its whole graph, so a list of losses fills the memory, step by
step. The weight is worse: it is one tensor that every step changes, so a list of
it shows the last value in every line, and the path you meant to plot is a single
point. A log wants the numbers, and it wants them now.

Hint: Ask of each entry: does it share memory, does it need a gradient?
Hint: `detach` drops the graph and shares the memory; `clone` does the opposite.
Hint: `item` for the one number of the loss, `tolist` for the weight.
Wrong: Detached, it is still the memory that the next step writes into.
    log.append((weight.detach(), loss.item()))
Wrong: A NumPy array of the weight shares its memory too.
    log.append((weight.detach().numpy(), loss.item()))
Wrong: The weights are numbers now; each loss still holds its graph.
    log.append((weight.tolist(), loss))
Wrong: A clone is recorded: it hangs on to the weight by its graph.
    log.append((weight.clone(), loss.item()))
Right:
    log.append((weight.detach().clone(), loss.detach()))
Right:
    log.append((weight.clone().detach(), float(loss)))
Right:
    with torch.no_grad():
        log.append((weight.clone(), loss.item()))
See: torch.Tensor.item, torch.Tensor.tolist, torch.Tensor.detach
"""

import pytest
import torch


def descend(x, y, learning_rate, steps):
    """Fit y = x @ weight; return the weight and the loss before each step."""
    log = []
    weight = torch.zeros(x.shape[1], device=x.device, requires_grad=True)
    for _ in range(steps):
        loss = (x @ weight - y).square().mean() / 2
        # broken: each entry must stay as it was, and hold no graph
        # log.append((weight, loss))
        log.append((weight.tolist(), loss.item()))
        # end
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
