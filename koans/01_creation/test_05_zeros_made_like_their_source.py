"""A tensor made for another should match it in shape, dtype and device.

`torch.zeros` knows only what you tell it: given a shape and nothing else, it
makes float32 on the CPU. Here the prices come in several dtypes, and once on
another device: `meta`, whose tensors have a shape and no numbers, stands in for
the GPU that you may not have. The `device` that a test receives is the CPU,
unless you run pytest with `--device`.
"""

import pytest
import torch

from koans import __


def no_discount(prices):
    """Return a discount of zero for every price."""
    return __


@pytest.mark.parametrize("dtype", [torch.float64, torch.float16, torch.int64])
@pytest.mark.parametrize("shape", [(4,), (2, 3)])
def test_the_discount_is_made_like_the_prices(device, shape, dtype):
    prices = torch.full(shape, 20, dtype=dtype, device=device)
    discount = no_discount(prices)
    assert (discount.shape, discount.dtype) == (shape, dtype)
    assert discount.count_nonzero() == 0
    assert (prices == 20).all(), "the caller's prices stay as they were"


def test_a_missing_price_has_a_discount_too(device):
    prices = torch.tensor([20.0, float("nan"), 35.0], device=device)
    assert no_discount(prices).tolist() == [0, 0, 0]


def test_it_stays_on_the_device_of_its_input():
    prices = torch.empty(2, 3, device="meta")
    assert no_discount(prices).device == prices.device
