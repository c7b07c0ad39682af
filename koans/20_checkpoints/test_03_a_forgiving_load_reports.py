"""A load that forgives wrong names tells what it left out, if you look.

With `strict=False` keys that fit nowhere are skipped, and weights without a key
stay random. That is what you want for one new head, and just as silent when a
typo skips the whole backbone: the model trains anyway, from scratch. What was
missing and what was unexpected stands in the value that is returned.
"""

import pytest
import torch
from torch import nn

from koans import __


def load_all_but(model, state, new):
    """Load state; only keys that begin with `new` may be missing, none unexpected."""
    __("load what fits, and list in `lost` every key that should have fitted")
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
