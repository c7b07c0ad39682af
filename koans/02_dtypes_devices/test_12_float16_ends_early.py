"""float16 ends at 65504, and the square of a few hundred lies beyond.

What is larger becomes inf, and one inf makes a sum, a norm and a loss inf too.
bfloat16 has as many bits and spends them on the exponent: it reaches as far as
float32, about 3e38, and is coarse instead. Powers of two are exact in both, as
far as they fit.

            sign   exponent   fraction
  float16     1        5         10
  bfloat16    1        8          7
"""

import torch

from koans import __


def test_squares_that_do_not_fit(device):
    gradients = torch.tensor([128.0, 256.0, 512.0], device=device)
    halves = gradients.half()
    assert [
        halves.square().tolist(),
        gradients.bfloat16().square().tolist(),
        halves.square().sqrt().tolist(),
    ] == __
