"""Adam averages gradients and their squares, and corrects the cold start.

    step             1      2      3     10      a gradient of 1 at each step
    average       0.10   0.19   0.27   0.65      beta 0.9, from 0
    corrected     1.00   1.00   1.00   1.00      average / (1 - beta**step)

An average that starts at 0 is too small at first; the factor it lacks is known.
Adam's step is the mean gradient over the root of the mean square, both
corrected. What is kept for the next step are the averages before correction.

Hint: Two averages in place: of `grad` with beta1, of `grad**2` with beta2.
Hint: Divide copies of them by `1 - beta1**step` and `1 - beta2**step`.
Hint: The step is `lr * mean_hat / (square_hat.sqrt() + eps)`: eps after the root.
Wrong: Uncorrected, the averages are too small at first, and not by the same factor.
    with torch.no_grad():
        for parameter, mean, square in zip(parameters, means, squares):
            mean.lerp_(parameter.grad, 1 - beta1)
            square.lerp_(parameter.grad**2, 1 - beta2)
            parameter -= lr * mean / (square.sqrt() + eps)
Wrong: Both averages start at 0, so both need their correction.
    with torch.no_grad():
        for parameter, mean, square in zip(parameters, means, squares):
            mean.lerp_(parameter.grad, 1 - beta1)
            square.lerp_(parameter.grad**2, 1 - beta2)
            parameter -= lr * mean / (1 - beta1**step) / (square.sqrt() + eps)
Wrong: In place, the correction is applied to itself again at the next step.
    with torch.no_grad():
        for parameter, mean, square in zip(parameters, means, squares):
            mean.lerp_(parameter.grad, 1 - beta1).div_(1 - beta1**step)
            square.lerp_(parameter.grad**2, 1 - beta2).div_(1 - beta2**step)
            parameter -= lr * mean / (square.sqrt() + eps)
Wrong: Here eps is added before the correction, and is corrected with it.
    with torch.no_grad():
        for parameter, mean, square in zip(parameters, means, squares):
            mean.lerp_(parameter.grad, 1 - beta1)
            square.lerp_(parameter.grad**2, 1 - beta2)
            size = (square.sqrt() + eps) / (1 - beta2**step) ** 0.5
            parameter -= lr * mean / (1 - beta1**step) / size
Wrong: The step counts from 1: with `step + 1` the first average stays too small.
    with torch.no_grad():
        for parameter, mean, square in zip(parameters, means, squares):
            mean.lerp_(parameter.grad, 1 - beta1)
            square.lerp_(parameter.grad**2, 1 - beta2)
            mean_hat = mean / (1 - beta1 ** (step + 1))
            square_hat = square / (1 - beta2 ** (step + 1))
            parameter -= lr * mean_hat / (square_hat.sqrt() + eps)
Wrong: The numerator is the mean of the gradients, not this batch's own.
    with torch.no_grad():
        for parameter, mean, square in zip(parameters, means, squares):
            mean.lerp_(parameter.grad, 1 - beta1)
            square.lerp_(parameter.grad**2, 1 - beta2)
            square_hat = square / (1 - beta2**step)
            parameter -= lr * parameter.grad / (square_hat.sqrt() + eps)
Right:
    with torch.no_grad():
        for parameter, mean, square in zip(parameters, means, squares):
            mean.mul_(beta1).add_((1 - beta1) * parameter.grad)
            square.mul_(beta2).add_((1 - beta2) * parameter.grad.square())
            size = (square / (1 - beta2**step)).sqrt() + eps
            parameter -= lr / (1 - beta1**step) * mean / size
Right:
    for i, parameter in enumerate(parameters):
        gradient = parameter.grad
        means[i] = beta1 * means[i] + (1 - beta1) * gradient
        squares[i] = beta2 * squares[i] + (1 - beta2) * gradient * gradient
        mean_hat = means[i] / (1 - beta1**step)
        square_hat = squares[i] / (1 - beta2**step)
        with torch.no_grad():
            parameter.addcdiv_(mean_hat, square_hat.sqrt() + eps, value=-lr)
Ban: optim, Adam, AdamW, adam, adamw, NAdam, RAdam
See: torch.optim.Adam
"""

import copy

import pytest
import torch
from torch import nn


def adam_step(parameters, means, squares, step, lr, betas, eps):
    """Take Adam's step number `step`, from 1.

    means, squares: a list of averages each, 0 at first, kept up to date here.
    """
    beta1, beta2 = betas
    # blank: update both averages, correct copies of them, step
    with torch.no_grad():
        for parameter, mean, square in zip(parameters, means, squares):
            mean.lerp_(parameter.grad, 1 - beta1)
            square.lerp_(parameter.grad**2, 1 - beta2)
            mean_hat = mean / (1 - beta1**step)
            square_hat = square / (1 - beta2**step)
            parameter -= lr * mean_hat / (square_hat.sqrt() + eps)
    # end


@pytest.mark.essential
@pytest.mark.parametrize(
    ("betas", "eps"), [((0.9, 0.999), 1e-8), ((0.7, 0.9), 1e-8), ((0.9, 0.95), 0.01)]
)
def test_thirty_steps_are_those_of_torch(device, betas, eps):
    ours = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2))
    ours = ours.to(device, torch.float64)
    theirs = copy.deepcopy(ours)
    means = [torch.zeros_like(p) for p in ours.parameters()]
    squares = [torch.zeros_like(p) for p in ours.parameters()]
    optimizer = torch.optim.Adam(theirs.parameters(), lr=0.02, betas=betas, eps=eps)
    for step in range(1, 31):
        x = torch.randn(6, 3, dtype=torch.float64).to(device)
        for model in (ours, theirs):
            model.zero_grad()
            (model(x) - x[:, :2]).square().mean().backward()
        adam_step(list(ours.parameters()), means, squares, step, 0.02, betas, eps)
        optimizer.step()

    torch.testing.assert_close(list(ours.parameters()), list(theirs.parameters()))
    kept = [optimizer.state[p] for p in theirs.parameters()]
    torch.testing.assert_close(means, [state["exp_avg"] for state in kept])
    torch.testing.assert_close(squares, [state["exp_avg_sq"] for state in kept])
