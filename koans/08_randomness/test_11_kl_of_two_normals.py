"""KL(q || p) is the mean of log q(x) - log p(x) over x drawn from q.

It says how much worse p explains what q produces. Exchange the two and it is
another number: the x come from the other one. For two normals both logarithms
are squares of x, their means under q are known, and no x has to be drawn.
A normal's log q(x) is -log(std) - (x - mean)**2 / (2 * std**2), and a constant
that is the same for both.
"""

import pytest
import torch
from torch.distributions import Normal, kl_divergence

from koans import __


def kl_of_normals(mean, std, prior_mean, prior_std):
    """Return KL(q || p), elementwise, for q of mean and std, p of the prior's."""
    return __


@pytest.mark.parametrize("shape", [(3,), (5, 2)])
def test_it_is_what_torch_computes(device, shape):
    mean, prior_mean = torch.randn(2, *shape).to(device)
    std, prior_std = torch.rand(2, *shape).add(0.5).to(device)
    kl = kl_of_normals(mean, std, prior_mean, prior_std)
    expected = kl_divergence(Normal(mean, std), Normal(prior_mean, prior_std))
    torch.testing.assert_close(kl, expected, rtol=1e-4, atol=1e-5)
    nothing = kl_of_normals(mean, std, mean, std)
    torch.testing.assert_close(nothing, torch.zeros_like(mean), rtol=0, atol=1e-5)
