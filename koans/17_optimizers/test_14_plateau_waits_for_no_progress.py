"""ReduceLROnPlateau counts the epochs that bring no progress.

It is the one scheduler whose `step` wants a metric. An epoch that does not beat
the best so far is a bad one. More bad epochs in a row than `patience`: the rate
is reduced and the count starts again. Better means lower, unless it is told
otherwise: give it an accuracy, and every rise counts as a failure.
"""

import torch

from koans import __


def rates_after(metrics, **options):
    """Return the learning rate after each epoch that ended with such a metric."""
    weight = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=8.0)
    scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(
        optimizer, factor=0.5, patience=2, **options
    )
    found = []
    for metric in metrics:
        optimizer.step()
        scheduler.step(metric)
        found.append(optimizer.param_groups[0]["lr"])
    return found


def test_a_loss_that_stalls_and_an_accuracy_that_rises():
    losses = [4.0, 3.0, 3.0, 3.0, 3.0, 3.0]
    accuracies = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95]
    assert [
        rates_after(losses),
        rates_after(accuracies),
        rates_after(accuracies, mode="max"),
    ] == __
