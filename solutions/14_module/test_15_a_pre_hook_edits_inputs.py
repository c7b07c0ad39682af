"""What a forward pre-hook returns takes the place of the module's inputs.

It is called before `forward`, with the module and the tuple of the positional
inputs. Return None and they stay; return a tuple and `forward` gets that. So a
finished model can be given its preprocessing without a change to its code, and
callers keep their tensors. The tuple is all of the inputs, not only the first.

Hint: `model.register_forward_pre_hook(fn)` calls `fn(module, args)`.
Hint: Return a new first input, and behind it whatever else was in `args`.
Hint: `x, *rest = args`, then `return ((x - mean) / std, *rest)`.
Wrong: The other inputs are lost, and `forward` falls back on its default weight.
    def standardise(module, args):
        return (args[0] - mean) / std
    handle = model.register_forward_pre_hook(standardise)
Wrong: That writes into the caller's tensor: the second call standardises it again.
    def standardise(module, args):
        args[0].sub_(mean).div_(std)
    handle = model.register_forward_pre_hook(standardise)
Wrong: A forward hook comes after `forward`: it changes what came out.
    def standardise(module, args, output):
        return (output - mean) / std
    handle = model.register_forward_hook(standardise)
Wrong: A hook that returns None changes nothing: `x` is a name of its own.
    def standardise(module, args):
        x, *rest = args
        x = (x - mean) / std
    handle = model.register_forward_pre_hook(standardise)
Wrong: That standardises every input, the example weights as well.
    def standardise(module, args):
        return tuple((x - mean) / std for x in args)
    handle = model.register_forward_pre_hook(standardise)
Right:
    def standardise(module, args):
        return ((args[0] - mean) / std,) + args[1:]
    handle = model.register_forward_pre_hook(standardise)
Right:
    handle = model.register_forward_pre_hook(
        lambda module, args: ((args[0] - mean) / std, *args[1:])
    )
Right:
    def standardise(module, args, kwargs):
        return ((args[0] - mean) / std, *args[1:]), kwargs
    handle = model.register_forward_pre_hook(standardise, with_kwargs=True)
See: torch.nn.Module.register_forward_pre_hook
"""

import torch
from torch import nn


def standardise_inputs(model, mean, std):
    """Make model see (x - mean) / std for its first input; return the hook's handle."""
    # blank: register a hook that changes the first input, and keep its handle

    def standardise(module, args):
        x, *rest = args
        return ((x - mean) / std, *rest)

    handle = model.register_forward_pre_hook(standardise)
    # end
    return handle


class WeightedScore(nn.Module):
    """Scores each row of x; the scores count as much as their weights say."""

    def __init__(self, features):
        super().__init__()
        self.score = nn.Linear(features, 1)

    def forward(self, x, weight=1.0):
        return weight * self.score(x).squeeze(-1)


def test_the_model_sees_other_inputs_and_the_caller_does_not(device):
    model = WeightedScore(features=3).to(device)
    raw = (50 + 9 * torch.randn(6, 3)).to(device)
    weight = torch.arange(6.0, device=device)
    kept, mean, std = raw.clone(), raw.mean(dim=0), raw.std(dim=0)
    unhooked = model(raw, weight)
    expected = model((raw - mean) / std)

    handle = standardise_inputs(model, mean, std)
    torch.testing.assert_close(model(raw), expected)
    torch.testing.assert_close(model(raw, weight), weight * expected)
    torch.testing.assert_close(raw, kept, rtol=0, atol=0)

    handle.remove()
    torch.testing.assert_close(model(raw, weight), unhooked)
