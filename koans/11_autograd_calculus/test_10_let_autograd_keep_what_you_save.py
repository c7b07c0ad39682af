"""What backward needs belongs where autograd can watch it.

An attribute of `ctx` keeps the tensor and nothing else. If somebody edits the
result in place, backward runs on the edited numbers. And a result that is kept
there holds the graph that holds it: its memory waits for the garbage collector.
`ctx.save_for_backward` remembers the version, and `ctx.saved_tensors` raises if
it has changed.
"""

import weakref

import pytest
import torch


def make_exp():
    """Return an exp with its own backward, as safe against edits as torch.exp."""

    # repair: backward raises if the result was edited, and the result can be freed
    class Exp(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            result = x.exp()
            ctx.result = result
            return result

        @staticmethod
        def backward(ctx, grad_output):
            return grad_output * ctx.result

    return Exp.apply


def test_its_gradient_is_exp_again(device):
    x = torch.randn(5).to(device).requires_grad_()
    y = make_exp()(x)
    assert hasattr(y.grad_fn, "saved_tensors"), "exp is to have a backward of its own"
    (3 * y).sum().backward()
    torch.testing.assert_close(x.grad, 3 * x.detach().exp())


def test_an_edit_of_the_result_is_noticed(device):
    x = torch.randn(5).to(device).requires_grad_()
    y = make_exp()(x)
    y.mul_(10)
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        y.sum().backward()


def test_the_result_is_freed_with_its_name(device):
    x = torch.randn(5).to(device).requires_grad_()
    y = make_exp()(x)
    alive = weakref.ref(y)
    del y
    assert alive() is None
