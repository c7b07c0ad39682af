"""`log_softmax` never forms the probability whose log it returns.

    log_softmax(x)[i] = x[i] - logsumexp(x)

Taken in two steps, the small probability is rounded first: float32 ends at
1e-45, and exp(-150) is 7e-66. The log of what is left cannot bring it back.
"""

import torch

from koans import __


def test_one_step_or_two(device):
    logits = torch.tensor([0.0, 200.0], device=device)
    two_steps = logits.softmax(dim=0).log()
    one_step = logits.log_softmax(dim=0)
    found = [two_steps.tolist(), one_step.tolist()]
    assert found == __
