"""Each device has a stream of its own, and an algorithm of its own.

`torch.manual_seed` puts all of them at the beginning of the same seed. From
there the CPU and the GPU draw different numbers, and a draw on one does not
move the other. What must be the same on both is drawn on the CPU and moved:
`torch.randn(3).to(device)`, not `torch.randn(3, device=device)`.
"""

import pytest
import torch

from koans import __


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
    ] == __
