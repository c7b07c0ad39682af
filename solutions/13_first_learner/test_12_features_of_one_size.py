"""One learning rate cannot suit features of two sizes.

A feature enters the gradient of its weight twice: in the error, and as the
factor in front of it. So a feature ten times as large makes its slope a hundred
times as steep. A rate that suits the steep weight leaves the flat one crawling,
and a rate for the flat one throws the steep one out. Divide each feature by its
standard deviation, and one rate is right for all.

Hint: The columns of `raw` are of size 1 and 2: how steep is each weight's slope?
Hint: The slopes at the start are -1 and -4. A step is the rate times the slope.
Hint: 0.25 * 1 and 0.25 * 4; then 1 * 1 and 1 * 4; scaled, both slopes are -1.
Wrong: The slope grows with the square of the feature: twice as large, four times.
    [[0.25, 0.5], [1, 2], [1, 1]]
Wrong: The large feature has the steeper slope, so its weight gets there first.
    [[1, 0.25], [4, 1], [1, 1]]
Wrong: In the scaled features both are of size 1, and neither weight overshoots.
    [[0.25, 1], [1, 4], [1, 4]]
Wrong: A weight does not stop at its goal: with rate 1 the steep one overshoots.
    [[0.25, 1], [1, 1], [1, 1]]
See: torch.std
"""

import torch


def one_step(x, learning_rate):
    """Descend one step from zero to the weights (1, 1); return where it ends."""
    weight = torch.zeros(2, device=x.device, requires_grad=True)
    error = x @ weight - x.sum(dim=1)
    (gradient,) = torch.autograd.grad(error.square().mean() / 2, weight)
    return (weight - learning_rate * gradient).tolist()


def test_how_far_one_step_goes(device):
    raw = torch.tensor([[1.0, 2.0], [1.0, -2.0], [-1.0, 2.0], [-1.0, -2.0]])
    raw = raw.to(device)
    scaled = raw / raw.std(dim=0, correction=0)
    assert [
        one_step(raw, learning_rate=0.25),
        one_step(raw, learning_rate=1.0),
        one_step(scaled, learning_rate=1.0),
    ] == [[0.25, 1], [1, 4], [1, 1]]  # blank
