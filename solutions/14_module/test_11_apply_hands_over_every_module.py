"""`apply` hands your function every module; the function has to choose.

`model.apply(fn)` calls `fn` with each module inside, children before parents,
the model itself last: also with activations, containers and layers of others
that have a `weight` too. So the function says first whom it is meant for. It
changes the numbers and keeps the parameters: an optimizer may hold them already.

Hint: The function is called with every module: whom does it concern?
Hint: `nn.init.orthogonal_` and `nn.init.zeros_` write into what they are given.
Hint: Ask `isinstance(module, nn.Linear)`, and later `module.bias is not None`.
Wrong: Other modules have a weight too: here the Gate loses its numbers.
    if hasattr(module, "weight"):
        nn.init.orthogonal_(module.weight)
        if module.bias is not None:
            nn.init.zeros_(module.bias)
Wrong: A Linear without a bias has None there.
    if isinstance(module, nn.Linear):
        nn.init.orthogonal_(module.weight)
        nn.init.zeros_(module.bias)
Wrong: New parameters: an optimizer that was made before still holds the old ones.
    if isinstance(module, nn.Linear):
        module.weight = nn.Parameter(nn.init.orthogonal_(module.weight.clone()))
        if module.bias is not None:
            module.bias = nn.Parameter(torch.zeros_like(module.bias))
Wrong: A leaf that requires grad may not be changed where it would be recorded.
    if isinstance(module, nn.Linear):
        nn.init.orthogonal_(module.weight)
        if module.bias is not None:
            module.bias.zero_()
Wrong: The bias keeps the random numbers that it was made with.
    if isinstance(module, nn.Linear):
        nn.init.orthogonal_(module.weight)
Right:
    if isinstance(module, nn.Linear):
        torch.nn.init.orthogonal_(module.weight)
        if module.bias is not None:
            with torch.no_grad():
                module.bias.zero_()
Right:
    if not isinstance(module, nn.Linear):
        return
    for parameter in module.parameters():
        if parameter.dim() == 2:
            nn.init.orthogonal_(parameter)
        else:
            nn.init.zeros_(parameter)
See: torch.nn.Module.apply, torch.nn.init.orthogonal_
"""

import torch
from torch import nn


def init_linear(module):
    """Make the weight of a Linear orthogonal and its bias zero; spare the others."""
    # blank: if this module is a Linear, change its numbers in place
    if isinstance(module, nn.Linear):
        nn.init.orthogonal_(module.weight)
        if module.bias is not None:
            nn.init.zeros_(module.bias)
    # end


class Gate(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.weight = nn.Parameter(torch.full((1, width), 3.0))
        self.bias = nn.Parameter(torch.full((width,), -1.0))

    def forward(self, x):
        return x * (self.weight * x + self.bias).sigmoid()


def test_every_linear_is_initialised_and_nothing_else(device):
    block = nn.Sequential(nn.Linear(6, 5, bias=False), nn.ReLU(), Gate(5))
    model = nn.Sequential(block, nn.Linear(5, 4)).to(device)
    before = list(model.parameters())

    model.apply(init_linear)

    assert all(new is old for new, old in zip(model.parameters(), before, strict=True))
    assert all(parameter.requires_grad for parameter in model.parameters())
    for linear in (block[0], model[1]):
        products = linear.weight.detach() @ linear.weight.detach().T
        expected = torch.eye(len(products), device=device)
        torch.testing.assert_close(products, expected, rtol=1e-4, atol=1e-5)
    assert model[1].bias.tolist() == [0, 0, 0, 0]
    assert block[2].weight.tolist() == [[3.0] * 5]
    assert block[2].bias.tolist() == [-1.0] * 5
