"""In train mode BatchNorm reads the batch, in eval mode what it remembers.

It subtracts a mean and divides by a standard deviation, for each feature. In
train mode both are those of the batch: what becomes of an example depends on
its company. Meanwhile a running mean and variance are kept, and in eval mode
they are used instead, so that an example always gets the same answer.
"""

import pytest
import torch
from torch import nn

from koans import __


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
    assert found == __
