"""float16 ends at 65504, and the square of a few hundred lies beyond.

What is larger becomes inf, and one inf makes a sum, a norm and a loss inf too.
bfloat16 has as many bits and spends them on the exponent: it reaches as far as
float32, about 3e38, and is coarse instead. Powers of two are exact in both, as
far as they fit.

            sign   exponent   fraction
  float16     1        5         10
  bfloat16    1        8          7

Hint: 256 * 256 is 65536. Is that beyond the end of float16? Of bfloat16?
Hint: The root comes too late: it is taken of what float16 has left.
Hint: Write `float("inf")` for what lies beyond.
Wrong: float16 does not stop at its end: what lies beyond is inf.
    [[16384, 65504, 65504], [16384, 65536, 262144], [128, 256, 256]]
Wrong: 65536 lies beyond 65504, by 32: it is inf already.
    [
        [16384, 65536, float("inf")],
        [16384, 65536, 262144],
        [128, 256, float("inf")],
    ]
Wrong: bfloat16 has the range of float32: it is coarse, not short.
    [
        [16384, float("inf"), float("inf")],
        [16384, float("inf"), float("inf")],
        [128, float("inf"), float("inf")],
    ]
Wrong: The root of inf is inf: the squares were lost before it was taken.
    [
        [16384, float("inf"), float("inf")],
        [16384, 65536, 262144],
        [128, 256, 512],
    ]
Right:
    [
        [16384, torch.inf, torch.inf],
        [16384, 65536, 262144],
        [128, torch.inf, torch.inf],
    ]
See: torch.finfo
"""

import torch


def test_squares_that_do_not_fit(device):
    gradients = torch.tensor([128.0, 256.0, 512.0], device=device)
    halves = gradients.half()
    assert [
        halves.square().tolist(),
        gradients.bfloat16().square().tolist(),
        halves.square().sqrt().tolist(),
    ] == [
        [16384, float("inf"), float("inf")],
        [16384, 65536, 262144],
        [128, float("inf"), float("inf")],
    ]  # blank
