"""LayerNorm looks at one example at a time, along its features.

    x (batch, features)      BatchNorm   mean of each column: needs company
                             LayerNorm   mean of each row: alone is enough

So it does the same in train and eval mode, remembers nothing, and is content
with a batch of one. The variance is the plain one, divided by N. Afterwards a
learned weight and bias, one number per feature, set size and place again.

Hint: Mean and variance over the last dim, kept as a dim of 1.
Hint: The variance divides by N: `correction=0`. Where does eps belong?
Hint: Subtract the mean, divide by `(variance + eps).sqrt()`; weight, then bias.
Wrong: That is over the batch: each example depends on the others.
    mean = x.mean(dim=0, keepdim=True)
    variance = x.var(dim=0, correction=0, keepdim=True)
    normed = (x - mean) / (variance + eps).sqrt()
Wrong: `var` divides by N - 1 unless told otherwise.
    mean = x.mean(dim=-1, keepdim=True)
    variance = x.var(dim=-1, keepdim=True)
    normed = (x - mean) / (variance + eps).sqrt()
Wrong: eps stands inside the root.
    mean = x.mean(dim=-1, keepdim=True)
    normed = (x - mean) / (x.std(dim=-1, correction=0, keepdim=True) + eps)
Wrong: Without `keepdim` the means of the rows line up with the columns.
    mean = x.mean(dim=-1)
    variance = x.var(dim=-1, correction=0)
    normed = (x - mean) / (variance + eps).sqrt()
Wrong: That mixes all the rows of x into one mean.
    normed = (x - x.mean()) / (x.var(correction=0) + eps).sqrt()
Wrong: Mean and variance depend on x: their gradients belong to it.
    with torch.no_grad():
        mean = x.mean(dim=-1, keepdim=True)
        variance = x.var(dim=-1, correction=0, keepdim=True)
    normed = (x - mean) / (variance + eps).sqrt()
Right:
    centred = x - x.mean(-1, keepdim=True)
    normed = centred * (centred.square().mean(-1, keepdim=True) + eps).rsqrt()
Right:
    variance, mean = torch.var_mean(x, dim=-1, correction=0, keepdim=True)
    normed = (x - mean) / torch.sqrt(variance + eps)
Right:
    mean, variance = x.mean(-1), x.var(-1, unbiased=False)
    normed = (x - mean[..., None]) / (variance[..., None] + eps) ** 0.5
Ban: layer_norm, LayerNorm, native_layer_norm, group_norm, GroupNorm, batch_norm
Ban: instance_norm, InstanceNorm1d, BatchNorm1d
See: torch.nn.LayerNorm, torch.nn.functional.layer_norm
"""

import pytest
import torch
import torch.nn.functional as F


def layer_norm(x, weight, bias, eps):
    """Normalise x along its last dim; weight and bias have one number per feature."""
    # blank: normed = x, normalised along its last dim
    mean = x.mean(dim=-1, keepdim=True)
    variance = x.var(dim=-1, correction=0, keepdim=True)
    normed = (x - mean) / (variance + eps).sqrt()
    # end
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
