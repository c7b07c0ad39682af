"""Cross-entropy reads off each label's log-probability and negates it.

    logits       2.0   1.0   0.1      row 0, label 1
    log-probs   -0.4  -1.4  -2.3      logits minus the log of the sum of exps
    cost               1.4            how surprised the model is by the label

The mean over the batch is the loss. Take the log-probabilities in one step:
softmax rounds a hopeless class to 0, and the logarithm of 0 is -inf.

Hint: `log_softmax` over the classes; then pick one column in each row.
Hint: `gather(1, labels[:, None])` picks it; so does a pair of index tensors.
Hint: `-log_probs.gather(1, labels[:, None]).mean()`
Wrong: softmax rounds an unlikely class to 0, and its log is -inf: no loss, no slope.
    log_probs = logits.softmax(dim=1).log()
    loss = -log_probs.gather(1, labels[:, None]).mean()
Wrong: Over dim 0 the examples of the batch compete with each other, not the classes.
    log_probs = logits.log_softmax(dim=0)
    loss = -log_probs.gather(1, labels[:, None]).mean()
Wrong: `log_probs[:, labels]` takes every label's column in every row: N x N numbers.
    log_probs = logits.log_softmax(dim=1)
    loss = -log_probs[:, labels].mean()
Wrong: The sum grows with the batch; the loss is the mean.
    log_probs = logits.log_softmax(dim=1)
    loss = -log_probs.gather(1, labels[:, None]).sum()
Wrong: Log-probabilities are negative: without the minus, training makes it worse.
    log_probs = logits.log_softmax(dim=1)
    loss = log_probs.gather(1, labels[:, None]).mean()
Wrong: That averages over all the zeros as well: C times too small.
    log_probs = logits.log_softmax(dim=1)
    loss = -(F.one_hot(labels, logits.shape[1]) * log_probs).mean()
Wrong: A small number under the log caps the cost at 21, and the slope fades away.
    log_probs = (logits.softmax(dim=1) + 1e-9).log()
    loss = -log_probs.gather(1, labels[:, None]).mean()
Right:
    log_probs = F.log_softmax(logits, dim=-1)
    loss = -log_probs[torch.arange(len(labels), device=labels.device), labels].mean()
Right:
    chosen = logits.gather(1, labels[:, None]).squeeze(1)
    loss = (logits.logsumexp(dim=1) - chosen).mean()
Right:
    log_probs = logits.log_softmax(dim=1)
    loss = -(F.one_hot(labels, logits.shape[1]) * log_probs).sum(dim=1).mean()
Right:
    shifted = logits - logits.max(dim=1, keepdim=True).values
    log_probs = shifted - shifted.exp().sum(dim=1, keepdim=True).log()
    loss = -log_probs.gather(1, labels.unsqueeze(1)).mean()
Ban: cross_entropy, CrossEntropyLoss, nll_loss, NLLLoss, linear_cross_entropy
See: torch.nn.functional.log_softmax, torch.nn.functional.nll_loss, torch.gather
"""

import pytest
import torch
import torch.nn.functional as F


def cross_entropy_by_hand(logits, labels):
    """Return the mean cost of labels (N,) under logits (N, C)."""
    # blank: loss = the mean of minus the log-probability of each label
    log_probs = logits.log_softmax(dim=1)
    loss = -log_probs.gather(1, labels[:, None]).mean()
    # end
    return loss


@pytest.mark.parametrize(("batch", "classes"), [(5, 3), (2, 7), (1, 4)])
@pytest.mark.parametrize("scale", [1, 300])
def test_it_is_torch_s_cross_entropy(device, batch, classes, scale):
    logits = scale * torch.randn(batch, classes).to(device)
    labels = torch.randint(classes, (batch,)).to(device)
    ours, theirs = (logits.clone().requires_grad_() for _ in range(2))

    loss = cross_entropy_by_hand(ours, labels)
    expected = F.cross_entropy(theirs, labels)
    torch.testing.assert_close(loss, expected)

    loss.backward()
    expected.backward()
    torch.testing.assert_close(ours.grad, theirs.grad)
