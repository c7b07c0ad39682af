"""Each device has a stream of its own, and an algorithm of its own.

`torch.manual_seed` puts all of them at the beginning of the same seed. From
there the CPU and the GPU draw different numbers, and a draw on one does not
move the other. What must be the same on both is drawn on the CPU and moved:
`torch.randn(3).to(device)`, not `torch.randn(3, device=device)`.

Hint: How many streams are there, and which of them does each line move?
Hint: `torch.manual_seed(7)` seeds both, `torch.cuda.manual_seed(8)` only one.
Hint: The order of two draws matters within a stream only.
Wrong: The same seed, but another algorithm: the numbers are others.
    [True, True, True, True, False]
Wrong: There are two streams: a draw on the GPU leaves the CPU's where it is.
    [False, True, False, True, False]
Wrong: `torch.manual_seed` seeds the GPU as well as the CPU.
    [True, False, False, True, False]
Wrong: `torch.cuda.manual_seed` leaves the CPU's stream alone.
    [True, True, False, False, False]
Wrong: The GPU's stream begins at 8 now, not at 7.
    [True, True, False, True, True]
See: torch.manual_seed, torch.cuda.manual_seed
"""

import pytest
import torch


@pytest.mark.cuda
def test_two_streams_from_one_seed():
    torch.manual_seed(7)
    on_cpu = torch.rand(4)
    on_gpu = torch.rand(4, device="cuda").cpu()

    torch.manual_seed(7)
    gpu_first = torch.rand(4, device="cuda").cpu()
    cpu_second = torch.rand(4)

    torch.manual_seed(7)
    torch.cuda.manual_seed(8)
    cpu_again = torch.rand(4)
    gpu_again = torch.rand(4, device="cuda").cpu()

    assert [
        torch.equal(cpu_second, on_cpu),
        torch.equal(gpu_first, on_gpu),
        torch.equal(on_gpu, on_cpu),
        torch.equal(cpu_again, on_cpu),
        torch.equal(gpu_again, on_gpu),
    ] == [True, True, False, True, False]  # blank
