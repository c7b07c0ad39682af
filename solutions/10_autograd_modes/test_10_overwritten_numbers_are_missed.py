"""Backward may still need the numbers that you overwrite.

`softmax` saves its result, because its slope is made of it. Cutting the small
probabilities to zero in place destroys what was saved, and backward raises
"modified by an inplace operation". Backward wants the old numbers, the next
line wants the new ones: there must be two tensors.

Hint: Give the edit a tensor of its own.
Hint: `clone` copies the numbers and is recorded: gradients flow back through it.
Hint: `probabilities = probabilities.clone()`, then edit; or use `masked_fill`.
Wrong: That hides the edit from the version counter: the gradient is silently wrong.
    probabilities.data[probabilities < threshold] = 0
Wrong: Unrecorded, but still an edit: the version counter sees it and backward raises.
    with torch.no_grad():
        probabilities[probabilities < threshold] = 0
Wrong: A detached copy is safe to edit, and no gradient finds its way through it.
    probabilities = probabilities.detach().clone()
    probabilities[probabilities < threshold] = 0
Wrong: Cloned too late: the edit has already reached what softmax saved.
    probabilities[probabilities < threshold] = 0
    probabilities = probabilities.clone()
Right:
    probabilities = probabilities.masked_fill(probabilities < threshold, 0)
Right:
    probabilities = probabilities.where(probabilities >= threshold, 0)
Right:
    probabilities = probabilities * (probabilities >= threshold)
Wrong: That shares what the small ones lose among the others.
    small = probabilities < threshold
    probabilities = logits.masked_fill(small, float("-inf")).softmax(dim=-1)
See: torch.Tensor.clone, torch.Tensor.masked_fill, torch.nn.functional.softmax
"""

import pytest
import torch


def likely(logits, threshold):
    """Return softmax(logits), with 0 for each probability below threshold."""
    probabilities = logits.softmax(dim=-1)
    # broken: the small ones become 0, and backward still finds what softmax saved
    # probabilities[probabilities < threshold] = 0
    probabilities = probabilities.clone()
    probabilities[probabilities < threshold] = 0
    # end
    return probabilities


@pytest.mark.parametrize(("rows", "classes"), [(1, 4), (5, 7)])
def test_small_ones_are_cut_and_the_gradient_is_true(device, rows, classes):
    logits = torch.randn(rows, classes).to(device)
    weights = 1 + torch.rand(rows, classes).to(device)
    p = logits.softmax(dim=-1)
    threshold = 0.99 * p.median()  # about half of them go

    kept = likely(logits.requires_grad_(), threshold)
    (kept * weights).sum().backward()

    incoming = weights * (p >= threshold)
    expected = p * (incoming - (p * incoming).sum(dim=-1, keepdim=True))
    torch.testing.assert_close(logits.grad, expected)
    assert (kept[p < threshold] == 0).all()
    torch.testing.assert_close(kept[p >= threshold], p[p >= threshold])
