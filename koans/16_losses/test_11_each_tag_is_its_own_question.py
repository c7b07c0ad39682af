"""Where several labels may hold at once, each is a question of its own.

    photo          beach   dog   night
    tags               1     1       0      two at once, or all, or none

Softmax makes the classes compete: their probabilities add up to 1, and a second
tag can only be had at the first one's expense. For tags, each logit is a binary
classifier: "is there a dog?" has nothing to do with "is it night?".
"""

import pytest
import torch
import torch.nn.functional as F

from koans import __


def tag_loss(logits, tags):
    """Return the mean cost of tags (N, C), integers 0 or 1, under logits (N, C)."""
    loss = __
    return loss


def test_any_number_of_tags_can_be_had_for_nothing(device):
    tags = torch.tensor([[1, 1, 0], [0, 0, 0], [1, 1, 1], [0, 0, 1]], device=device)
    sure = 40.0 * (2 * tags - 1)
    assert tag_loss(sure, tags).item() == pytest.approx(0, abs=1e-6)
    assert tag_loss(-sure, tags).item() == pytest.approx(40)


@pytest.mark.parametrize(("photos", "classes"), [(5, 3), (2, 6)])
def test_it_is_torch_s_multilabel_loss(device, photos, classes):
    tags = torch.randint(2, (photos, classes)).to(device)
    logits = (3 * torch.randn(photos, classes)).to(device)
    ours, theirs = (logits.clone().requires_grad_() for _ in range(2))
    loss = tag_loss(ours, tags)
    expected = F.multilabel_soft_margin_loss(theirs, tags.float())
    torch.testing.assert_close(loss, expected)

    loss.backward()
    expected.backward()
    torch.testing.assert_close(ours.grad, theirs.grad)
