"""A parameter whose gradient stays None was cut off on the way.

The loss falls, because the other parameters learn, and the one that was cut off
keeps its first value forever. Ask once, after the first backward pass: whose
`.grad` is None? Then walk forward from that parameter to the place where a
tensor becomes a plain number: `item`, `tolist`, `float`, `detach`, a
comparison.

Hint: Which of the three parameters does not reach the result as a tensor?
Hint: A Python number has no `grad_fn`. Bound the scale as a tensor.
Hint: `log_scale.exp().clamp(max=100)`
Wrong: `float` takes the number out of the graph just as `item` does.
    scale = min(float(log_scale.exp().detach()), 100.0)
Wrong: The new leaf gets the gradient, and is thrown away with it.
    scale = torch.tensor(min(log_scale.exp().item(), 100.0), requires_grad=True)
Wrong: `detach` cuts as well: the result depends on the numbers of log_scale only.
    scale = log_scale.detach().exp().clamp(max=100)
Wrong: The bound is gone: a scale of 20 000 would blow up the loss.
    scale = log_scale.exp()
Wrong: That bounds the logarithm, at a scale of e**100.
    scale = log_scale.clamp(max=100).exp()
Right:
    scale = torch.clamp(torch.exp(log_scale), max=100.0)
Right:
    scale = log_scale.exp()
    scale = torch.minimum(scale, torch.full_like(scale, 100))
Right:
    scale = min(log_scale.exp(), 100.0)
See: torch.Tensor.item, torch.clamp
"""

import pytest
import torch


def match_scores(images, texts, log_scale):
    """Return the scaled cosine of each image (n, d) with each text (m, d): (n, m).

    The scale is learned as its logarithm, and is at most 100.
    """
    images = images / images.norm(dim=1, keepdim=True)
    texts = texts / texts.norm(dim=1, keepdim=True)
    # broken: log_scale is to be learned, like everything else
    # scale = min(log_scale.exp().item(), 100.0)
    scale = log_scale.exp().clamp(max=100)
    # end
    return scale * images @ texts.T


@pytest.mark.parametrize(("n", "m", "d"), [(3, 4, 2), (5, 2, 6)])
def test_nobody_is_left_without_a_gradient(device, n, m, d):
    parameters = {
        "images": torch.randn(n, d).to(device).requires_grad_(),
        "texts": torch.randn(m, d).to(device).requires_grad_(),
        "log_scale": torch.tensor(1.5, device=device, requires_grad=True),
    }
    weights = torch.randn(n, m).to(device)

    scores = match_scores(**parameters)
    (weights * scores).sum().backward()

    left_out = [name for name, p in parameters.items() if p.grad is None]
    assert left_out == []
    # exp is its own slope: the gradient along log_scale is the loss itself
    expected = (weights * scores.detach()).sum()
    torch.testing.assert_close(
        parameters["log_scale"].grad, expected, rtol=1e-4, atol=1e-5
    )


def test_the_scale_ends_at_one_hundred(device):
    same = torch.eye(3, device=device)
    log_scale = torch.tensor(9.9, device=device, requires_grad=True)
    scores = match_scores(same, same, log_scale).detach()
    torch.testing.assert_close(scores, 100 * same)
