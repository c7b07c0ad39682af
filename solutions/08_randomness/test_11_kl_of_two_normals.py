"""KL(q || p) is the mean of log q(x) - log p(x) over x drawn from q.

It says how much worse p explains what q produces. Exchange the two and it is
another number: the x come from the other one. For two normals both logarithms
are squares of x, their means under q are known, and no x has to be drawn.
A normal's log q(x) is -log(std) - (x - mean)**2 / (2 * std**2), and a constant
that is the same for both.

Hint: Under q the mean of (x - mean)**2 is std**2: that term becomes -1/2.
Hint: Under q the mean of (x - prior_mean)**2 is std**2 + (mean - prior_mean)**2.
Hint: log(prior_std / std), plus the second hint over 2 * prior_std**2, minus 1/2.
Wrong: That is KL(p || q): the means were taken under the prior.
    (
        torch.log(std / prior_std)
        + (prior_std**2 + (mean - prior_mean) ** 2) / (2 * std**2)
        - 0.5
    )
Wrong: Half too much: two equal normals must give 0.
    torch.log(prior_std / std) + (std**2 + (mean - prior_mean) ** 2) / (
        2 * prior_std**2
    )
Wrong: The squares are divided by variances, not by standard deviations.
    (
        torch.log(prior_std / std)
        + (std + (mean - prior_mean) ** 2) / (2 * prior_std)
        - 0.5
    )
Wrong: The spread of q is missing: under q, x is not always at its mean.
    torch.log(prior_std / std) + ((mean - prior_mean) / prior_std).square() / 2
Wrong: The ratio of the stds is upside down: the log has the wrong sign.
    (
        torch.log(std / prior_std)
        + (std**2 + (mean - prior_mean) ** 2) / (2 * prior_std**2)
        - 0.5
    )
Wrong: log q - log p at one point, the mean of q: that is no mean over q.
    Normal(mean, std).log_prob(mean) - Normal(prior_mean, prior_std).log_prob(mean)
Right:
    0.5 * (
        (std / prior_std) ** 2
        + ((mean - prior_mean) / prior_std) ** 2
        - 1
        - 2 * torch.log(std / prior_std)
    )
Right:
    (
        prior_std.log()
        - std.log()
        + (std.square() + (mean - prior_mean).square()) / prior_std.square() / 2
        - 1 / 2
    )
Ban: kl_divergence
See: torch.distributions.kl.kl_divergence
"""

import pytest
import torch
from torch.distributions import Normal, kl_divergence


def kl_of_normals(mean, std, prior_mean, prior_std):
    """Return KL(q || p), elementwise, for q of mean and std, p of the prior's."""
    return (
        torch.log(prior_std / std)
        + (std**2 + (mean - prior_mean) ** 2) / (2 * prior_std**2)
        - 0.5
    )  # blank


@pytest.mark.parametrize("shape", [(3,), (5, 2)])
def test_it_is_what_torch_computes(device, shape):
    mean, prior_mean = torch.randn(2, *shape).to(device)
    std, prior_std = torch.rand(2, *shape).add(0.5).to(device)
    kl = kl_of_normals(mean, std, prior_mean, prior_std)
    expected = kl_divergence(Normal(mean, std), Normal(prior_mean, prior_std))
    torch.testing.assert_close(kl, expected, rtol=1e-4, atol=1e-5)
    nothing = kl_of_normals(mean, std, mean, std)
    torch.testing.assert_close(nothing, torch.zeros_like(mean), rtol=0, atol=1e-5)
