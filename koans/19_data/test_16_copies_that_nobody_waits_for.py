"""A copy to the GPU can run while Python goes on, if nothing stops it.

It needs two things. The source must lie in pinned memory, which the system never
moves: the loader puts it there if asked. And the copy must be told not to wait.
Ask for only one of the two, and all is correct, and each copy first waits until
the GPU has done all that was queued before it. Nothing shows it but a clock.
"""

import pytest
import torch
from torch.utils.data import DataLoader, TensorDataset

from koans import __


def batches_on(device, dataset, batch_size):
    """Yield the batches of (x, y) on the device, without waiting for any copy."""
    __("load into pinned memory, copy without waiting")


@pytest.mark.cuda
def test_a_busy_gpu_holds_nobody_up():
    device = torch.device("cuda")
    x = torch.randn(60, 20_000)  # over 64 KB a batch: less is copied without waiting
    y = torch.randint(9, (60,))
    dataset = TensorDataset(x, y)
    batches = list(batches_on(device, dataset, batch_size=20))  # allocates memory
    del batches
    torch.cuda.synchronize()

    torch.cuda._sleep(1_000_000_000)  # about half a second of work for the GPU
    batches = list(batches_on(device, dataset, batch_size=20))
    still_busy = not torch.cuda.current_stream().query()
    torch.cuda.synchronize()

    assert still_busy
    assert torch.equal(torch.cat([images for images, _ in batches]).cpu(), x)
    assert torch.equal(torch.cat([labels for _, labels in batches]).cpu(), y)
