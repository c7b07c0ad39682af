"""Reshape never reorders elements.

`reshape` reads the numbers row by row and deals them out row by row into the
new shape. The order of reading is the one thing it promises to keep. So it
cannot turn rows into columns: a number that came first stays first.
"""

import pytest
import torch

from koans import __


@pytest.mark.essential
def test_reshape_deals_row_by_row(device):
    x = torch.tensor([[8, 1, 6], [3, 5, 7]], device=device)
    assert x.reshape(3, 2).tolist() == __
