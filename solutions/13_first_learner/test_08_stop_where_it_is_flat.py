"""Near a minimum the gradient goes to zero, wherever the loss stands.

A loss has a floor of its own, seldom 0, so its size cannot say that training is
done. Its slope can. The slopes of all weights count together, as the length of
the gradient: in a sum they may cancel, and one may be flat before the others.
Ask before you move: at a flat place no step is due.

Hint: The length of a vector is its norm.
Hint: Gradient first, then the question, then the step.
Hint: `if gradient.norm() < tolerance: return step`
Wrong: Slopes of opposite sign cancel in a sum; in a length they do not.
    (gradient,) = torch.autograd.grad(loss_fn(weight), weight)
    if gradient.sum().abs() < tolerance:
        return step
    with torch.no_grad():
        weight -= learning_rate * gradient
Wrong: That is the steepest slope alone; the length counts all of them.
    (gradient,) = torch.autograd.grad(loss_fn(weight), weight)
    if gradient.abs().max() < tolerance:
        return step
    with torch.no_grad():
        weight -= learning_rate * gradient
Wrong: This loss never falls below 5: its size does not say how flat it is.
    loss = loss_fn(weight)
    if loss < tolerance:
        return step
    (gradient,) = torch.autograd.grad(loss, weight)
    with torch.no_grad():
        weight -= learning_rate * gradient
Wrong: It moves first and asks later: one step too many is taken.
    (gradient,) = torch.autograd.grad(loss_fn(weight), weight)
    with torch.no_grad():
        weight -= learning_rate * gradient
    if gradient.norm() < tolerance:
        return step
Wrong: That is the length squared: 25 where the length is 5.
    (gradient,) = torch.autograd.grad(loss_fn(weight), weight)
    if gradient.square().sum() < tolerance:
        return step
    with torch.no_grad():
        weight -= learning_rate * gradient
Right:
    weight.grad = None
    loss_fn(weight).backward()
    if weight.grad.norm() < tolerance:
        return step
    with torch.no_grad():
        weight -= learning_rate * weight.grad
Right:
    gradient = torch.autograd.grad(loss_fn(weight), weight)[0]
    if gradient.square().sum().sqrt() < tolerance:
        return step
    weight.detach().sub_(learning_rate * gradient)
See: torch.linalg.vector_norm, torch.autograd.grad
"""

import pytest
import torch


def descend(loss_fn, weight, learning_rate, tolerance, max_steps):
    """Step down until the gradient is shorter than tolerance; return the steps."""
    for step in range(max_steps):
        # blank: stop at a gradient shorter than tolerance, else take a step
        (gradient,) = torch.autograd.grad(loss_fn(weight), weight)
        if gradient.norm() < tolerance:
            return step
        with torch.no_grad():
            weight -= learning_rate * gradient
        # end
    return max_steps


STARTS = [[4.0, -3.0], [[2.0, -2.0], [4.0, -1.0]]]  # both at a distance of 5


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize(
    ("tolerance", "steps"), [(6.0, 0), (1.2, 3), (0.1, 6), (1e-4, 9)]
)
def test_it_stops_at_the_first_flat_place(device, start, tolerance, steps):
    start = torch.tensor(start, device=device)
    weight = (start + 1).requires_grad_()

    def bowl(weight):  # its gradient is weight - 1, its floor is at 5
        return (weight - 1).square().sum() / 2 + 5

    assert descend(bowl, weight, 0.5, tolerance, max_steps=9) == steps
    torch.testing.assert_close(weight.detach(), 1 + start / 2**steps)
