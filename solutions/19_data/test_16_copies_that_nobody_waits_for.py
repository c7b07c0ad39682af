"""A copy to the GPU can run while Python goes on, if nothing stops it.

It needs two things. The source must lie in pinned memory, which the system never
moves: the loader puts it there if asked. And the copy must be told not to wait.
Ask for only one of the two, and all is correct, and each copy first waits until
the GPU has done all that was queued before it. Nothing shows it but a clock.

Hint: One keyword is the loader's, the other is that of `to`.
Hint: `DataLoader(..., pin_memory=True)`.
Hint: `x.to(device, non_blocking=True)`, and the same for y.
Wrong: Pinned, but each copy is waited for.
    loader = DataLoader(dataset, batch_size=batch_size, pin_memory=True)
    for x, y in loader:
        yield x.to(device), y.to(device)
Wrong: From ordinary memory the copy waits, whatever `non_blocking` says.
    loader = DataLoader(dataset, batch_size=batch_size)
    for x, y in loader:
        yield x.to(device, non_blocking=True), y.to(device, non_blocking=True)
Wrong: The labels wait: one blocking copy holds up the whole loop.
    loader = DataLoader(dataset, batch_size=batch_size, pin_memory=True)
    for x, y in loader:
        yield x.to(device, non_blocking=True), y.to(device)
Right:
    for batch in DataLoader(dataset, batch_size, pin_memory=True):
        yield tuple(part.cuda(device, non_blocking=True) for part in batch)
Right:
    for x, y in DataLoader(dataset, batch_size):
        x, y = x.pin_memory(), y.pin_memory()
        yield x.to(device, non_blocking=True), y.to(device, non_blocking=True)
See: torch.utils.data.DataLoader, torch.Tensor.to, torch.Tensor.pin_memory
"""

import pytest
import torch
from torch.utils.data import DataLoader, TensorDataset


def batches_on(device, dataset, batch_size):
    """Yield the batches of (x, y) on the device, without waiting for any copy."""
    # blank: load into pinned memory, copy without waiting
    loader = DataLoader(dataset, batch_size=batch_size, pin_memory=True)
    for x, y in loader:
        yield x.to(device, non_blocking=True), y.to(device, non_blocking=True)
    # end


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
