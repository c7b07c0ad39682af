"""A Hessian times a vector costs about one more gradient.

The Hessian of a model with n weights has n * n numbers, and nobody can store
it. Its product with one vector v needs none of that: weigh the components of
the gradient by v, add them up, and take the gradient of that single number.
"""

import pytest
import torch

from koans import __


def hessian_times(v, f, x):
    """Return the Hessian of f at x times v, without building the Hessian."""
    x = x.detach().requires_grad_()
    gradient = torch.autograd.grad(f(x), x, create_graph=True)[0]
    return __


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
