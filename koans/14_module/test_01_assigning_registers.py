"""A module knows the parameters that were assigned to it, and no others.

`self.gain = value` runs code of `nn.Module`, which looks at the value. If it is
an `nn.Parameter`, the module writes it into its books under that name. The
optimizer, `to` and `state_dict` read those books. Anything else becomes an
ordinary attribute, and torch never hears of it.
"""

import pytest
import torch
from torch import nn

from koans import __


class Gate(nn.Module):
    def __init__(self):
        super().__init__()
        self.gain = nn.Parameter(torch.ones(3))
        self.offset = torch.zeros(3, requires_grad=True)
        self.steepness = 2 * nn.Parameter(torch.ones(3))
        self.limits = [nn.Parameter(torch.zeros(3)), nn.Parameter(torch.ones(3))]
        self.frozen = nn.Parameter(torch.ones(3), requires_grad=False)


@pytest.mark.essential
def test_what_the_gate_has_in_its_books():
    gate = Gate()
    gate.late = nn.Parameter(torch.zeros(3))
    names = [name for name, _ in gate.named_parameters()]
    assert names == __
