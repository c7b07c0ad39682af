"""An in-place edit is fatal only to what backward has saved.

Each operation keeps what its own slope is made of. The slope of y = tanh(x)
is 1 - y * y: the result is kept. The slope of y = x * x is 2 * x: the input is
kept. If the tensor that was kept has been edited since, backward raises; an
edit of any other tensor does no harm.

Hint: Write down the slope of each: of x + 3, exp(x), log(x) and sigmoid(x).
Hint: They are 1, y, 1 / x and y * (1 - y). Which of them is made of y, which of x?
Hint: `exp` and `sigmoid` keep their result, `log` its input, the sum nothing.
Wrong: x + 3 has slope 1 everywhere: nothing is kept, so nothing can be spoilt.
    {"result": [True, True, False, True], "input": [True, False, True, False]}
Wrong: Not every operation keeps its input: exp and sigmoid need only their result.
    {"result": [False, False, False, False], "input": [False, True, True, True]}
Wrong: `log` keeps its input, not its result: its slope is 1 / x.
    {"result": [False, True, True, True], "input": [False, False, False, False]}
Wrong: `sigmoid` is as `exp`: y * (1 - y) is made of its result.
    {"result": [False, True, False, False], "input": [False, False, True, True]}
See: torch.autograd.graph.saved_tensors_hooks, torch.Tensor.exp, torch.Tensor.sigmoid
"""

import torch


def add_three(x):
    return x + 3


def backward_fails(operation, edited, device):
    """Say whether backward raises after an edit of the "result" or the "input"."""
    leaf = torch.tensor([1.0, 2.0], device=device, requires_grad=True)
    x = leaf.clone()  # a leaf itself may not be edited
    y = operation(x)
    (x if edited == "input" else y).mul_(10)
    try:
        y.sum().backward()
    except RuntimeError:
        return True
    return False


def test_where_an_edit_makes_backward_fail(device):
    operations = [add_three, torch.exp, torch.log, torch.sigmoid]
    fails = {
        edited: [backward_fails(operation, edited, device) for operation in operations]
        for edited in ("result", "input")
    }
    assert fails == {
        "result": [False, True, False, True],
        "input": [False, False, True, False],
    }  # blank
