"""A short last batch counts too much in the mean of the batch means.

Ten examples in batches of four make batches of 4, 4 and 2. The loss function
gives one mean per batch. Averaged as they are, the two examples of the last
batch weigh as much as four of the others: the logged loss depends on where the
batches happen to end. Weighted by its size, each batch brings its own sum back.
"""

import torch
import torch.nn.functional as F

from koans import __


def test_two_ways_to_average_an_epoch(device):
    predictions = torch.zeros(10, device=device)
    targets = torch.tensor([1.0, 3, 2, 2, 5, 0, 6, 1, 8, 6], device=device)
    losses, sizes = [], []
    for batch in torch.arange(10).split(4):
        loss = F.l1_loss(predictions[batch], targets[batch])
        losses.append(loss.item())
        sizes.append(len(batch))

    mean_of_means = sum(losses) / len(losses)
    weighted = sum(loss * size for loss, size in zip(losses, sizes)) / sum(sizes)
    assert [mean_of_means, weighted] == __
