"""A load that forgives wrong names tells what it left out, if you look.

With `strict=False` keys that fit nowhere are skipped, and weights without a key
stay random. That is what you want for one new head, and just as silent when a
typo skips the whole backbone: the model trains anyway, from scratch. What was
missing and what was unexpected stands in the value that is returned.

Hint: What does `load_state_dict` return?
Hint: `missing_keys` are weights that got nothing, `unexpected_keys` fitted nowhere.
Hint: Only missing keys may begin with `new`; every other of both lists is lost.
Wrong: Weights that got nothing are found; keys that fitted nowhere are not.
    report = model.load_state_dict(state, strict=False)
    lost = [key for key in report.missing_keys if not key.startswith(new)]
Wrong: Keys that fitted nowhere are found; weights that got nothing are not.
    report = model.load_state_dict(state, strict=False)
    lost = report.unexpected_keys
Wrong: The new head is missing on purpose: it is no loss.
    report = model.load_state_dict(state, strict=False)
    lost = report.missing_keys + report.unexpected_keys
Wrong: Strict loading has no place for a new head: it raises.
    report = model.load_state_dict(state)
    lost = report.missing_keys + report.unexpected_keys
Wrong: An old head in the file is a key that fits nowhere, whatever its name.
    report = model.load_state_dict(state, strict=False)
    keys = report.missing_keys + report.unexpected_keys
    lost = [key for key in keys if not key.startswith(new)]
Right:
    missing, unexpected = model.load_state_dict(state, strict=False)
    lost = unexpected + [key for key in missing if not key.startswith(new)]
Right:
    own = set(model.state_dict())
    lost = [key for key in own - set(state) if not key.startswith(new)]
    lost += set(state) - own
    model.load_state_dict(state, strict=False)
See: torch.nn.Module.load_state_dict
"""

import pytest
import torch
from torch import nn


def load_all_but(model, state, new):
    """Load state; only keys that begin with `new` may be missing, none unexpected."""
    # blank: load what fits, and list in `lost` every key that should have fitted
    report = model.load_state_dict(state, strict=False)
    missing = [key for key in report.missing_keys if not key.startswith(new)]
    lost = missing + report.unexpected_keys
    # end
    if lost:
        raise KeyError(f"not loaded: {sorted(lost)}")


def classifier():
    backbone = nn.Sequential(nn.Linear(4, 5), nn.ReLU(), nn.Linear(5, 3))
    return nn.ModuleDict({"backbone": backbone, "head": nn.Linear(3, 2)})


def test_the_backbone_is_loaded_and_the_head_is_new():
    saved = classifier().state_dict()
    del saved["head.weight"], saved["head.bias"]
    model = classifier()
    load_all_but(model, saved, new="head.")
    for name, value in saved.items():
        assert torch.equal(model.state_dict()[name], value)


@pytest.mark.parametrize(
    ("key", "instead"),
    [
        ("backbone.0.weight", "backbone.1.weight"),
        ("backbone.2.bias", None),
        ("head.bias", "head.offset"),
        ("head.weight", "module.head.weight"),
    ],
)
def test_whatever_else_is_lost_is_told(key, instead):
    saved = classifier().state_dict()
    value = saved.pop(key)
    if instead:
        saved[instead] = value
    with pytest.raises(KeyError, match=instead or key):
        load_all_but(classifier(), saved, new="head.")
