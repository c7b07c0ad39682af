"""`torch.load` reads data; for objects of other classes it asks you first.

A pickle can run any code when it is opened, so a checkpoint from the internet is
a program from the internet. Since torch 2.6 `load` refuses every class that it
does not know: tensors, numbers, strings and containers come through, and a whole
model does not. Nor does a number that is secretly NumPy's, such as a mean that
somebody logged: found out weeks later, when the run is to be resumed.

Hint: Which of the five are made of tensors, plain numbers, strings, lists and dicts?
Hint: A model is an object of a class, with code; its state_dict is a dict of tensors.
Hint: `np.mean` returns np.float64, which is not Python's float.
Wrong: np.float64 looks like a float, and is an object of NumPy's.
    [True, False, True, True, True]
Wrong: A whole model is refused, even one made of torch's own layers.
    [True, True, True, False, True]
Wrong: Lists, strings and numbers in a dict are plain data.
    [True, False, False, False, True]
Wrong: The optimizer's state_dict is a dict of tensors and numbers, too.
    [True, False, True, False, False]
See: torch.load, torch.save
"""

import io
import pickle

import numpy as np
import torch
from torch import nn


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
    assert answers == [True, False, True, False, True]  # blank
