"""`numel` counts every element of a tensor, whatever its shape.

A tensor is a grid of numbers, all of one kind; each number in it is called an
element. Below, every row is a day, and every day has four readings.

Each lesson is a small test with one blank, written `__`. Put your answer in its
place and save the file: `make koans` tells you whether torch agrees. Being
wrong costs nothing; most lessons begin with it. This answer is a whole number.
"""

import pytest
import torch

from koans import __


@pytest.mark.essential
def test_two_days_of_readings():
    temperatures = torch.tensor(
        [
            [14, 21, 24, 18],  # Monday
            [13, 17, 20, 18],  # Tuesday
        ]
    )
    assert temperatures.numel() == __
