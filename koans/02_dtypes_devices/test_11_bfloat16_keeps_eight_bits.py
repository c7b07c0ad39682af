"""bfloat16 keeps eight significant bits: about two and a half digits.

It has the range of float32 and little of its precision. Between 256 and 512 it
knows every second number, and a sum that falls between two of them is rounded,
a tie to the one whose last bit is 0. Adding one at a time gets stuck there;
`sum` adds up in float32 and rounds once, at the end.
"""

import torch

from koans import __


def test_a_counter_gets_stuck(device):
    counter = torch.tensor(0, dtype=torch.bfloat16, device=device)
    for _ in range(300):
        counter += 1
    ones = torch.ones(300, dtype=torch.bfloat16, device=device)
    assert [
        counter.item(),
        (counter + 3).item(),
        ones.sum().item(),
    ] == __
