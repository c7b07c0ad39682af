"""Behind sigmoid and cross-entropy, the gradient is one plain error.

The slope of the loss by a logit is its probability minus its label: predicted
minus true. Each weight then collects this error from every example, multiplied
by the feature it stands on, and takes the mean:

    weight.grad = x.T @ (probability - label) / N

An example that is predicted well says nothing; a sure mistake says most.
"""

import torch
import torch.nn.functional as F

from koans import __


def test_the_first_gradient_of_a_model_that_knows_nothing(device):
    x = torch.tensor(
        [  # hours of study, parties
            [1.0, 6.0],
            [2.0, 4.0],
            [4.0, 5.0],
            [9.0, 1.0],
        ],
        device=device,
    )
    passed = torch.tensor([0.0, 0.0, 1.0, 1.0], device=device)
    weight = torch.zeros(2, device=device, requires_grad=True)
    F.binary_cross_entropy_with_logits(x @ weight, passed).backward()
    assert weight.grad.tolist() == __
