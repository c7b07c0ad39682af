"""`Categorical(x)` takes x for probabilities, and a network gives logits.

The first parameter is `probs`, and it is divided by its sum: [2, 1, 1] becomes
[1/2, 1/4, 1/4]. A negative score raises. As long as all are positive nothing
does: the choice then follows the ratios of the scores, where softmax follows
their differences. Say by name which of the two you have.
"""

import torch
from torch.distributions import Categorical


def policy(scores):
    """Return the distribution over actions for scores (batch, actions)."""
    # repair: the scores are logits: softmax turns them into probabilities
    return Categorical(scores)


def test_one_more_is_e_times_as_likely(device):
    scores = torch.tensor([[2.0, 1.0, 1.0], [1.0, 3.0, 2.0]], device=device)
    two, one, other = policy(scores).probs[0].tolist()
    assert round(two / one, 3) == round(two / other, 3) == 2.718


def test_negative_scores_are_welcome(device):
    scores = torch.randn(6, 4).to(device)
    expected = scores.log_softmax(dim=1)
    for action in range(4):
        log_probs = policy(scores).log_prob(torch.tensor(action, device=device))
        torch.testing.assert_close(log_probs, expected[:, action], rtol=1e-4, atol=1e-5)
