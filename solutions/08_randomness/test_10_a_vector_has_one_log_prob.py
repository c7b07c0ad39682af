"""A `Normal` with a vector for its mean is many numbers, not one vector.

Each number gets a log-probability of its own. An action of three joints is one
event: its density is the product over the joints, its logarithm their sum.
`Independent(normal, 1)` says that the last dim belongs to the event and sums
over it. Leave it out, and a policy weighs three log-probabilities as if three
actions had been taken; broadcasting hides the rest.

Hint: `Normal` answers for every number, `Independent` for every action.
Hint: The mean holds 4 actions of 3 joints.
Hint: `sample((5,))` puts a dim of 5 in front; the last dim is the event's.
Wrong: `Normal` has no events: its `log_prob` keeps the shape of what it is asked.
    [(4,), (4,), (5, 4)]
Wrong: `Independent` sums over the last dim: one number for each of the 4 actions.
    [(4, 3), (4, 3), (5, 4, 3)]
Wrong: The event is the last dim: the 4 actions stay apart, the 3 joints are summed.
    [(4, 3), (3,), (5, 3)]
Wrong: Summing keeps no dim of size 1.
    [(4, 3), (4, 1), (5, 4, 1)]
Wrong: Five samples of four actions are 20 log-probabilities, none is summed away.
    [(4, 3), (4,), (4,)]
Right:
    [torch.Size([4, 3]), torch.Size([4]), torch.Size([5, 4])]
See: torch.distributions.Independent, torch.distributions.Normal
"""

import torch
from torch.distributions import Independent, Normal


def test_who_sums_over_the_joints(device):
    mean = torch.zeros(4, 3, device=device)
    joints = Normal(mean, scale=0.1)
    arm = Independent(joints, 1)
    action = arm.sample()
    assert [
        joints.log_prob(action).shape,
        arm.log_prob(action).shape,
        arm.log_prob(arm.sample((5,))).shape,
    ] == [(4, 3), (4,), (5, 4)]  # blank
