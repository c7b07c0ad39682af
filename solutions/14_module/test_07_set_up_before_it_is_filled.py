"""A module must be set up before it can take anything in.

`nn.Module.__init__` makes the books in which parameters, buffers and modules
are written down. A class that has an `__init__` of its own has to call it, and
before the first layer. Torch complains only where it needs the books: numbers
and lists go into none of them, so a class may look sound until it is used.

Hint: Which of these lines write something into the module's books?
Hint: A layer goes into the books; a number and a list of layers do not.
Hint: Making `NeverSetUp` touches no book. Calling a module looks for its hooks.
Wrong: A list is an ordinary attribute: nothing is written into the books.
    [False, True, True, False, True]
Wrong: A number is an ordinary attribute: it may come before the set-up.
    [True, True, False, False, True]
Wrong: Making `NeverSetUp` needs no books: its only attribute is a number.
    [False, True, False, True, True]
Wrong: To call a module is to ask for its hooks, and those stand in the books.
    [False, True, False, False, False]
See: torch.nn.Module
"""

from torch import nn


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
    assert found == [False, True, False, False, True]  # blank
