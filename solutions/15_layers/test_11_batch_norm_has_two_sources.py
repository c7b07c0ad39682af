"""In train mode BatchNorm reads the batch, in eval mode what it remembers.

It subtracts a mean and divides by a standard deviation, for each feature. In
train mode both are those of the batch: what becomes of an example depends on
its company. Meanwhile a running mean and variance are kept, and in eval mode
they are used instead, so that an example always gets the same answer.

Hint: In eval mode the company does not matter: (2 - 10) / sqrt(4), twice.
Hint: In train mode 2 and 6 have mean 4 and variance 4.
Hint: The mean of 2 and -2 is 0, their variance is 4.
Wrong: In eval mode the company does not count: the memory says mean 10, variance 4.
    [-1.0, 1.0, -1.0, 1.0]
Wrong: In train mode the memory does not count: it is only written.
    [-4.0, -4.0, -4.0, -4.0]
Wrong: The other way round: eval mode is the one that reads the memory.
    [-1.0, 1.0, -4.0, -4.0]
Wrong: It divides by the standard deviation, the root of the variance.
    [-2.0, -2.0, -0.5, 0.5]
See: torch.nn.BatchNorm1d
"""

import pytest
import torch
from torch import nn


@pytest.mark.essential
def test_what_becomes_of_a_2_in_different_company(device):
    norm = nn.BatchNorm1d(1).to(device)
    norm.running_mean.fill_(10)
    norm.running_var.fill_(4)

    def first_of(batch):
        output = norm(torch.tensor(batch, device=device))
        return round(output[0].item(), 2)

    norm.eval()
    found = [first_of([[2.0], [6.0]]), first_of([[2.0], [-2.0]])]
    norm.train()
    found += [first_of([[2.0], [6.0]]), first_of([[2.0], [-2.0]])]
    assert found == [-4.0, -4.0, -1.0, 1.0]  # blank
