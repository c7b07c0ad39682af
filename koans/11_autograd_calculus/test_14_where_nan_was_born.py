"""Anomaly mode stops at the step where a gradient became nan.

A nan spreads: once it is there, every step behind it has it too, and the
weights tell nothing about where it came from. Inside `detect_anomaly` backward
looks at the result of every step and raises at the first nan, with the line
that made that step. An inf is no nan: it may pass, and become one further down.
"""

import re

import pytest
import torch

from koans import __


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
    assert step == __
