"""RMSNorm divides by the size of a vector and leaves its mean where it is.

The root of the mean square (RMS) is the size of a typical entry. Large language
models divide by it and do without the mean and the bias of LayerNorm. In half
precision the squares are the danger: 300 squared is more than float16 can hold.
So the norm is computed in float32, and its result goes back to the dtype of x.
"""

import pytest
import torch
import torch.nn.functional as F

from koans import __


def rms_norm(x, weight, eps):
    """Divide x by its root mean square along the last dim, in the dtype of x."""
    __("normed = x / sqrt(mean square + eps), computed in float32")
    return normed * weight


@pytest.mark.parametrize("shape", [(4, 4), (1, 7), (2, 5, 6)])
@pytest.mark.parametrize("eps", [1e-6, 0.5])
def test_it_is_torch_s_rms_norm(device, shape, eps):
    x = (1 + 2 * torch.randn(shape)).to(device)
    weight = torch.randn(shape[-1]).to(device)
    ours, theirs = (x.clone().requires_grad_() for _ in range(2))

    output = rms_norm(ours, weight, eps)
    expected = F.rms_norm(theirs, shape[-1:], weight, eps)
    torch.testing.assert_close(output, expected, rtol=1e-4, atol=1e-5)

    slopes = torch.randn(shape).to(device)
    output.backward(slopes)
    expected.backward(slopes)
    torch.testing.assert_close(ours.grad, theirs.grad, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
def test_half_precision_does_not_overflow(device, dtype):
    x = torch.tensor([[300.0, -300.0, 900.0, 0.0]], device=device, dtype=dtype)
    output = rms_norm(x, torch.ones(4, device=device, dtype=dtype), eps=1e-6)
    assert output.dtype == dtype
    expected = x.double() / x.double().square().mean().sqrt()
    torch.testing.assert_close(output.double(), expected, rtol=0.01, atol=0)
