"""Run once in a process that stands ready, so that nothing is left to do first.

Not a koan, and not collected by name. Nothing here may start a thread: no backward,
no loader, no GPU.
"""

from __future__ import annotations

import pytest
import torch


def test_that_passes(device: torch.device) -> None:
    numbers = torch.arange(6, device=device).reshape(2, 3)
    torch.testing.assert_close(numbers.float() * 2, numbers + numbers.float())
    with pytest.raises(RuntimeError):
        numbers.reshape(4, 4)


@pytest.mark.parametrize("size", [2])
def test_that_fails(size: int) -> None:
    assert torch.zeros(size).tolist() == [1.0, 1.0]


def test_that_differs() -> None:
    torch.testing.assert_close(torch.zeros(2), torch.ones(2))
