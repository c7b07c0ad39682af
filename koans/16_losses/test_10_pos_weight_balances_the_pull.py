"""`pos_weight` makes each positive pull as hard as several negatives.

Of 8 payments 2 are fraud. A model that knows nothing is pulled towards "no
fraud" by six and away from it by two, and learns to say no to everything.
`pos_weight` multiplies the cost of the positives only. The class weights of
`cross_entropy` also divide; this one does not: the mean is over the examples.
"""

import math

import torch
import torch.nn.functional as F

from koans import __


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
    ] == __
