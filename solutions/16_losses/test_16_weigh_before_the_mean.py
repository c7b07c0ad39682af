"""Weigh each example's cost before the costs become one number.

A loss that is already a mean has forgotten its examples: a weight can only scale
all of it. `reduction="none"` hands out one cost for each. A weight of 3 is to
mean "as if this example stood there three times", and 0 "as if it were not
there". So the mean has to divide by how many there would be.

Hint: First get the costs (N,), one for each example.
Hint: Add up cost times weight. How many examples would there be, copies included?
Hint: `(weights * costs).sum() / weights.sum()`, with costs of `reduction="none"`
Wrong: The loss is one number here: the weights only make copies of it.
    loss = (weights * F.cross_entropy(logits, labels)).mean()
Wrong: With copies there would be `weights.sum()` examples, not N.
    costs = F.cross_entropy(logits, labels, reduction="none")
    loss = (weights * costs).mean()
Wrong: `mean` divides by N; a weight of 3 means three examples, so divide by their sum.
    costs = F.cross_entropy(logits, labels, reduction="none")
    loss = (costs * weights).mean()
Wrong: The costs are weighed in time, but divided by N and not by `weights.sum()`.
    loss = (F.cross_entropy(logits, labels, reduction="none") * weights).mean()
Wrong: Nothing is divided: every further example makes this loss larger.
    costs = F.cross_entropy(logits, labels, reduction="none")
    loss = (costs * weights).sum()
Wrong: `weight` is for classes: one for each, picked by label. These are examples.
    loss = F.cross_entropy(logits, labels, weight=weights)
Wrong: Weighing the logits changes the guesses, not how much a guess counts.
    loss = F.cross_entropy(weights[:, None] * logits, labels)
Wrong: The mean over N comes first, then a sum of weights over a sum of weights: 1.
    loss = (weights * F.cross_entropy(logits, labels)).sum() / weights.sum()
Right:
    costs = F.cross_entropy(logits, labels, reduction="none")
    loss = costs @ (weights / weights.sum())
Right:
    costs = F.cross_entropy(logits, labels, reduction="none")
    loss = (weights * costs).mean() / weights.mean()
Right:
    log_probs = logits.log_softmax(dim=1)
    costs = -log_probs[torch.arange(len(labels), device=labels.device), labels]
    loss = (costs * weights).sum().div(weights.sum())
See: torch.nn.functional.cross_entropy
"""

import pytest
import torch
import torch.nn.functional as F


def weighted_loss(logits, labels, weights):
    """Return the mean cost of labels (N,); example i counts weights[i] times."""
    # blank: loss = the mean cost, as if each example stood there so many times
    costs = F.cross_entropy(logits, labels, reduction="none")
    loss = (weights * costs).sum() / weights.sum()
    # end
    return loss


@pytest.mark.parametrize(("batch", "classes"), [(4, 4), (5, 3), (6, 7)])
def test_a_weight_stands_for_copies(device, batch, classes):
    logits = (2 * torch.randn(batch, classes)).to(device)
    labels = torch.arange(1, batch + 1, device=device) % classes
    copies = torch.tensor([3, 0, 1, 5, 2, 7][:batch], device=device)
    ours, theirs = (logits.clone().requires_grad_() for _ in range(2))

    loss = weighted_loss(ours, labels, copies.float())
    expected = F.cross_entropy(
        theirs.repeat_interleave(copies, dim=0), labels.repeat_interleave(copies)
    )
    torch.testing.assert_close(loss, expected)

    loss.backward()
    expected.backward()
    torch.testing.assert_close(ours.grad, theirs.grad)


def test_only_the_ratio_of_the_weights_counts(device):
    logits, labels = torch.randn(4, 3).to(device), torch.tensor([0, 2, 1, 2])
    labels = labels.to(device)
    weights = torch.tensor([0.5, 2.0, 0.25, 1.25], device=device)
    torch.testing.assert_close(
        weighted_loss(logits, labels, weights),
        weighted_loss(logits, labels, 10 * weights),
    )
