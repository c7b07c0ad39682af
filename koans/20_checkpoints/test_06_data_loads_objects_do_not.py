"""`torch.load` reads data; for objects of other classes it asks you first.

A pickle can run any code when it is opened, so a checkpoint from the internet is
a program from the internet. Since torch 2.6 `load` refuses every class that it
does not know: tensors, numbers, strings and containers come through, and a whole
model does not. Nor does a number that is secretly NumPy's, such as a mean that
somebody logged: found out weeks later, when the run is to be resumed.
"""

import io
import pickle

import numpy as np
import torch
from torch import nn

from koans import __


def loads(saved):
    file = io.BytesIO()
    torch.save(saved, file)
    file.seek(0)
    try:
        torch.load(file)
    except pickle.UnpicklingError:
        return False
    return True


def test_what_comes_back():
    model = nn.Linear(3, 2)
    optimizer = torch.optim.Adam(model.parameters())
    answers = [
        loads(model.state_dict()),
        loads(model),
        loads({"epoch": 3, "names": ["cat", "dog"], "size": (8, 8)}),
        loads({"epoch": 3, "loss": np.mean([0.25, 0.75])}),
        loads(optimizer.state_dict()),
    ]
    assert answers == __
