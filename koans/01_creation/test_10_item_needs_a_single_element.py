"""`item` hands out a Python number where there is no choice.

A loss, a mean, a count: what you print or store should be a Python number, not
a tensor. `item` does not ask how many dims there are, only how many elements.
Where the answer is not plain it raises; for many numbers there is `tolist`.
"""

import torch

from koans import __


def has_item(tensor):
    """Say whether item() returns a number."""
    try:
        tensor.item()
    except RuntimeError:
        return False
    return True


def test_who_has_an_item(device):
    grid = torch.tensor([[[4.5]]], device=device)
    twins = torch.tensor([4.5, 4.5], device=device)
    total = twins.sum()
    empty = torch.tensor([], device=device)
    answers = [has_item(grid), has_item(twins), has_item(total), has_item(empty)]
    assert answers == __
