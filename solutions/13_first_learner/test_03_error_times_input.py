"""Behind sigmoid and cross-entropy, the gradient is one plain error.

The slope of the loss by a logit is its probability minus its label: predicted
minus true. Each weight then collects this error from every example, multiplied
by the feature it stands on, and takes the mean:

    weight.grad = x.T @ (probability - label) / N

An example that is predicted well says nothing; a sure mistake says most.

Hint: All weights are zero, so all logits are. What is sigmoid(0)?
Hint: The errors are 0.5 for the two who failed and -0.5 for the two who passed.
Hint: Hours: (0.5 * 1 + 0.5 * 2 - 0.5 * 4 - 0.5 * 9) / 4. Parties likewise.
Wrong: That is the sum over the students; the loss is a mean over four.
    [-5.0, 2.0]
Wrong: That is label minus probability, the way the step goes: against the gradient.
    [1.25, -0.5]
Wrong: The logit is 0, but the probability is sigmoid(0): those who failed count too.
    [-3.25, -1.5]
Wrong: The error is a half: the model already gives each student one chance in two.
    [-2.5, 1.0]
Right:
    [-5 / 4, 2 / 4]
See: torch.sigmoid, torch.nn.functional.binary_cross_entropy_with_logits
"""

import torch
import torch.nn.functional as F


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
    assert weight.grad.tolist() == [-1.25, 0.5]  # blank
