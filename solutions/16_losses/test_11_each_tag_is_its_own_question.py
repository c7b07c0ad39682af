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
Wrong: `cross_entropy` takes one class for each photo, and these are several answers.
    F.cross_entropy(logits, tags)
Wrong: argmax keeps the first tag of each photo, and finds one where there is none.
    F.cross_entropy(logits, tags.argmax(dim=1))
Wrong: Its second softmax is one too many; the questions compete again.
    F.binary_cross_entropy_with_logits(logits.softmax(dim=1), tags.float())
Wrong: The tags are integers; this loss computes with its targets and wants floats.
    F.binary_cross_entropy_with_logits(logits, tags)
Wrong: The sigmoid of 40 rounds to 1: log(1 - 1) is cut off at -100, where -40 is due.
    F.binary_cross_entropy(logits.sigmoid(), tags.float())
Wrong: Squared, a sure mistake costs 1 at most, and hardly pulls: the sigmoid is flat.
    (logits.sigmoid() - tags).square().mean()
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
Right:
    F.multilabel_soft_margin_loss(logits, tags)
See: torch.nn.functional.binary_cross_entropy_with_logits
See: torch.nn.functional.multilabel_soft_margin_loss
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
def test_each_logit_is_pulled_by_its_own_tag_alone(device, photos, classes):
    tags = torch.randint(2, (photos, classes)).to(device)
    logits = (3 * torch.randn(photos, classes)).to(device).requires_grad_()
    tag_loss(logits, tags).backward()
    error = logits.detach().sigmoid() - tags
    torch.testing.assert_close(logits.grad, error / tags.numel())
