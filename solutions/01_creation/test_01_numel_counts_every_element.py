"""`numel` counts every element of a tensor, whatever its shape.

A tensor is a grid of numbers, all of one kind; each number in it is called an
element. Below, every row is a day, and every day has four readings.

Each lesson is a small test with one blank, written `__`. Put your answer in its
place and save the file: `make koans` tells you whether torch agrees. Being
wrong costs nothing; most lessons begin with it. This answer is a whole number.

Hint: Look at the grid in the test and count the readings.
Hint: There are two rows. How many numbers stand in one of them?
Hint: Two rows of four numbers are 8 numbers: write `8` where `__` stands.
Wrong: That is `len(temperatures)`: it counts the rows, not the numbers in them.
    2
Wrong: That is one row, one day. The grid has two.
    4
Wrong: That is `temperatures.shape`. `numel` is one number: how many elements there are.
    (2, 4)
Wrong: The 18 stands there twice and counts twice: each place is an element.
    7
Right:
    2 * 4
See: torch.numel, torch.Tensor.numel
"""

import pytest
import torch


@pytest.mark.essential
def test_two_days_of_readings():
    temperatures = torch.tensor(
        [
            [14, 21, 24, 18],  # Monday
            [13, 17, 20, 18],  # Tuesday
        ]
    )
    assert temperatures.numel() == 8  # blank
