"""bfloat16 keeps eight significant bits: about two and a half digits.

It has the range of float32 and little of its precision. Between 256 and 512 it
knows every second number, and a sum that falls between two of them is rounded,
a tie to the one whose last bit is 0. Adding one at a time gets stuck there;
`sum` adds up in float32 and rounds once, at the end.

Hint: Which numbers lie next to 256: 255 and 257, or 255 and 258?
Hint: Up there all numbers are 2 * n, with n from 128 to 255: an even n wins a tie.
Hint: 257 lies between 2 * 128 and 2 * 129, and 259 between 2 * 129 and 2 * 130.
Wrong: At 256 one more is a tie, and the tie goes back to 256, again and again.
    [300, 303, 300]
Wrong: 259 is a tie as well, and goes to the neighbour whose last bit is 0.
    [256, 258, 300]
Wrong: There is no 259: beyond 256 bfloat16 has even numbers only.
    [256, 259, 300]
Wrong: `sum` does not add up in bfloat16: 300 ones are 300, which bfloat16 knows.
    [256, 260, 256]
Wrong: 255 + 1 is exact; it is 256 + 1 that falls between two numbers.
    [255, 258, 300]
See: torch.finfo, torch.sum
"""

import torch


def test_a_counter_gets_stuck(device):
    counter = torch.tensor(0, dtype=torch.bfloat16, device=device)
    for _ in range(300):
        counter += 1
    ones = torch.ones(300, dtype=torch.bfloat16, device=device)
    assert [
        counter.item(),
        (counter + 3).item(),
        ones.sum().item(),
    ] == [256, 260, 300]  # blank
