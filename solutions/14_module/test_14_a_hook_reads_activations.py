"""A forward hook reads what flows between layers, and edits none of them.

After a module has run, torch calls its hooks with the module, the inputs and
the output. A hook stays until its handle removes it: one that is forgotten
costs time in every later pass, and keeps the activations that it has stored.
What is stored holds its whole graph, unless it is detached.

Hint: `child.register_forward_hook(fn)` returns a handle with a method `remove`.
Hint: All hooks made in a loop see the loop's last `name`, unless each gets its own.
Hint: `def keep(module, args, output, name=name): found[name] = output.detach()`
Wrong: By the time the hooks run, the loop is over: `name` is the last name for all.
    handles = []
    for name, child in model.named_children():
        hook = lambda module, args, output: found.update({name: output.detach()})
        handles.append(child.register_forward_hook(hook))
    model(x)
    for handle in handles:
        handle.remove()
Wrong: The hooks are still there: the next pass overwrites what was found.
    for name, child in model.named_children():
        def keep(module, args, output, name=name):
            found[name] = output.detach()
        child.register_forward_hook(keep)
    model(x)
Wrong: Only the first pass is stored, but every later one still pays for the hooks.
    for name, child in model.named_children():
        def keep(module, args, output, name=name):
            found.setdefault(name, output.detach())
        child.register_forward_hook(keep)
    model(x)
Wrong: Stored with its graph, each activation keeps alive what it came from.
    handles = []
    for name, child in model.named_children():
        def keep(module, args, output, name=name):
            found[name] = output
        handles.append(child.register_forward_hook(keep))
    model(x)
    for handle in handles:
        handle.remove()
Wrong: Only the model knows what goes where; its children are no mere chain.
    for name, child in model.named_children():
        x = child(x)
        found[name] = x.detach()
Wrong: A pre-hook is called with the inputs, before there is an output.
    handles = []
    for name, child in model.named_children():
        def keep(module, args, name=name):
            found[name] = args[0].detach()
        handles.append(child.register_forward_pre_hook(keep))
    model(x)
    for handle in handles:
        handle.remove()
Right:
    def keeper(name):
        def keep(module, args, output):
            found[name] = output.detach().clone()
        return keep
    handles = [c.register_forward_hook(keeper(n)) for n, c in model.named_children()]
    try:
        model(x)
    finally:
        for handle in handles:
            handle.remove()
Right:
    names = {child: name for name, child in model.named_children()}
    def keep(module, args, output):
        found[names[module]] = output.detach()
    handles = [child.register_forward_hook(keep) for child in names]
    model(x)
    while handles:
        handles.pop().remove()
Right:
    with torch.no_grad():
        handles = [
            child.register_forward_hook(lambda m, a, out, n=name: found.update({n: out}))
            for name, child in model.named_children()
        ]
        model(x)
    for handle in handles:
        handle.remove()
See: torch.nn.Module.register_forward_hook, torch.nn.Module.named_children
"""

import torch
from torch import nn


def activations(model, x):
    """Return by name, and detached, what each child of model puts out for x."""
    found = {}
    # blank: a hook on each child, one forward pass, and no hook left behind
    handles = []
    for name, child in model.named_children():

        def keep(module, args, output, name=name):
            found[name] = output.detach()

        handles.append(child.register_forward_hook(keep))
    model(x)
    for handle in handles:
        handle.remove()
    # end
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
