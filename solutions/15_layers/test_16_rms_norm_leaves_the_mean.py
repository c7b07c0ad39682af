"""RMSNorm divides by the size of a vector and leaves its mean where it is.

The root of the mean square (RMS) is the size of a typical entry. Large language
models divide by it and do without the mean and the bias of LayerNorm. In half
precision the squares are the danger: 300 squared is more than float16 can hold.
So the norm is computed in float32, and its result goes back to the dtype of x.

Hint: Mean of the squares over the last dim, plus eps, and its root.
Hint: `x.float()` before anything is squared; `.to(x.dtype)` at the end.
Hint: `wide * (wide.square().mean(-1, keepdim=True) + eps).rsqrt()`, with `wide` float32.
Wrong: In float16 the squares of x are infinite, and x divided by that is zero.
    normed = x / (x.square().mean(dim=-1, keepdim=True) + eps).sqrt()
Wrong: The mean is not subtracted here: that would be LayerNorm.
    wide = x.float()
    variance = wide.var(dim=-1, correction=0, keepdim=True)
    normed = ((wide - wide.mean(dim=-1, keepdim=True)) / (variance + eps).sqrt()).to(x)
Wrong: The norm is the root of the sum: it grows with the number of features.
    wide = x.float()
    normed = (wide / (wide.norm(dim=-1, keepdim=True) + eps)).to(x.dtype)
Wrong: eps stands inside the root.
    wide = x.float()
    rms = wide.square().mean(dim=-1, keepdim=True).sqrt()
    normed = (wide / (rms + eps)).to(x.dtype)
Wrong: The result stays float32, and the next half-precision layer refuses it.
    wide = x.float()
    normed = wide / (wide.square().mean(dim=-1, keepdim=True) + eps).sqrt()
Right:
    wide = x.to(torch.float32)
    normed = (wide * torch.rsqrt(wide.pow(2).mean(-1, keepdim=True) + eps)).type_as(x)
Right:
    mean_square = x.float().square().mean(dim=-1, keepdim=True)
    normed = (x.float() / (mean_square + eps).sqrt()).to(x)
Right:
    largest = x.abs().amax(dim=-1, keepdim=True).float()
    scaled = x.float() / largest
    rms = largest * (scaled.square().mean(-1, keepdim=True) + eps / largest**2).sqrt()
    normed = (x.float() / rms).to(x.dtype)
Ban: rms_norm, RMSNorm, layer_norm, LayerNorm
See: torch.nn.RMSNorm, torch.nn.functional.rms_norm
"""

import pytest
import torch
import torch.nn.functional as F


def rms_norm(x, weight, eps):
    """Divide x by its root mean square along the last dim, in the dtype of x."""
    # blank: normed = x / sqrt(mean square + eps), computed in float32
    wide = x.float()
    mean_square = wide.square().mean(dim=-1, keepdim=True)
    normed = (wide / (mean_square + eps).sqrt()).to(x.dtype)
    # end
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
