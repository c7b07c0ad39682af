"""`Categorical(x)` takes x for probabilities, and a network gives logits.

The first parameter is `probs`, and it is divided by its sum: [2, 1, 1] becomes
[1/2, 1/4, 1/4]. A negative score raises. As long as all are positive nothing
does: the choice then follows the ratios of the scores, where softmax follows
their differences. Say by name which of the two you have.

Hint: What does the softmax of [2, 1, 1] say? What does the policy say?
Hint: `Categorical` has a second parameter.
Hint: `Categorical(logits=scores)`
Wrong: The same parameter, now by name: the scores are no probabilities.
    return Categorical(probs=scores)
Wrong: Probabilities handed over as logits are squeezed a second time.
    return Categorical(logits=scores.softmax(dim=-1))
Wrong: Sigmoid judges each score alone; choosing one among them is softmax.
    return Categorical(scores.sigmoid())
Wrong: No error any more, but ratios of scores still count, not differences.
    return Categorical(scores - scores.min() + 1)
Wrong: That softmax runs over the batch: each row must be a distribution.
    return Categorical(scores.softmax(dim=0))
Right:
    return Categorical(scores.softmax(dim=-1))
Right:
    return Categorical(probs=scores.softmax(dim=-1))
Right:
    return Categorical(logits=scores.log_softmax(dim=-1))
Right:
    return Categorical(scores.exp())
Right:
    return Categorical(None, scores)
See: torch.distributions.Categorical
"""

import torch
from torch.distributions import Categorical


def policy(scores):
    """Return the distribution over actions for scores (batch, actions)."""
    # broken: the scores are logits: softmax turns them into probabilities
    # return Categorical(scores)
    return Categorical(logits=scores)
    # end


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
