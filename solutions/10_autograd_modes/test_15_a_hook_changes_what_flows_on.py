"""A tensor hook may replace a gradient before it flows on.

Backward calls the hook with the gradient of that tensor, at the moment it is
complete. What the hook returns takes its place for everything further back; if
it returns None, the gradient stays. Nothing beside or ahead of it changes.

Hint: Go backwards by hand: the cost is `speed * load`, and `speed` is `2 * gear`.
Hint: The gradient that arrives at `speed` is 5; the first hook turns it into 10.
Hint: `gear` lies behind the hooks, `load` beside them.
Wrong: Without the hook; what it returns replaces the gradient of `speed`.
    {"gear": 10.0, "load": 6.0, "seen": 5.0}
Wrong: `load` does not lie behind `speed`: its gradient passes no hook.
    {"gear": 20.0, "load": 12.0, "seen": 10.0}
Wrong: Hooks run in the order they were registered: the second sees the doubled one.
    {"gear": 20.0, "load": 6.0, "seen": 5.0}
Wrong: A hook that returns None leaves the gradient as it is; it does not clear it.
    {"gear": 0.0, "load": 6.0, "seen": 10.0}
See: torch.Tensor.register_hook
"""

import torch


def test_the_gradient_behind_a_hook(device):
    gear = torch.tensor(3.0, device=device, requires_grad=True)
    load = torch.tensor(5.0, device=device, requires_grad=True)
    seen = []

    speed = 2 * gear
    speed.register_hook(lambda grad: 2 * grad)
    speed.register_hook(lambda grad: seen.append(grad.item()))  # append returns None
    cost = speed * load
    cost.backward()

    found = {"gear": gear.grad.item(), "load": load.grad.item(), "seen": seen[0]}
    assert found == {"gear": 20.0, "load": 6.0, "seen": 10.0}  # blank
