"""What a bias adds in front of BatchNorm, the norm takes away again.

A bias adds one number to all values of a channel, so it moves their mean by that
number, and the mean is what BatchNorm subtracts. The bias has no effect on the
output. It still costs memory, and its gradient is noise around its true value.
BatchNorm has a bias of its own behind the norm: use `bias=False` in front.
"""

import torch
from torch import nn

from koans import __


def slopes(conv, norm, device):
    """Return the gradients of both biases, for a weighted sum of three outputs."""
    images = torch.tensor([1.0, 2.0, 6.0], device=device).reshape(3, 1, 1, 1)
    weights = torch.tensor([1.0, 2.0, 4.0], device=device)
    loss = norm(conv(images)).flatten() @ weights
    gradients = torch.autograd.grad(loss, [conv.bias, norm.bias])
    return [round(gradient.item(), 3) for gradient in gradients]


def test_what_the_two_biases_are_told(device):
    conv = nn.Conv2d(1, 1, kernel_size=1).to(device)
    norm = nn.BatchNorm2d(1, momentum=0.0).to(device)  # the memory stays as it is
    norm.running_var.fill_(4)
    found = {
        "train": slopes(conv, norm.train(), device),
        "eval": slopes(conv, norm.eval(), device),
    }
    assert found == __
