"""A Hessian times a vector costs about one more gradient.

The Hessian of a model with n weights has n * n numbers, and nobody can store
it. Its product with one vector v needs none of that: weigh the components of
the gradient by v, add them up, and take the gradient of that single number.

Hint: Row i of the Hessian is the gradient of component i of `gradient`.
Hint: The rows weighted by v add up to the gradient of a weighted sum.
Hint: The gradient of `gradient @ v`.
Wrong: That sums the rows first and multiplies by v afterwards.
    torch.autograd.grad(gradient.sum(), x)[0] * v
Wrong: `gradient` is no single number: weigh its components by v first.
    torch.autograd.grad(gradient, x)[0]
Wrong: The first gradient times v; nothing was differentiated twice.
    gradient.detach() * v
Wrong: Right, but it builds the Hessian: one backward pass for each of its n rows.
    torch.stack([torch.autograd.grad(g, x, retain_graph=True)[0] for g in gradient]) @ v
Wrong: The gradient is multiplied by itself; v plays no part.
    torch.autograd.grad(gradient @ gradient, x)[0]
Right:
    torch.autograd.grad((gradient * v).sum(), x)[0]
Right:
    torch.autograd.grad(gradient, x, grad_outputs=v)[0]
Right:
    torch.autograd.grad(v.dot(gradient), [x])[0]
Ban: hvp, vhp, hessian, jvp
See: torch.autograd.grad, torch.autograd.functional.hvp
"""

import pytest
import torch


def hessian_times(v, f, x):
    """Return the Hessian of f at x times v, without building the Hessian."""
    x = x.detach().requires_grad_()
    gradient = torch.autograd.grad(f(x), x, create_graph=True)[0]
    return torch.autograd.grad(gradient @ v, x)[0]  # blank


@pytest.mark.parametrize("n", [3, 7])
def test_it_is_the_product_with_the_whole_matrix(device, n):
    a = torch.randn(n, n).to(device)
    x, v = torch.randn(2, n).to(device)
    torch.testing.assert_close(
        hessian_times(v, lambda x: x @ a @ x, x), (a + a.T) @ v, rtol=1e-4, atol=1e-5
    )


def test_two_backward_passes_are_enough(device):
    passes = []

    def sum_of_powers(x):
        x.register_hook(lambda gradient: passes.append(1))
        return x.pow(4).sum()

    x, v = torch.randn(2, 9).to(device)
    found = hessian_times(v, sum_of_powers, x)
    torch.testing.assert_close(found, 12 * x.square() * v)
    assert len(passes) == 2
