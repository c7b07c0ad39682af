"""TF32 has the range of float32 and the precision of a half.

    float32    8 bits of exponent, 23 of fraction: 7 digits
    TF32       8 bits of exponent, 10 of fraction: 3 digits, as in float16

`set_float32_matmul_precision("high")` lets matrix products on the GPU round
their factors to TF32 first, for several times the speed. The result is still a
float32. Elementwise operations keep all digits, and convolutions have a switch
of their own, which is on from the start: `torch.backends.cudnn.allow_tf32`.

Hint: 1024 is 2 ** 10. With ten bits of fraction, which number comes after it?
Hint: Between 1024 and 2048, ten bits of fraction give every integer.
Hint: `*` is no matrix product.
Wrong: With "high" the factors are rounded to the nearest TF32 first.
    [1024.25, 1024.25, 1024.25]
Wrong: "highest", the default, keeps all of float32.
    [1024, 1024, 1024.25]
Wrong: Only matrix products are rounded; `*` is done in float32.
    [1024.25, 1024, 1024]
Wrong: 1024.25 is nearer to 1024 than to 1025.
    [1024.25, 1025, 1024.25]
See: torch.set_float32_matmul_precision
"""

import pytest
import torch


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
    assert found == [1024.25, 1024, 1024.25]  # blank
