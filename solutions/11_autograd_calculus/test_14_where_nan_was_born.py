"""Anomaly mode stops at the step where a gradient became nan.

A nan spreads: once it is there, every step behind it has it too, and the
weights tell nothing about where it came from. Inside `detect_anomaly` backward
looks at the result of every step and raises at the first nan, with the line
that made that step. An inf is no nan: it may pass, and become one further down.

Hint: Here `gap` is [0, 0]. Walk backwards: log1p, sqrt, sum, then `gap * gap`.
Hint: The slope of log1p at 0 is 1, that of sqrt at 0 is 1 / 0, which is inf.
Hint: `sum` hands inf on. What is inf times 2 * gap? Name it as its `grad_fn` does.
Wrong: The slope of sqrt at 0 is inf, not nan: backward goes on.
    "SqrtBackward0"
Wrong: `sum` hands inf to both places: still no nan.
    "SumBackward0"
Wrong: `a - b` is behind it: the nan would reach it, if backward had not stopped.
    "SubBackward0"
Wrong: The slope of log1p at 0 is 1 / (1 + 0): nothing is wrong there.
    "Log1PBackward0"
See: torch.autograd.detect_anomaly
"""

import re

import pytest
import torch


@pytest.mark.filterwarnings("ignore::UserWarning")  # anomaly mode says that it is slow
def test_it_names_the_backward_step(device):
    a = torch.tensor([1.0, 2.0], device=device, requires_grad=True)
    b = torch.tensor([1.0, 2.0], device=device)

    with (
        torch.autograd.detect_anomaly(),
        pytest.raises(RuntimeError, match="returned nan") as error,
    ):
        gap = a - b
        distance = (gap * gap).sum().sqrt()
        loss = distance.log1p()
        loss.backward()

    (step,) = re.findall(r"Function '(\w+)' returned nan", str(error.value))
    assert step == "MulBackward0"  # blank
