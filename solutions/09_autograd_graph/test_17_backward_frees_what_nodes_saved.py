"""Backward frees what the nodes saved; a second one may miss it.

Many operations save a tensor for the way back: `square` its input, `exp` its
result. Backward frees these as it passes, so that a training loop does not
pile up the activations of every step. The nodes remain, and where nothing was
saved there is nothing to miss.

Hint: A second backward raises where it comes to a node whose tensors are gone.
Hint: The slope of x + 3 is 1, whatever x is: what would it have to save?
Hint: The two losses share one `exp`.
Wrong: A sum saves nothing but a shape; it can go back as often as you like.
    [True, True, False, False, True]
Wrong: `retain_graph=True` is the request to free nothing.
    [True, False, True, False, True]
Wrong: A new forward pass builds a new graph with tensors of its own.
    [True, False, False, True, True]
Wrong: The second loss is another one, but its road leads through the same `exp`.
    [True, False, False, False, False]
See: torch.Tensor.backward, torch.autograd.graph.saved_tensors_hooks
"""

import torch


def second_raises(first, second, **options):
    first.backward(**options)
    try:
        second.backward()
    except RuntimeError as error:
        assert "a second time" in str(error)
        return True
    return False


def test_which_second_backward_raises(device):
    x = torch.rand(4, device=device, requires_grad=True)
    squared = x.square().sum()
    shifted = (x + 3).sum()
    kept = x.square().sum()
    growth = x.exp()
    assert [
        second_raises(squared, squared),
        second_raises(shifted, shifted),
        second_raises(kept, kept, retain_graph=True),
        second_raises(x.square().sum(), x.square().sum()),
        second_raises(growth.sum(), growth.max()),
    ] == [True, False, False, False, True]  # blank
