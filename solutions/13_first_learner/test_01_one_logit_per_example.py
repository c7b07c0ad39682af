"""A linear model scores each example once per weight vector.

`x @ weight + bias` multiplies the features of an example by their weights, adds
them up and shifts the sum. This score is a logit: any number, from which sigmoid
makes a probability. The feature dim is summed away and the examples stay. A
matrix of weights, be it a single column, adds a last dim of its own, and the
labels have to match it.

Hint: `@` sums over the last dim of x. Which dims are left?
Hint: A weight of shape (3,) leaves nothing behind, one of shape (3, 4) leaves 4.
Hint: Five students keep a 5 in front; the student alone has no dim to keep.
Wrong: A weight vector leaves no dim of its own: no 1 at the end.
    [(5, 1), (5, 1), (5, 4), ()]
Wrong: A column has a last dim of length 1, and leaves it behind.
    [(5,), (5,), (5, 4), ()]
Wrong: The features are summed away; what stays are the examples.
    [(3,), (3, 1), (3, 4), ()]
Wrong: One student and one weight vector make one number, without dims.
    [(5,), (5, 1), (5, 4), (1,)]
Right:
    [torch.Size([5]), torch.Size([5, 1]), torch.Size([5, 4]), torch.Size([])]
See: torch.matmul
"""

import torch


def test_the_shapes_of_logits(device):
    x = torch.randn(5, 3).to(device)  # five students, three features each
    weight = torch.randn(3).to(device)
    bias = torch.tensor(0.5, device=device)
    classes = torch.randn(3, 4).to(device)
    logits = [
        x @ weight + bias,
        x @ weight[:, None] + bias,
        x @ classes + bias,
        x[0] @ weight + bias,
    ]
    assert [z.shape for z in logits] == [(5,), (5, 1), (5, 4), ()]  # blank
