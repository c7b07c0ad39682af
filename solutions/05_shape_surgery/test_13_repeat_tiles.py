"""`repeat` in torch is what NumPy calls `tile`.

Drawing two samples per prompt needs each prompt twice. Whether the copies
stand side by side, or a whole round later, decides which sample belongs to
which prompt, and both orders have the same shape. NumPy's `repeat` puts them
side by side; torch has that too, and calls it `repeat_interleave`.

Hint: Which of the two reads 7, 4, 9 through to its end before it starts again?
Hint: To interleave is to put the copies of an element between its neighbours.
Wrong: That is the other way round: what NumPy calls `repeat` torch does not.
    [[7, 7, 4, 4, 9, 9], [7, 4, 9, 7, 4, 9]]
Wrong: `repeat_interleave` keeps the copies of one element side by side.
    [[7, 4, 9, 7, 4, 9], [7, 4, 9, 7, 4, 9]]
Wrong: `repeat(2)` makes the dim twice as long; it adds no new one.
    [[[7, 4, 9], [7, 4, 9]], [7, 7, 4, 4, 9, 9]]
Wrong: Copies are made, nothing is doubled.
    [[14, 8, 18], [7, 7, 4, 4, 9, 9]]
See: torch.Tensor.repeat, torch.repeat_interleave
"""

import torch


def test_two_samples_per_prompt(device):
    prompts = torch.tensor([7, 4, 9], device=device)
    assert [
        prompts.repeat(2).tolist(),
        prompts.repeat_interleave(2).tolist(),
    ] == [[7, 4, 9, 7, 4, 9], [7, 7, 4, 4, 9, 9]]  # blank
