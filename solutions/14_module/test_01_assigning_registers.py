"""A module knows the parameters that were assigned to it, and no others.

`self.gain = value` runs code of `nn.Module`, which looks at the value. If it is
an `nn.Parameter`, the module writes it into its books under that name. The
optimizer, `to` and `state_dict` read those books. Anything else becomes an
ordinary attribute, and torch never hears of it.

Hint: For each assignment, ask: is the value on the right an `nn.Parameter`?
Hint: A list of Parameters is a list. A product of a Parameter is a plain tensor.
Hint: `requires_grad` decides nothing here, and neither does the place of the line.
Wrong: A tensor that requires grad is still a plain tensor: it is not in the books.
    ["gain", "offset", "frozen", "late"]
Wrong: A Parameter that asks for no gradient is a Parameter all the same.
    ["gain", "late"]
Wrong: Assigning from outside runs the same code as assigning in `__init__`.
    ["gain", "frozen"]
Wrong: Multiplying makes a new tensor; that one is no Parameter.
    ["gain", "steepness", "frozen", "late"]
Wrong: A list is one value, and no Parameter: the module does not look inside.
    ["gain", "limits.0", "limits.1", "frozen", "late"]
See: torch.nn.Parameter, torch.nn.Module.named_parameters
"""

import pytest
import torch
from torch import nn


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
    assert names == ["gain", "frozen", "late"]  # blank
