"""`model(x)` does more than `model.forward(x)`.

Calling a module runs its `__call__`: hooks before, `forward`, hooks after.
`forward` is only the middle. The numbers agree, so nobody notices, until a tool
that lives in hooks stays silent: a profiler, a feature extractor, weights that
are normalised or gathered just before their layer runs.
"""

import torch
from torch import nn

from koans import __


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(4, 3)

    def forward(self, x):
        return self.layer(x).relu()


def test_which_hooks_speak(device):
    model, x = Model().to(device), torch.rand(2, 4, device=device)
    spoken = []
    model.register_forward_hook(lambda *_: spoken.append("model"))
    model.layer.register_forward_hook(lambda *_: spoken.append("layer"))

    found = []
    for run in (model, model.forward, model.layer, model.layer.forward):
        run(x)
        found.append(spoken.copy())
        spoken.clear()
    assert found == __
