"""A dual number carries its slope forwards.

A dual number is a + b*e, where e*e is 0. The product (a + b*e) * (c + d*e) is
a*c + (a*d + b*c)*e: in front of the e stands the product rule. So when x moves
with velocity v, one forward pass gives f(x) and how fast it moves, J v. There
is no graph and no backward pass, which would give v^T J.
"""

import pytest
import torch
from torch.autograd import forward_ad

from koans import __


# torch loads its forward rules with torch.jit.script, which warns that it is old
@pytest.mark.filterwarnings("ignore:.torch.jit.script. is deprecated")
def test_how_fast_two_outputs_move(device):
    position = torch.tensor([3.0, 4.0], device=device)
    velocity = torch.tensor([1.0, 2.0], device=device)

    with forward_ad.dual_level():
        x, y = forward_ad.make_dual(position, velocity)
        outputs = torch.stack([x * y, x + y * y])
        tangent = forward_ad.unpack_dual(outputs).tangent

    assert tangent.tolist() == __
