"""Every draw changes all the draws that come after it.

There is one global stream, and whoever draws takes the next numbers: a layer's
weights, a shuffle, dropout, a line that was only there for debugging. Put one
more draw in, and everything after it gets other numbers, with the same seed.
So two runs that differ in one thing may differ in all that follows it.

Hint: Which of `weights` and `noise` are drawn after the extra number?
Hint: "first" comes before both, "between" before one of them, "last" before none.
Wrong: The seed sets where the stream begins, not what each line gets from it.
    [[True, True], [True, True], [True, True]]
Wrong: What was drawn before the extra number does not change.
    [[False, False], [False, False], [False, False]]
Wrong: The stream has no second place for `noise`: it takes what comes next.
    [[False, True], [True, False], [True, True]]
Wrong: That is the other way round: a draw changes what comes after it.
    [[True, True], [False, True], [False, False]]
See: torch.manual_seed
"""

import torch


def run(device, extra=None):
    """Draw weights and noise, and one number more at the place that extra names."""
    torch.manual_seed(7)
    if extra == "first":
        torch.rand(1, device=device)
    weights = torch.rand(3, device=device)
    if extra == "between":
        torch.rand(1, device=device)
    noise = torch.rand(4, device=device)
    if extra == "last":
        torch.rand(1, device=device)
    return weights, noise


def test_what_an_extra_draw_changes(device):
    plain = run(device)
    unchanged = [
        [torch.equal(a, b) for a, b in zip(run(device, extra), plain)]
        for extra in ("first", "between", "last")
    ]
    assert unchanged == [[False, False], [True, False], [True, True]]  # blank
