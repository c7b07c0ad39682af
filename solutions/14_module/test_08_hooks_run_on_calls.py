"""`model(x)` does more than `model.forward(x)`.

Calling a module runs its `__call__`: hooks before, `forward`, hooks after.
`forward` is only the middle. The numbers agree, so nobody notices, until a tool
that lives in hooks stays silent: a profiler, a feature extractor, weights that
are normalised or gathered just before their layer runs.

Hint: Each line below runs the same arithmetic. Which modules does it *call*?
Hint: `Model.forward` calls its layer, whoever runs `Model.forward`.
Hint: A hook speaks after its module is done: the inner module speaks first.
Wrong: `forward` runs the body of the model only: its own hook stays silent.
    [["layer", "model"], ["layer", "model"], ["layer"], []]
Wrong: Inside that `forward` the layer is called as usual: its hook speaks.
    [["layer", "model"], [], ["layer"], []]
Wrong: A forward hook runs when its module is done, so the outer one comes last.
    [["model", "layer"], ["layer"], ["layer"], []]
Wrong: A call of the layer says nothing to the model that the layer is part of.
    [["layer", "model"], ["layer"], ["layer", "model"], []]
See: torch.nn.Module.register_forward_hook, torch.nn.Module.forward
"""

import torch
from torch import nn


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
    assert found == [["layer", "model"], ["layer"], ["layer"], []]  # blank
