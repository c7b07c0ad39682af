"""`log_softmax` never forms the probability whose log it returns.

    log_softmax(x)[i] = x[i] - logsumexp(x)

Taken in two steps, the small probability is rounded first: float32 ends at
1e-45, and exp(-150) is 7e-66. The log of what is left cannot bring it back.

Hint: exp(-200) has no float32: what is stored in its place, and what is its log?
Hint: logsumexp of [0, 200] is 200 to all digits of a float32.
Hint: Subtract that 200 from both logits.
Wrong: In two steps the small probability is 0, and its log minus infinity.
    [[-200, 0], [-200, 0]]
Wrong: In one step nothing is exponentiated on its own: 0 - 200.
    [[float("-inf"), 0], [float("-inf"), 0]]
Wrong: Log-probabilities are at most 0: subtract the logsumexp.
    [[float("-inf"), 0], [0, 200]]
Wrong: The log of 0 is minus infinity, not nan, and not an error.
    [[float("nan"), 0], [-200, 0]]
Right:
    [[-float("inf"), 0], [0 - 200, 200 - 200]]
See: torch.log_softmax
"""

import torch


def test_one_step_or_two(device):
    logits = torch.tensor([0.0, 200.0], device=device)
    two_steps = logits.softmax(dim=0).log()
    one_step = logits.log_softmax(dim=0)
    found = [two_steps.tolist(), one_step.tolist()]
    assert found == [[float("-inf"), 0], [-200, 0]]  # blank
