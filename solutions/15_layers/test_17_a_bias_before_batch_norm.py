"""What a bias adds in front of BatchNorm, the norm takes away again.

A bias adds one number to all values of a channel, so it moves their mean by that
number, and the mean is what BatchNorm subtracts. The bias has no effect on the
output. It still costs memory, and its gradient is noise around its true value.
BatchNorm has a bias of its own behind the norm: use `bias=False` in front.

Hint: Add 5 to the bias of the convolution: what changes in the output, in each mode?
Hint: In eval mode the remembered mean is subtracted, which knows nothing of the bias.
Hint: `norm.bias` adds to each output: its slope is 1 + 2 + 4. In eval mode, divide by 2.
Wrong: In train mode the mean of the batch moves with the bias and takes it away.
    {"train": [3.5, 7.0], "eval": [3.5, 7.0]}
Wrong: In eval mode a fixed mean is subtracted: the bias gets through.
    {"train": [0.0, 7.0], "eval": [0.0, 7.0]}
Wrong: The norm's own bias comes behind the norm: nothing takes it away.
    {"train": [0.0, 0.0], "eval": [3.5, 7.0]}
Wrong: In eval mode the slope is divided by the remembered deviation, sqrt(4).
    {"train": [0.0, 7.0], "eval": [7.0, 7.0]}
See: torch.nn.BatchNorm2d, torch.nn.Conv2d
"""

import torch
from torch import nn


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
    assert found == {"train": [0.0, 7.0], "eval": [3.5, 7.0]}  # blank
