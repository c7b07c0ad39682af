"""The size of a model is the number of its numbers, not of its tensors.

"A model of 7 billion parameters" counts elements. How many of them are trained
is another number, and the one that tells whether freezing worked. Buffers are
not parameters, and a weight that two layers share is one weight.

Hint: `parameters()` leaves out buffers, and lists a shared weight once.
Hint: Each parameter knows its `numel()` and whether it requires a gradient.
Hint: Add up `p.numel()` over the parameters `p` for which `p.requires_grad`.
Wrong: That counts tensors: a weight of a thousand numbers and a bias are two.
    sum(1 for p in model.parameters() if p.requires_grad)
Wrong: `len` of that list is the number of tensors; ask each for its `numel()`.
    len([p for p in model.parameters() if p.requires_grad])
Wrong: That counts the tensors, and the frozen ones among them.
    len(list(model.parameters()))
Wrong: Frozen parameters are parameters, but nobody trains them.
    sum(p.numel() for p in model.parameters())
Wrong: A state_dict has the buffers too, and a shared weight under each of its names.
    sum(p.numel() for p in model.state_dict().values())
Wrong: `len` of a tensor is the size of its first dim.
    sum(len(p) for p in model.parameters() if p.requires_grad)
Wrong: Those are the model's own parameters, without those of its children.
    sum(p.numel() for p in model.parameters(recurse=False) if p.requires_grad)
Right:
    sum(p.numel() * p.requires_grad for p in model.parameters())
Right:
    sum(p.numel() for _, p in model.named_parameters() if p.requires_grad)
Right:
    sum(p.nelement() for p in filter(lambda p: p.requires_grad, model.parameters()))
Right:
    sum(p.shape.numel() for p in set(model.parameters()) if p.requires_grad)
See: torch.nn.Module.parameters, torch.numel
"""

import torch
from torch import nn


def count_trained(model):
    """Return how many numbers of the model an optimizer may change."""
    return sum(p.numel() for p in model.parameters() if p.requires_grad)  # blank


def test_it_counts_the_numbers_that_learn(device):
    model = nn.Sequential(nn.Linear(5, 4), nn.ReLU(), nn.Linear(4, 3)).to(device)
    assert count_trained(model) == 24 + 15
    model.register_buffer("mean", torch.zeros(5, device=device))
    assert count_trained(model) == 24 + 15
    model.scale = nn.Parameter(torch.ones(2, 3, device=device))
    assert count_trained(model) == 24 + 15 + 6
    model[0].requires_grad_(False)
    assert count_trained(model) == 15 + 6
    model[2].bias.requires_grad_(False)
    assert count_trained(model) == 12 + 6
    model.requires_grad_(False)
    assert count_trained(model) == 0


def test_a_shared_weight_counts_once():
    first, second = nn.Linear(4, 4), nn.Linear(4, 4)
    second.weight = first.weight  # one Parameter under two names
    assert count_trained(nn.Sequential(first, second)) == 16 + 4 + 4
