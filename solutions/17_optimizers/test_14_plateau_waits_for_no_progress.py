"""ReduceLROnPlateau counts the epochs that bring no progress.

It is the one scheduler whose `step` wants a metric. An epoch that does not beat
the best so far is a bad one. More bad epochs in a row than `patience`: the rate
is reduced and the count starts again. Better means lower, unless it is told
otherwise: give it an accuracy, and every rise counts as a failure.

Hint: patience=2 forgives two bad epochs. Which is the third?
Hint: The losses: the best is reached in the second epoch, then three bad ones.
Hint: Under the default mode, all but the first of the rising accuracies are bad.
Wrong: Two bad epochs in a row are forgiven; it is the third that costs.
    [[8, 8, 8, 4, 4, 4], [8, 8, 4, 4, 2, 2], [8, 8, 8, 8, 8, 8]]
Wrong: The default mode is "min": it takes a rising accuracy for a rising loss.
    [[8, 8, 8, 8, 4, 4], [8, 8, 8, 8, 8, 8], [8, 8, 8, 8, 8, 8]]
Wrong: After a reduction the count starts again: the next needs three more bad epochs.
    [[8, 8, 8, 8, 4, 2], [8, 8, 8, 4, 2, 1], [8, 8, 8, 8, 8, 8]]
Wrong: With mode="max" every rise is progress: there is no bad epoch.
    [[8, 8, 8, 8, 4, 4], [8, 8, 8, 4, 4, 4], [8, 8, 8, 4, 4, 4]]
Wrong: 3.0 after 3.0 does not beat the best: an equal metric is a bad epoch.
    [[8, 8, 8, 8, 8, 8], [8, 8, 8, 4, 4, 4], [8, 8, 8, 8, 8, 8]]
See: torch.optim.lr_scheduler.ReduceLROnPlateau
"""

import torch


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
    ] == [[8, 8, 8, 8, 4, 4], [8, 8, 8, 4, 4, 4], [8, 8, 8, 8, 8, 8]]  # blank
