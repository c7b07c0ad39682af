"""A target that the model itself computes must be held still.

A value function learns from its own next guess: value(state) should become
reward + discount * value(next_state). With the graph of the target attached,
backward also moves the target towards the guess. The loss falls either way;
but then the future is bent to fit the past. Only the guess may move.

Hint: The same `value` is called twice. Through which call may gradients flow?
Hint: Compute the target under `no_grad`, or detach it.
Hint: `target = rewards + discount * value(next_states).detach()`
Wrong: The target moves too: part of the step bends the future to fit the past.
    target = rewards + discount * value(next_states)
    return (value(states) - target).square().mean()
Wrong: `mse_loss` sends gradients into both of its arguments: detach the target.
    target = rewards + discount * value(next_states)
    return torch.nn.functional.mse_loss(value(states), target)
Wrong: Both calls of `value` are in the graph here: the one for the target moves too.
    return (value(states) - rewards - discount * value(next_states)).square().mean()
Wrong: That detaches the states; the weights inside `value` still get a gradient.
    target = rewards + discount * value(next_states.detach())
    return (value(states) - target).square().mean()
Wrong: The wrong side is held still: the guess cannot learn, and the target moves.
    target = rewards + discount * value(next_states)
    return (value(states).detach() - target).square().mean()
Wrong: Nothing can learn from a loss that is computed under `no_grad` as a whole.
    with torch.no_grad():
        target = rewards + discount * value(next_states)
        return (value(states) - target).square().mean()
Right:
    target = rewards + discount * value(next_states)
    return (value(states) - target.detach()).square().mean()
Right:
    return (value(states) - rewards - discount * value(next_states).detach()).pow(2).mean()
Right:
    with torch.no_grad():
        target = rewards + discount * value(next_states)
    return torch.nn.functional.mse_loss(value(states), target)
See: torch.no_grad, torch.Tensor.detach
"""

import pytest
import torch


def value_loss(value, states, rewards, next_states, discount):
    """Return the mean squared error of value(states) against its targets.

    states and next_states (batch, features), rewards (batch,); value maps states
    to one number each. The target is the reward plus the discounted next value.
    """
    # blank: the target, held still; then the mean squared error of the guess
    with torch.no_grad():
        target = rewards + discount * value(next_states)
    return (value(states) - target).square().mean()
    # end


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
