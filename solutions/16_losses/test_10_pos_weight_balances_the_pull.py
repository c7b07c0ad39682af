"""`pos_weight` makes each positive pull as hard as several negatives.

Of 8 payments 2 are fraud. A model that knows nothing is pulled towards "no
fraud" by six and away from it by two, and learns to say no to everything.
`pos_weight` multiplies the cost of the positives only. The class weights of
`cross_entropy` also divide; this one does not: the mean is over the examples.

Hint: At logit 0 each payment costs 1 bit and has the slope 0.5 - label.
Hint: Six slopes of 0.5 and two of -0.5, each of those times `pos_weight`; over 8.
Hint: With 3 the costs are (6 * 1 + 2 * 3) / 8, and the slopes cancel.
Wrong: The mean divides by the 8 payments, not by the weights 6 + 2 * 3.
    [[1, 0.25], [1, 0]]
Wrong: The slopes cancel: 6 * 0.5 against 2 * 3 * 0.5. That balance is the purpose.
    [[1, 0.25], [1.5, 0.25]]
Wrong: The slope is probability minus label: descent moves against it, towards "no".
    [[1, -0.25], [1.5, 0]]
Wrong: `pos_weight` multiplies the positives' costs; that weighs the negatives.
    [[1, 0.25], [2.5, 1.0]]
Wrong: Without weights the six outnumber the two: the bias is pulled.
    [[1, 0], [1.5, 0]]
Right:
    [[1, 1 / 4], [3 / 2, 0]]
See: torch.nn.functional.binary_cross_entropy_with_logits, torch.nn.BCEWithLogitsLoss
"""

import math

import torch
import torch.nn.functional as F


def first_pull(fraud, pos_weight):
    """Return the first loss, in bits, and the gradient of a bias of 0."""
    bias = torch.zeros((), device=fraud.device, requires_grad=True)
    weight = torch.tensor(pos_weight, device=fraud.device)
    loss = F.binary_cross_entropy_with_logits(
        bias.expand(len(fraud)), fraud, pos_weight=weight
    )
    loss.backward()
    return [round(loss.item() / math.log(2), 4), round(bias.grad.item(), 4)]


def test_two_frauds_in_eight_payments(device):
    fraud = torch.tensor([0.0, 1, 0, 0, 0, 1, 0, 0], device=device)
    assert [
        first_pull(fraud, pos_weight=1.0),
        first_pull(fraud, pos_weight=3.0),
    ] == [[1, 0.25], [1.5, 0]]  # blank
