"""`repeat` in torch is what NumPy calls `tile`.

Drawing two samples per prompt needs each prompt twice. Whether the copies
stand side by side, or a whole round later, decides which sample belongs to
which prompt, and both orders have the same shape. NumPy's `repeat` puts them
side by side; torch has that too, and calls it `repeat_interleave`.
"""

import torch

from koans import __


def test_two_samples_per_prompt(device):
    prompts = torch.tensor([7, 4, 9], device=device)
    assert [
        prompts.repeat(2).tolist(),
        prompts.repeat_interleave(2).tolist(),
    ] == __
