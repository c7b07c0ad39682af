"""TF32 has the range of float32 and the precision of a half.

    float32    8 bits of exponent, 23 of fraction: 7 digits
    TF32       8 bits of exponent, 10 of fraction: 3 digits, as in float16

`set_float32_matmul_precision("high")` lets matrix products on the GPU round
their factors to TF32 first, for several times the speed. The result is still a
float32. Elementwise operations keep all digits, and convolutions have a switch
of their own, which is on from the start: `torch.backends.cudnn.allow_tf32`.
"""

import pytest
import torch

from koans import __


@pytest.mark.cuda
def test_a_quarter_is_lost():
    if torch.cuda.get_device_capability() < (8, 0):
        pytest.skip("needs a GPU that has TF32")
    readings = torch.full((256, 256), 1024.25, device="cuda")
    identity = torch.eye(256, device="cuda")
    found = []
    for precision in ("highest", "high"):
        torch.set_float32_matmul_precision(precision)
        found.append((readings @ identity)[0, 0].item())
    found.append((readings * 1.0)[0, 0].item())  # still "high"
    assert found == __
