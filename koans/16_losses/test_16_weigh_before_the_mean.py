"""Weigh each example's cost before the costs become one number.

A loss that is already a mean has forgotten its examples: a weight can only scale
all of it. `reduction="none"` hands out one cost for each. A weight of 3 is to
mean "as if this example stood there three times", and 0 "as if it were not
there". So the mean has to divide by how many there would be.
"""

import pytest
import torch
import torch.nn.functional as F

from koans import __


def weighted_loss(logits, labels, weights):
    """Return the mean cost of labels (N,); example i counts weights[i] times."""
    __("loss = the mean cost, as if each example stood there so many times")
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
