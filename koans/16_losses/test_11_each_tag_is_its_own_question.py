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
def test_each_logit_is_pulled_by_its_own_tag_alone(device, photos, classes):
    tags = torch.randint(2, (photos, classes)).to(device)
    logits = (3 * torch.randn(photos, classes)).to(device).requires_grad_()
    tag_loss(logits, tags).backward()
    error = logits.detach().sigmoid() - tags
    torch.testing.assert_close(logits.grad, error / tags.numel())
