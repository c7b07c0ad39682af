"""Small probabilities live as logarithms, and logsumexp adds them there.

    log p:   -1000   -1002        p:   0   0      (float32 ends at 1e-45)

The product of a few hundred likelihoods is 0 in float32, while its logarithm is
a number like any other. Products become sums there. Sums need logsumexp: it
takes out the largest term, adds the others relative to it, and puts it back.
"""

import pytest
import torch

from koans import __


def mixture_log_likelihood(log_weights, log_likelihoods):
    """Return log(sum over k of weight_k * likelihood_k) as (batch,).

    log_weights (components,), log_likelihoods (batch, components)
    """
    return __


@pytest.mark.parametrize("batch, components", [(3, 4), (6, 2), (5, 5)])
def test_the_log_of_a_weighted_sum(device, batch, components):
    weights = torch.rand(components).softmax(dim=0).to(device)
    likelihoods = torch.rand(batch, components).to(device)
    expected = (weights * likelihoods).sum(dim=-1).log()
    found = mixture_log_likelihood(weights.log(), likelihoods.log())
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-5)
    # a thousand lower: every likelihood is 0 in float32
    found = mixture_log_likelihood(weights.log(), likelihoods.log() - 1000)
    torch.testing.assert_close(found, expected - 1000)
