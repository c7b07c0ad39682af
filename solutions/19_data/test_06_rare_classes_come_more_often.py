"""A weighted sampler makes a rare class as frequent as a common one.

With 90 good screws to 10 bad ones, most batches hold no bad one worth learning
from. A sampler can draw the rare ones more often: with replacement, so that some
come twice and others not at all. It draws indices of *examples*, so that is what
its weights are for: one for each example, and the larger, the rarer its class.

Hint: If a class has 10 examples, how heavy may each be for the class to weigh 1?
Hint: Count the labels, then look up each example's count by its label.
Hint: `1 / labels.bincount()[labels]`, drawn with replacement.
Wrong: A weight per class: the sampler takes them for the first few examples.
    weights = 1 / labels.bincount()
    sampler = WeightedRandomSampler(weights, len(labels), generator=generator)
Wrong: The larger class gets the larger weight: the rare one gets rarer still.
    weights = labels.bincount()[labels]
    sampler = WeightedRandomSampler(weights, len(labels), generator=generator)
Wrong: Without replacement each example comes once: that is a plain shuffle.
    weights = 1 / labels.bincount()[labels]
    sampler = WeightedRandomSampler(
        weights, len(labels), replacement=False, generator=generator
    )
Wrong: The label is no measure of how rare it is.
    weights = 1.0 + labels
    sampler = WeightedRandomSampler(weights, len(labels), generator=generator)
Right:
    counts = torch.bincount(labels)
    weights = (counts.sum() / counts)[labels].tolist()
    sampler = WeightedRandomSampler(weights, len(labels), generator=generator)
Right:
    one_hot = torch.nn.functional.one_hot(labels).double()
    weights = one_hot @ one_hot.sum(dim=0).reciprocal()
    sampler = WeightedRandomSampler(weights, len(weights), True, generator)
See: torch.utils.data.WeightedRandomSampler, torch.bincount
"""

import pytest
import torch
from torch.utils.data import DataLoader, TensorDataset, WeightedRandomSampler


def balanced_loader(images, labels, generator):
    """Return a loader whose epochs are as long as the data, all classes alike."""
    # blank: a sampler that draws each class equally often
    weights = 1 / labels.bincount()[labels]
    sampler = WeightedRandomSampler(weights, len(labels), generator=generator)
    # end
    return DataLoader(TensorDataset(images, labels), batch_size=25, sampler=sampler)


@pytest.mark.parametrize("counts", [[180, 20], [30, 200, 10], [15, 160, 5, 20]])
def test_every_class_comes_equally_often(counts):
    labels = torch.arange(len(counts)).repeat_interleave(torch.tensor(counts))
    labels = labels[torch.randperm(len(labels))]
    images = torch.arange(len(labels))
    loader = balanced_loader(images, labels, torch.Generator().manual_seed(0))
    drawn = [torch.cat(parts) for parts in zip(*[b for _ in range(12) for b in loader])]

    assert len(drawn[0]) == 12 * len(labels)
    assert torch.equal(drawn[1], labels[drawn[0]])
    shares = drawn[1].bincount(minlength=len(counts)) / len(drawn[1])
    for share in shares.tolist():
        assert share == pytest.approx(1 / len(counts), abs=0.05)  # over 4 sigma
    assert len(drawn[0].unique()) > 0.9 * len(labels)
