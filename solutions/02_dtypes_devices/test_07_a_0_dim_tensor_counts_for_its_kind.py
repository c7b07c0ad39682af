"""Beside a tensor with dims, a 0-dim tensor counts for its kind alone.

Between two tensors with dims the wider dtype wins. A tensor without dims is
read like a Python number: of the same kind it changes nothing, whatever its
width. Of a higher kind it wins, and brings its own dtype with it.

Hint: Which of the four right-hand sides has a dim?
Hint: `scale.reshape(1)` has one dim: there the wider of the two dtypes wins.
Hint: A float16 is of a higher kind than any integer, however wide.
Wrong: `scale` has no dims, so its width does not count: halves stay halves.
    [torch.float32, torch.float32, torch.float16, torch.uint8]
Wrong: Reshaped to one dim, `scale` counts fully: the wider dtype wins.
    [torch.float16, torch.float16, torch.float16, torch.uint8]
Wrong: A 0-dim tensor brings its own dtype along; only a Python number takes the default.
    [torch.float16, torch.float32, torch.float32, torch.uint8]
Wrong: int64 is wider than uint8 and of the same kind: without dims it does not count.
    [torch.float16, torch.float32, torch.float16, torch.int64]
See: torch.result_type, torch.promote_types
"""

import torch


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
    ] == [torch.float16, torch.float32, torch.float16, torch.uint8]  # blank
