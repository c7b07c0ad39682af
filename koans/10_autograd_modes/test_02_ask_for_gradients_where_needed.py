"""A function that needs gradients must ask for them itself.

Grad mode is not written into a function: it is whatever the caller has set.
An evaluation under `no_grad` that draws a saliency map calls code that needs a
backward pass, and the forward pass in there records nothing. Modes nest: the
innermost block decides, and when it ends the mode outside it is back.
"""

import pytest
import torch


def sensitivity(score, x):
    """Return the gradient of score(x).sum() with respect to x, recorded or not."""
    x = x.detach().requires_grad_()
    # repair: the forward pass is recorded, and the caller's mode is left as it was
    total = score(x).sum()
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
