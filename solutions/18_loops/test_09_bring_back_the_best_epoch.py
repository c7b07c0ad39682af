"""The best epoch is seldom the last one, and its weights must be kept.

Patience stops a run some epochs after its best, so the weights in the model are
by then worse. Keep those of the best epoch, and go on. What `state_dict` hands
out are the live tensors: the optimizer writes into them in place, and what you
kept changes with every step, right up to the last. Keeping means copying.

Hint: What happens at a new best, what at an epoch that is none?
Hint: A dict of the same tensors is no copy; each tensor must be cloned.
Hint: `copy.deepcopy(model.state_dict())` at a new best, and remember the epoch.
Wrong: Those are the live tensors: they will be the last epoch's, too.
    if loss < best_loss:
        best_loss, best_epoch = loss, epoch
        best_state = model.state_dict()
    elif epoch - best_epoch >= patience:
        break
Wrong: A new dict around the same live tensors copies nothing that matters.
    if loss < best_loss:
        best_loss, best_epoch = loss, epoch
        best_state = {name: value.detach() for name, value in model.state_dict().items()}
    elif epoch - best_epoch >= patience:
        break
Wrong: Whatever the loss, the newest weights are kept: those are the last ones.
    best_state = copy.deepcopy(model.state_dict())
    if loss < best_loss:
        best_loss, best_epoch = loss, epoch
    elif epoch - best_epoch >= patience:
        break
Wrong: The first bad epoch ends the run: nobody has waited.
    if loss >= best_loss:
        break
    best_loss, best_epoch = loss, epoch
    best_state = copy.deepcopy(model.state_dict())
Wrong: Each loss is held against the one before it: that is not the best.
    if loss < best_loss:
        best_epoch = epoch
        best_state = copy.deepcopy(model.state_dict())
    elif epoch - best_epoch >= patience:
        break
    best_loss = loss
Wrong: An epoch that is only as good as the best one is no progress: waiting goes on.
    if loss <= best_loss:
        best_loss, best_epoch = loss, epoch
        best_state = copy.deepcopy(model.state_dict())
    elif epoch - best_epoch >= patience:
        break
Right:
    if loss < best_loss:
        best_loss, best_epoch = loss, epoch
        best_state = {name: value.clone() for name, value in model.state_dict().items()}
    if epoch - best_epoch >= patience:
        break
Right:
    if loss < best_loss:
        best_loss = loss
        best_epoch = epoch
        best_state = copy.deepcopy(model).state_dict()
        continue
    if epoch == best_epoch + patience:
        break
See: torch.nn.Module.state_dict, torch.nn.Module.load_state_dict
"""

import copy

import pytest
import torch
from torch import nn


def fit(model, train_epoch, validate, patience, epochs):
    """Train until `patience` epochs in a row bring no new best; return the best one."""
    best_loss, best_epoch, best_state = float("inf"), 0, model.state_dict()
    for epoch in range(epochs):
        train_epoch(model)
        loss = validate(model)
        # blank: keep the weights of a new best; stop when patience has run out
        if loss < best_loss:
            best_loss, best_epoch = loss, epoch
            best_state = copy.deepcopy(model.state_dict())
        elif epoch - best_epoch >= patience:
            break
        # end
    model.load_state_dict(best_state)
    return best_epoch


@pytest.mark.parametrize(
    ("losses", "patience", "best", "trained"),
    [
        ([5, 3, 4, 2, 2, 2.5, 2.1, 1], 3, 3, 7),
        ([5, 3, 4, 3.5, 3.2, 1], 2, 1, 4),
        ([4, 5, 3, 6, 2], 2, 4, 5),
        ([1, 2, 3], 1, 0, 2),
    ],
)
def test_the_weights_of_the_best_epoch_come_back(losses, patience, best, trained):
    model = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2))
    history = []

    def train_epoch(model):
        with torch.no_grad():
            for value in model.state_dict().values():
                value.add_(torch.randint(1, 9, value.shape).to(value.dtype))
        history.append([value.clone() for value in model.state_dict().values()])

    scripted = iter(losses)
    found = fit(model, train_epoch, lambda _: next(scripted), patience, len(losses))

    assert (found, len(history)) == (best, trained)
    for value, kept in zip(model.state_dict().values(), history[best]):
        assert torch.equal(value, kept)
