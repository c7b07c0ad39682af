"""Beside a tensor with dims, a 0-dim tensor counts for its kind alone.

Between two tensors with dims the wider dtype wins. A tensor without dims is
read like a Python number: of the same kind it changes nothing, whatever its
width. Of a higher kind it wins, and brings its own dtype with it.
"""

import torch

from koans import __


def test_which_dtype_wins(device):
    weights = torch.tensor([0.5, 1.5], dtype=torch.float16, device=device)
    counts = torch.tensor([1, 2], dtype=torch.uint8, device=device)
    scale = torch.tensor(0.25, dtype=torch.float32, device=device)
    offset = torch.tensor(3, dtype=torch.int64, device=device)
    assert [
        (weights * scale).dtype,
        (weights * scale.reshape(1)).dtype,
        (counts * scale.half()).dtype,
        (counts + offset).dtype,
    ] == __
