"""Small probabilities live as logarithms, and logsumexp adds them there.

    log p:   -1000   -1002        p:   0   0      (float32 ends at 1e-45)

The product of a few hundred likelihoods is 0 in float32, while its logarithm is
a number like any other. Products become sums there. Sums need logsumexp: it
takes out the largest term, adds the others relative to it, and puts it back.

Hint: Multiplying by a weight means adding its logarithm.
Hint: Then add the components up, without leaving the logarithms.
Hint: `torch.logsumexp(..., dim=-1)` of the sum of both.
Wrong: Back in probabilities, all of them are 0, and the log of 0 is -inf.
    (log_weights + log_likelihoods).exp().sum(dim=-1).log()
Wrong: Adding logarithms multiplies: that is the product of the components.
    (log_weights + log_likelihoods).sum(dim=-1)
Wrong: The best component is close, but the others count as well.
    (log_weights + log_likelihoods).amax(dim=-1)
Wrong: Without their weights, all components count fully.
    torch.logsumexp(log_likelihoods, dim=-1)
Wrong: That is the mean of the logs; wanted is the log of the mean.
    (log_weights.exp() * log_likelihoods).sum(dim=-1)
Wrong: Over dim 0 the examples of the batch are added, not the components.
    torch.logsumexp(log_weights + log_likelihoods, dim=0)
Right:
    (log_weights + log_likelihoods).logsumexp(-1)
Right:
    (log_weights + log_likelihoods).T.logsumexp(0)
See: torch.logsumexp, torch.logaddexp
"""

import pytest
import torch


def mixture_log_likelihood(log_weights, log_likelihoods):
    """Return log(sum over k of weight_k * likelihood_k) as (batch,).

    log_weights (components,), log_likelihoods (batch, components)
    """
    return torch.logsumexp(log_weights + log_likelihoods, dim=-1)  # blank


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
