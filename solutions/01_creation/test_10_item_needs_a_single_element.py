"""`item` hands out a Python number where there is no choice.

A loss, a mean, a count: what you print or store should be a Python number, not
a tensor. `item` does not ask how many dims there are, only how many elements.
Where the answer is not plain it raises; for many numbers there is `tolist`.

Hint: Count the elements of each tensor; pay no attention to the brackets.
Hint: Brackets with nothing in them hold no element.
Hint: The grid has one element; the list of two and the empty list do not.
Wrong: The brackets do not matter: the grid holds a single number.
    [False, False, True, False]
Wrong: With two elements `item` would have to choose, even if they are equal.
    [True, True, True, False]
Wrong: An empty tensor holds no number: `item` does not invent a 0.
    [True, False, True, True]
Wrong: A tensor without dims holds one number: that is what `item` is for.
    [True, False, False, False]
See: torch.Tensor.item, torch.Tensor.tolist
"""

import torch


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
    assert answers == [True, False, True, False]  # blank
