"""A function that needs gradients must ask for them itself.

Grad mode is not written into a function: it is whatever the caller has set.
An evaluation under `no_grad` that draws a saliency map calls code that needs a
backward pass, and the forward pass in there records nothing. Modes nest: the
innermost block decides, and when it ends the mode outside it is back.

Hint: Which line of `sensitivity` has to be recorded?
Hint: torch has a context that is the opposite of `no_grad`.
Hint: Compute `total` inside `with torch.enable_grad():`.
Wrong: As a statement it stays on: the caller's evaluation is recorded from here on.
    torch.set_grad_enabled(True)
    total = score(x).sum()
Wrong: Now `total` is a new leaf: backward starts and ends there, and x gets nothing.
    total = score(x).sum().requires_grad_()
Wrong: That x wants a gradient is not enough: the mode says that nobody records.
    x = x.detach().requires_grad_()
    total = score(x).sum()
Wrong: The caller may want `no_grad` for the rest: put back the mode that you found.
    with torch.enable_grad():
        total = score(x).sum()
    torch.set_grad_enabled(True)
Right:
    with torch.set_grad_enabled(True):
        total = score(x).sum()
See: torch.enable_grad, torch.set_grad_enabled, torch.is_grad_enabled
"""

import pytest
import torch


def sensitivity(score, x):
    """Return the gradient of score(x).sum() with respect to x, recorded or not."""
    x = x.detach().requires_grad_()
    # broken: the forward pass is recorded, and the caller's mode is left as it was
    # total = score(x).sum()
    with torch.enable_grad():
        total = score(x).sum()
    # end
    total.backward()
    return x.grad


@pytest.mark.parametrize("mode", [torch.enable_grad, torch.no_grad])
def test_it_works_in_the_mode_of_any_caller(device, mode):
    pixels = torch.rand(3, 5).to(device)
    with mode():
        recording = torch.is_grad_enabled()
        torch.testing.assert_close(sensitivity(torch.sin, pixels), pixels.cos())
        torch.testing.assert_close(sensitivity(torch.square, pixels), 2 * pixels)
        assert torch.is_grad_enabled() is recording
