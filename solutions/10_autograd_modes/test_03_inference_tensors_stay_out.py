"""Autograd refuses to save a tensor that was made in inference_mode.

`inference_mode` is a `no_grad` that saves more time: its tensors have no
version counter. Autograd could not see that such a tensor was edited between
forward and backward, so outside the mode it neither saves one nor lets you edit
one. An operation that saves nothing is allowed: a sum needs no input to go back
through, a product needs both of its factors.

Hint: The slope of `features * weights` along `weights` is `features`: it is saved.
Hint: `detach` gives the same memory; `clone` gives an ordinary tensor.
Hint: Two of the three products with `weights` are refused, and the edit is.
Wrong: A sum saves nothing for backward, so there is nothing to refuse.
    [False, True, True, True, False, True]
Wrong: `detach` shares the memory, and the missing counter with it.
    [False, False, True, False, False, True]
Wrong: Only `no_grad` tensors may be edited anywhere: these have no counter to bump.
    [False, False, True, True, False, False]
Wrong: A clone made outside the mode is an ordinary tensor, counter and all.
    [False, False, True, True, True, True]
See: torch.inference_mode, torch.Tensor.is_inference
"""

import torch


def refused(action):
    """Say whether torch raises when it does this."""
    try:
        action()
    except RuntimeError:
        return True
    return False


def test_what_an_inference_tensor_may_do_afterwards(device):
    weights = torch.tensor([1.0, 2.0], device=device, requires_grad=True)
    with torch.inference_mode():
        features = torch.tensor([3.0, 4.0], device=device).square()

    assert [
        refused(lambda: features * 2),
        refused(lambda: (features + weights).sum().backward()),
        refused(lambda: features * weights),
        refused(lambda: features.detach() * weights),
        refused(lambda: features.clone() * weights),
        refused(lambda: features.add_(1)),
    ] == [False, False, True, True, False, True]  # blank
