"""A slope measured from both sides is far better than from one.

Move one input by eps and look how far f moves: that is a slope, with an error
that shrinks as eps. Move it to both sides and the errors cancel: what is left
shrinks as eps * eps. Two calls of f for each input make this far too slow to
train with, and ideal to check a backward pass.

Hint: One element at a time: the others stay where they are.
Hint: The distance between `+ eps` and `- eps` is 2 * eps.
Hint: (f(x + step) - f(x - step)) / (2 * eps), where step is eps in one place only.
Wrong: From one side only: the error is of the size of eps.
    for i in range(x.numel()):
        step = torch.zeros_like(x)
        step.view(-1)[i] = eps
        gradient.view(-1)[i] = (f(x + step) - f(x)) / eps
Wrong: The two points lie 2 * eps apart: this is twice the slope.
    for i in range(x.numel()):
        step = torch.zeros_like(x)
        step.view(-1)[i] = eps
        gradient.view(-1)[i] = (f(x + step) - f(x - step)) / eps
Wrong: All inputs move at once: that is the sum of all slopes, in every place.
    gradient += (f(x + eps) - f(x - eps)) / (2 * eps)
Wrong: The step is never taken back: each slope is measured somewhere else.
    step = torch.zeros_like(x)
    for i in range(x.numel()):
        step.view(-1)[i] = eps
        gradient.view(-1)[i] = (f(x + step) - f(x - step)) / (2 * eps)
Wrong: That is the slope that autograd works out; here it is to be measured, by calls of f.
    leaf = x.clone().requires_grad_()
    (gradient,) = torch.autograd.grad(f(leaf), leaf)
Right:
    for i in range(x.numel()):
        up, down = x.clone(), x.clone()
        up.view(-1)[i] += eps
        down.view(-1)[i] -= eps
        grad = (f(up) - f(down)) / (2 * eps)
        gradient.view(-1)[i] = grad
Right:
    steps = eps * torch.eye(x.numel(), dtype=x.dtype).reshape(-1, *x.shape)
    slopes = [(f(x + step) - f(x - step)) / (2 * eps) for step in steps]
    gradient = torch.stack(slopes).reshape(x.shape)
Ban: backward, jacobian, vjp, jvp, jacrev, jacfwd
See: torch.autograd.gradcheck, torch.zeros_like
"""

import pytest
import torch


def measured_gradient(f, x, eps=1e-3):
    """Measure the gradient of f at x (contiguous, any shape) without autograd."""
    gradient = torch.zeros_like(x)
    # blank: for each element, the slope of f from eps below to eps above
    for i in range(x.numel()):
        step = torch.zeros_like(x)
        step.view(-1)[i] = eps
        gradient.view(-1)[i] = (f(x + step) - f(x - step)) / (2 * eps)
    # end
    return gradient


@pytest.mark.parametrize("shape", [(4,), (2, 3)])
def test_it_agrees_with_the_formula(shape):
    x = 1 + torch.rand(shape, dtype=torch.float64)
    before = x.clone()

    exact = 4 * x**3
    found = measured_gradient(lambda x: (x**4).sum(), x)
    torch.testing.assert_close(found, exact, rtol=1e-5, atol=0)

    exact = x.prod() / x
    found = measured_gradient(torch.prod, x)
    torch.testing.assert_close(found, exact, rtol=1e-5, atol=0)

    # ((x + eps)**3 - (x - eps)**3) / (2 * eps) is 3 * x**2 + eps**2
    found = measured_gradient(lambda x: (x**3).sum(), x, eps=0.5)
    torch.testing.assert_close(found, 3 * x**2 + 0.25)
    assert x.tolist() == before.tolist(), "x belongs to the caller"
