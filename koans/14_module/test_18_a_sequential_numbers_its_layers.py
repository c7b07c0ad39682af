"""A Sequential numbers its layers, and a checkpoint knows only names.

Built from modules, it calls them "0", "1", "2" and runs them in that order. One
without parameters takes a number and saves nothing. So a module put in later
gives the layers behind it other names, and the weights on disk no longer find
them. A slice is told the names that its modules had, and keeps them.
"""

import torch
from torch import nn

from koans import __


def test_the_keys_of_a_checkpoint(device):
    first = nn.Linear(4, 6, bias=False).to(device)
    last = nn.Linear(6, 2, bias=False).to(device)
    model = nn.Sequential(first, nn.ReLU(), last)
    with_dropout = nn.Sequential(first, nn.ReLU(), nn.Dropout(0.1), last)
    tail = model[1:]
    rebuilt = nn.Sequential(*model[1:])

    x = torch.randn(3, 4).to(device)
    torch.testing.assert_close(model(x), last(first(x).relu()))
    torch.testing.assert_close(tail(x @ first.weight.T), model(x))

    modules = [model, with_dropout, tail, rebuilt]
    found = [list(module.state_dict()) for module in modules]
    assert found == __
