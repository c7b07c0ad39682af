"""A tensor made for another should match it in shape, dtype and device.

`torch.zeros` knows only what you tell it: given a shape and nothing else, it
makes float32 on the CPU. Here the prices come in several dtypes, and once on
another device: `meta`, whose tensors have a shape and no numbers, stands in for
the GPU that you may not have. The `device` that a test receives is the CPU,
unless you run pytest with `--device`.

Hint: Three things have to match. Who knows all three?
Hint: torch has a twin of `zeros` whose name ends in `_like`.
Hint: `torch.zeros_like(prices)`
Wrong: Right shape, but always float32 on the CPU, whatever the prices are.
    torch.zeros(prices.shape)
Wrong: The dtype is right, the device is not: this is always made on the CPU.
    torch.zeros(prices.shape, dtype=prices.dtype)
Wrong: Zero times nan is nan: a missing price would become a missing discount.
    prices * 0
Wrong: `len` is the number of rows: of a grid of prices, this covers one column.
    prices.new_zeros(len(prices))
Wrong: The underscore writes zeros over the caller's prices.
    prices.zero_()
Right:
    torch.zeros(prices.shape, dtype=prices.dtype, device=prices.device)
Right:
    prices.new_zeros(prices.shape)
Right:
    torch.full_like(prices, 0)
Right:
    torch.zeros(prices.shape).to(prices)
Right:
    prices.clone().zero_()
See: torch.zeros_like, torch.zeros
"""

import pytest
import torch


def no_discount(prices):
    """Return a discount of zero for every price."""
    return torch.zeros_like(prices)  # blank


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
