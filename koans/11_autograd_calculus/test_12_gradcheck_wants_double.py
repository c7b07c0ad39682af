"""gradcheck compares with differences that drown in float32.

It moves each input by a millionth, looks how far the output moves, and compares
that with what backward says. float32 has seven digits: of a difference in the
sixth it keeps one. So a right backward fails in float32, and a check in float32
says nothing about a wrong one. And where a function has a kink, the two sides
differ: no difference quotient is the slope there.
"""

import pytest
import torch
from torch.autograd import gradcheck

from koans import __


class Cube(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x**3

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * 3 * x**2


class CarelessCube(Cube):
    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * x**2


@pytest.mark.filterwarnings("ignore:Input #0 requires gradient and is not a double")
def test_which_checks_succeed():
    single = torch.tensor([0.7, 1.3, 2.9], requires_grad=True)
    double = single.detach().double().requires_grad_()
    at_zero = torch.zeros(3, dtype=torch.float64, requires_grad=True)

    checks = [
        (Cube.apply, single),
        (Cube.apply, double),
        (CarelessCube.apply, double),
        (torch.relu, double),
        (torch.relu, at_zero),
    ]
    succeeds = [gradcheck(f, x, raise_exception=False) for f, x in checks]
    assert succeeds == __
