"""A target that the model itself computes must be held still.

A value function learns from its own next guess: value(state) should become
reward + discount * value(next_state). With the graph of the target attached,
backward also moves the target towards the guess. The loss falls either way;
but then the future is bent to fit the past. Only the guess may move.
"""

import pytest
import torch

from koans import __


def value_loss(value, states, rewards, next_states, discount):
    """Return the mean squared error of value(states) against its targets.

    states and next_states (batch, features), rewards (batch,); value maps states
    to one number each. The target is the reward plus the discounted next value.
    """
    __("the target, held still; then the mean squared error of the guess")


@pytest.mark.parametrize(("batch", "features"), [(3, 2), (6, 4)])
def test_only_the_guess_moves(device, batch, features):
    states = torch.randn(batch, features).to(device)
    next_states = torch.randn(batch, features).to(device)
    rewards = torch.randn(batch).to(device)
    weights = torch.randn(features).to(device).requires_grad_()

    loss = value_loss(lambda s: s @ weights, states, rewards, next_states, 0.9)
    loss.backward()

    with torch.no_grad():
        error = states @ weights - rewards - 0.9 * next_states @ weights
        torch.testing.assert_close(loss.detach(), error.square().mean())
        torch.testing.assert_close(weights.grad, 2 * error @ states / batch)
