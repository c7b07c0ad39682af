"""Cross-entropy takes logits: it applies the softmax itself.

    you give                                  it sees               the cost
    logits          30     0     0 ...        1     0     0 ...        0
    probabilities    1     0     0 ...     0.23  0.09  0.09 ...    1.461

Probabilities are squeezed a second time. A sure and correct answer over 10
classes then costs 1.461 instead of 0. The loss can never fall below that, the
slopes are small, and nothing warns you: training only looks hard.

Hint: What does `F.cross_entropy` do first with what you give it?
Hint: One of the two softmaxes has to go.
Hint: Pass `logits` straight to `F.cross_entropy`.
Wrong: nll_loss wants log-probabilities: of probabilities it gives a negative loss.
    loss = F.nll_loss(logits.softmax(dim=-1), labels)
Wrong: Sigmoid squeezes the logits into 0 to 1 just as softmax does.
    loss = F.cross_entropy(logits.sigmoid(), labels)
Wrong: That softmax runs over the batch: each example now depends on the others.
    loss = F.nll_loss(logits.log_softmax(dim=0), labels)
Wrong: Thirty times the squeezed values are other logits: only sure answers cost right.
    loss = F.cross_entropy(30 * logits.softmax(dim=-1), labels)
Wrong: The floor is gone from the number; the softmax in between still bends the slopes.
    probabilities = logits.softmax(dim=-1)
    best = F.cross_entropy(F.one_hot(labels, logits.shape[-1]).float(), labels)
    loss = F.cross_entropy(probabilities, labels) - best
Right:
    loss = F.nll_loss(logits.log_softmax(dim=-1), labels)
Right:
    loss = F.cross_entropy(logits.log_softmax(dim=-1), labels)
Right:
    chosen = logits.gather(1, labels[:, None]).squeeze(1)
    loss = (logits.logsumexp(dim=1) - chosen).mean()
Right:
    loss = torch.nn.CrossEntropyLoss()(logits, labels)
See: torch.nn.functional.cross_entropy
"""

import pytest
import torch
import torch.nn.functional as F


def classification_loss(logits, labels):
    """Return the mean of -log p(label), from logits (batch, classes)."""
    # broken: a sure and correct answer costs nothing
    # probabilities = logits.softmax(dim=-1)
    # loss = F.cross_entropy(probabilities, labels)
    loss = F.cross_entropy(logits, labels)
    # end
    return loss


@pytest.mark.essential
def test_sure_and_correct_costs_nothing(device):
    labels = torch.tensor([3, 0, 9, 9], device=device)
    logits = 30.0 * F.one_hot(labels, 10)
    assert classification_loss(logits, labels).item() == pytest.approx(0, abs=1e-6)


@pytest.mark.essential
@pytest.mark.parametrize("classes", [2, 7])
def test_it_costs_minus_the_log_of_the_label_s_probability(device, classes):
    logits = (3 * torch.randn(5, classes)).to(device).requires_grad_()
    labels = torch.randint(classes, (5,)).to(device)
    loss = classification_loss(logits, labels)
    loss.backward()

    with torch.no_grad():
        p = logits.exp() / logits.exp().sum(dim=1, keepdim=True)
    expected = -sum(row[label].log() for row, label in zip(p, labels)) / 5
    torch.testing.assert_close(loss, expected)
    torch.testing.assert_close(logits.grad, (p - F.one_hot(labels, classes)) / 5)
