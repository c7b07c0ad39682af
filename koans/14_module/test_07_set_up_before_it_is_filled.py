"""A module must be set up before it can take anything in.

`nn.Module.__init__` makes the books in which parameters, buffers and modules
are written down. A class that has an `__init__` of its own has to call it, and
before the first layer. Torch complains only where it needs the books: numbers
and lists go into none of them, so a class may look sound until it is used.
"""

from torch import nn

from koans import __


class NumberFirst(nn.Module):
    def __init__(self):
        self.width = 3
        super().__init__()


class LayerFirst(nn.Module):
    def __init__(self):
        self.layer = nn.Linear(3, 3)
        super().__init__()


class ListFirst(nn.Module):
    def __init__(self):
        self.layers = [nn.Linear(3, 3), nn.Linear(3, 3)]
        super().__init__()


class NeverSetUp(nn.Module):
    def __init__(self):
        self.factor = 2

    def forward(self, x):
        return self.factor * x


def raises(call):
    try:
        call()
    except AttributeError:
        return True
    return False


def test_what_needs_the_set_up():
    calls = [NumberFirst, LayerFirst, ListFirst, NeverSetUp, lambda: NeverSetUp()(1.0)]
    found = [raises(call) for call in calls]
    assert found == __
