"""A triplet costs nothing once the negative is further away by the margin.

    anchor -- positive                       near
    anchor ------------------- negative      far

What is far enough may stay where it is, so training spends itself on the hard
triplets. Without a margin, a model that maps every face to one point is perfect:
all distances are 0, and none is nearer than another. Without the floor at 0,
the easy triplets would pay for the hard ones.

Hint: The cost is what `far` still lacks to be as large as `near + margin`.
Hint: Where it lacks nothing, the cost is 0: triplet by triplet, before the mean.
Hint: `(near - far + margin).relu()`
Wrong: Without a floor, sending one negative far away pays for all hard triplets.
    near - far + margin
Wrong: Without a margin the cost is 0 if all faces are mapped to one point.
    (near - far).relu()
Wrong: Turned round: that sends the positive away and brings the negative close.
    (far - near + margin).relu()
Wrong: The floor must hold for each triplet; under the mean, easy ones pay for hard.
    (near - far + margin).mean().relu()
Wrong: With the margin outside the floor, every triplet pays it for ever.
    (near - far).relu() + margin
Wrong: Softplus never reaches 0: it goes on pulling at triplets that are fine.
    F.softplus(near - far + margin)
Right:
    (near - far + margin).clamp(min=0)
Right:
    torch.maximum(near - far + margin, torch.zeros_like(near))
Right:
    torch.where(far < near + margin, near + margin - far, 0.0)
Ban: triplet_margin_loss, TripletMarginLoss, margin_ranking_loss, MarginRankingLoss
Ban: triplet_margin_with_distance_loss, TripletMarginWithDistanceLoss
See: torch.nn.functional.triplet_margin_loss
"""

import pytest
import torch
import torch.nn.functional as F


def triplet_loss(anchors, positives, negatives, margin):
    """Return the mean cost of triplets of embeddings, (N, D) each."""
    near = (anchors - positives).norm(dim=-1)
    far = (anchors - negatives).norm(dim=-1)
    costs = (near - far + margin).relu()  # blank
    return costs.mean()


@pytest.mark.parametrize(("count", "size"), [(8, 3), (20, 5)])
@pytest.mark.parametrize("margin", [0.4, 2.0])
def test_it_is_torch_s_triplet_loss(device, count, size, margin):
    scales = torch.linspace(0.1, 3, count)[:, None]  # from hard to easy
    faces = [torch.randn(count, size), torch.randn(count, size)]
    faces = [face.to(device) for face in [*faces, faces[0] + scales]]
    ours, theirs = ([f.clone().requires_grad_() for f in faces] for _ in range(2))

    loss = triplet_loss(*ours, margin)
    expected = F.triplet_margin_loss(*theirs, margin=margin)
    torch.testing.assert_close(loss, expected)

    slopes = torch.autograd.grad(loss, ours)
    torch.testing.assert_close(slopes, torch.autograd.grad(expected, theirs))


def test_hard_triplets_pay_and_easy_ones_rest(device):
    anchors = torch.zeros(3, 1, device=device)
    positives = torch.tensor([[2.0], [2.0], [2.0]], device=device)
    negatives = torch.tensor([[-1.0], [4.0], [90.0]], device=device)
    negatives.requires_grad_()
    loss = triplet_loss(anchors, positives, negatives, margin=3.0)
    loss.backward()
    assert (3 * loss).item() == pytest.approx(4 + 1 + 0)
    assert (3 * negatives.grad).tolist() == [[1], [-1], [0]]
