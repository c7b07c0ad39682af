"""A function of F does not know whether the model is in eval mode.

`eval()` turns a switch on each module. A function is no module: it has no
switch, and nobody can turn it. What stands in `forward` as a function drops
numbers whenever its own argument says so, and that is the default:

                         model.train()    model.eval()
    self.dropout(x)      drops            hands x on
    F.dropout(x, p)      drops            drops all the same

Hint: Ask the model twice for the same answer, in eval mode.
Hint: `F.dropout` has an argument `training`; the module knows its own mode.
Hint: `training=self.training`
Wrong: Now nothing is ever dropped, in training either.
    hidden = F.dropout(hidden, self.p, training=False)
Wrong: A module that is made here is new each time, and new modules are in train mode.
    hidden = nn.Dropout(self.p)(hidden)
Wrong: Another switch: with gradients on, as for a saliency map, eval mode still drops.
    hidden = F.dropout(hidden, self.p, training=torch.is_grad_enabled())
Wrong: Without the division by 1 - p, train mode speaks more quietly than eval mode.
    if self.training:
        hidden = hidden * (torch.rand_like(hidden) > self.p)
Wrong: Backwards: it drops where it should not, and only there.
    hidden = F.dropout(hidden, self.p, training=not self.training)
Right:
    hidden = F.dropout(hidden, self.p, self.training)
Right:
    if self.training:
        hidden = F.dropout(hidden, self.p)
Right:
    hidden = nn.Dropout(self.p).train(self.training)(hidden)
Right:
    if self.training:
        kept = torch.rand_like(hidden) >= self.p
        hidden = hidden * kept / (1 - self.p)
See: torch.nn.functional.dropout, torch.nn.Dropout
"""

import pytest
import torch
import torch.nn.functional as F
from torch import nn


class Classifier(nn.Module):
    """Two Linear layers, and dropout with probability p between them."""

    def __init__(self, widths, p):
        super().__init__()
        self.p = p
        self.first = nn.Linear(widths[0], widths[1])
        self.last = nn.Linear(widths[1], widths[2])

    def forward(self, x):
        hidden = self.first(x).relu()
        # broken: the same answer each time in eval mode, and dropout in training
        # hidden = F.dropout(hidden, self.p)
        hidden = F.dropout(hidden, self.p, training=self.training)
        # end
        return self.last(hidden)


@pytest.mark.essential
@pytest.mark.parametrize("recording", [True, False])
def test_in_eval_mode_nothing_is_dropped(device, recording):
    classifier = Classifier([4, 200, 3], p=0.5)
    model = nn.Sequential(classifier).to(device).eval()
    x = torch.rand(6, 4, device=device)
    with torch.set_grad_enabled(recording):
        expected = classifier.last(classifier.first(x).relu())
        torch.testing.assert_close(model(x), expected)
        torch.testing.assert_close(model(x), model(x), rtol=0, atol=0)


@pytest.mark.essential
@pytest.mark.parametrize("recording", [True, False])
@pytest.mark.parametrize("p", [0.5, 0.75])
def test_in_train_mode_units_are_dropped(device, p, recording):
    classifier = Classifier([4, 4000, 1], p).to(device)
    nn.init.zeros_(classifier.first.weight)
    nn.init.ones_(classifier.first.bias)
    classifier.last = nn.Identity()  # to see what dropout lets through
    with torch.set_grad_enabled(recording):
        hidden = classifier(torch.rand(4, device=device))
    assert sorted(set(hidden.tolist())) == [0, 1 / (1 - p)]
    assert abs(hidden.mean().item() - 1) < 0.2  # its deviation is 0.03
