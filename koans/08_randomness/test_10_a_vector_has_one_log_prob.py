"""A `Normal` with a vector for its mean is many numbers, not one vector.

Each number gets a log-probability of its own. An action of three joints is one
event: its density is the product over the joints, its logarithm their sum.
`Independent(normal, 1)` says that the last dim belongs to the event and sums
over it. Leave it out, and a policy weighs three log-probabilities as if three
actions had been taken; broadcasting hides the rest.
"""

import torch
from torch.distributions import Independent, Normal

from koans import __


def test_who_sums_over_the_joints(device):
    mean = torch.zeros(4, 3, device=device)
    joints = Normal(mean, scale=0.1)
    arm = Independent(joints, 1)
    action = arm.sample()
    assert [
        joints.log_prob(action).shape,
        arm.log_prob(action).shape,
        arm.log_prob(arm.sample((5,))).shape,
    ] == __
