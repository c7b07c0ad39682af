"""Where several labels may hold at once, each is a question of its own.

    photo          beach   dog   night
    tags               1     1       0      two at once, or all, or none

Softmax makes the classes compete: their probabilities add up to 1, and a second
tag can only be had at the first one's expense. For tags, each logit is a binary
classifier: "is there a dog?" has nothing to do with "is it night?".

Hint: Which loss do you know for one yes/no question and its logit?
Hint: It takes targets of the logits' shape and dtype, and averages over all of them.
Hint: `F.binary_cross_entropy_with_logits(logits, tags.float())`
Wrong: Softmax lets the tags compete: a photo with two tags can never cost nothing.
    F.cross_entropy(logits, tags.float())
Wrong: argmax keeps the first tag of each photo, and finds one where there is none.
    F.cross_entropy(logits, tags.argmax(dim=1))
Wrong: Its second softmax is one too many; the questions compete again.
    F.binary_cross_entropy_with_logits(logits.softmax(dim=1), tags.float())
Wrong: The tags are integers; this loss computes with its targets and wants floats.
    F.binary_cross_entropy_with_logits(logits, tags)
Wrong: Only the tags that hold are asked about: to say yes to everything is free.
    (tags * F.softplus(-logits)).mean()
Wrong: The sum grows with the photos and the tags; the mean is asked for.
    F.binary_cross_entropy_with_logits(logits, tags.float(), reduction="sum")
Right:
    F.binary_cross_entropy_with_logits(logits, tags.to(logits.dtype))
Right:
    (F.softplus(logits) - tags * logits).mean()
Right:
    -torch.where(tags == 1, F.logsigmoid(logits), F.logsigmoid(-logits)).mean()
Ban: multilabel_soft_margin_loss, MultiLabelSoftMarginLoss
See: torch.nn.functional.binary_cross_entropy_with_logits
"""

import pytest
import torch
import torch.nn.functional as F


def tag_loss(logits, tags):
    """Return the mean cost of tags (N, C), integers 0 or 1, under logits (N, C)."""
    loss = F.binary_cross_entropy_with_logits(logits, tags.float())  # blank
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
