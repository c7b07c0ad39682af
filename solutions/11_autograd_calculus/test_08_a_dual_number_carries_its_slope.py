"""A dual number carries its slope forwards.

A dual number is a + b*e, where e*e is 0. The product (a + b*e) * (c + d*e) is
a*c + (a*d + b*c)*e: in front of the e stands the product rule. So when x moves
with velocity v, one forward pass gives f(x) and how fast it moves, J v. There
is no graph and no backward pass, which would give v^T J.

Hint: x and y move together: x by 1 and y by 2 per second.
Hint: How fast does x * y move? The product rule: dx * y + x * dy.
Hint: x * y moves by 1 * 4 + 3 * 2, and x + y * y by 1 + 2 * 4 * 2.
Wrong: That is what a backward pass gives, v^T J: it sums over the outputs.
    [6.0, 19.0]
Wrong: Only x moves there; y moves as well, twice as fast.
    [4.0, 1.0]
Wrong: That is f(x), the primal; asked for is how fast it moves.
    [12.0, 19.0]
Wrong: As if both moved by 1: y moves twice as fast.
    [7.0, 9.0]
See: torch.autograd.forward_ad.make_dual, torch.autograd.forward_ad.dual_level
"""

import pytest
import torch
from torch.autograd import forward_ad


# torch loads its forward rules with torch.jit.script, which warns that it is old
@pytest.mark.filterwarnings("ignore:.torch.jit.script. is deprecated")
def test_how_fast_two_outputs_move(device):
    position = torch.tensor([3.0, 4.0], device=device)
    velocity = torch.tensor([1.0, 2.0], device=device)

    with forward_ad.dual_level():
        x, y = forward_ad.make_dual(position, velocity)
        outputs = torch.stack([x * y, x + y * y])
        tangent = forward_ad.unpack_dual(outputs).tangent

    assert tangent.tolist() == [10.0, 17.0]  # blank
