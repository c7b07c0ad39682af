"""A model that was surely wrong must still be told so.

    loss = logsumexp(logits) - logits[label]     gradient = softmax - one_hot

From the logits, cross-entropy is finite and has a full gradient, however
impossible the model thought the label. From probabilities its log is -inf and
the gradient nan. A clamp keeps both finite, and is flat where it clamps.

Hint: The softmax of [0, 150] is [0, 1] in float32, and the label is class 0.
Hint: softmax - one_hot is [0, 1] - [1, 0].
Hint: Where `clamp` has cut, a change of its input changes nothing.
Wrong: Where `clamp` has cut off, its slope is 0: nothing is sent back.
    [[-1, 1], [-1, 1]]
Wrong: From the logits, the gradient does not vanish: it is softmax - one_hot.
    [[0, 0], [0, 0]]
Wrong: That is uphill: the gradient is softmax - one_hot; descent subtracts it.
    [[1, -1], [0, 0]]
Wrong: One example, one loss: there is no batch to divide by.
    [[-0.5, 0.5], [0, 0]]
Wrong: The loss is 150, but the gradient is softmax - one_hot.
    [[-150, 150], [0, 0]]
See: torch.nn.functional.cross_entropy
"""

import torch
import torch.nn.functional as F


def gradient(loss_of, logits):
    """Return the gradient of loss_of(logits)."""
    logits = logits.clone().requires_grad_()
    loss_of(logits).backward()
    return logits.grad


def test_the_label_is_a_class_held_to_be_impossible(device):
    logits, label = torch.tensor([0.0, 150.0], device=device), 0
    target = torch.tensor(label, device=device)
    exact = gradient(lambda x: F.cross_entropy(x, target), logits)
    naive = gradient(lambda x: -x.softmax(dim=0)[label].log(), logits)
    clamped = gradient(lambda x: -x.softmax(dim=0)[label].clamp(1e-9).log(), logits)
    assert naive.isnan().all()
    assert [exact.tolist(), clamped.tolist()] == [[-1, 1], [0, 0]]  # blank
