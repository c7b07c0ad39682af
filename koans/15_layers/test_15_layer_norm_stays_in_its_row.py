"""LayerNorm looks at one example at a time, along its features.

    x (batch, features)      BatchNorm   mean of each column: needs company
                             LayerNorm   mean of each row: alone is enough

So it does the same in train and eval mode, remembers nothing, and is content
with a batch of one. The variance is the plain one, divided by N. Afterwards a
learned weight and bias, one number per feature, set size and place again.
"""

import pytest
import torch
import torch.nn.functional as F

from koans import __


def layer_norm(x, weight, bias, eps):
    """Normalise x along its last dim; weight and bias have one number per feature."""
    __("normed = x, normalised along its last dim")
    return normed * weight + bias


@pytest.mark.parametrize("shape", [(4, 4), (1, 7), (2, 5, 6)])
@pytest.mark.parametrize("eps", [1e-5, 0.5])
def test_it_is_torch_s_layer_norm(device, shape, eps):
    x = (3 + 2 * torch.randn(shape)).to(device)
    weight, bias = torch.randn(2, shape[-1]).to(device)
    ours, theirs = (x.clone().requires_grad_() for _ in range(2))

    output = layer_norm(ours, weight, bias, eps)
    expected = F.layer_norm(theirs, shape[-1:], weight, bias, eps)
    torch.testing.assert_close(output, expected, rtol=1e-4, atol=1e-5)

    slopes = torch.randn(shape).to(device)
    output.backward(slopes)
    expected.backward(slopes)
    torch.testing.assert_close(ours.grad, theirs.grad, rtol=1e-4, atol=1e-5)
