"""A forward hook reads what flows between layers, and edits none of them.

After a module has run, torch calls its hooks with the module, the inputs and
the output. A hook stays until its handle removes it: one that is forgotten
costs time in every later pass, and keeps the activations that it has stored.
What is stored holds its whole graph, unless it is detached.
"""

import torch
from torch import nn

from koans import __


def activations(model, x):
    """Return by name, and detached, what each child of model puts out for x."""
    found = {}
    __("a hook on each child, one forward pass, and no hook left behind")
    return found


class TwoRoads(nn.Module):
    def __init__(self):
        super().__init__()
        self.narrow = nn.Linear(4, 3)
        self.wide = nn.Linear(4, 5)
        self.head = nn.Linear(8, 2)

    def forward(self, x):
        roads = [self.narrow(x).relu(), self.wide(x).relu()]
        return self.head(torch.cat(roads, dim=1))


def test_it_reads_what_each_child_puts_out(device):
    model = TwoRoads().to(device)
    x, other = torch.randn(2, 6, 4).to(device)
    found = activations(model, x)
    expected = {"narrow": model.narrow(x), "wide": model.wide(x), "head": model(x)}
    model(other)  # must leave no trace in what was found
    assert found.keys() == expected.keys()
    for name, output in expected.items():
        torch.testing.assert_close(found[name], output.detach())
        assert not found[name].requires_grad


def test_it_reads_a_chain(device):
    model = nn.Sequential(nn.Linear(4, 3), nn.Tanh(), nn.Linear(3, 3)).to(device)
    x = torch.randn(5, 4).to(device)
    found = activations(model, x)
    assert not any(child._forward_hooks for child in model), "a hook is left behind"
    assert sorted(found) == ["0", "1", "2"]
    torch.testing.assert_close(found["1"], found["0"].tanh())
    torch.testing.assert_close(found["2"], model(x).detach())
