"""Held-out data is scaled with numbers that it had no part in making.

The model learns what a reading of 1.0 means: one spread above the mean of the
training data. Scale held-out data by its own mean, and 1.0 means something else
there. A hot day among hot days becomes an ordinary day. A single reading has no
spread at all: it becomes nan. In use, readings come one at a time.

Hint: How would you scale one single reading that comes in tomorrow?
Hint: Mean and spread are learnt: from the training part, once, and used on both.
Hint: Keep them in variables before `train` itself is overwritten.
Wrong: `train` has been scaled by then: its mean is 0, its spread 1, so nothing happens.
    train = (train - train.mean(dim=0)) / train.std(dim=0)
    held_out = (held_out - train.mean(dim=0)) / train.std(dim=0)
Wrong: Made from both parts, the scale has seen the held-out data.
    both = torch.cat([train, held_out])
    train = (train - both.mean(dim=0)) / both.std(dim=0)
    held_out = (held_out - both.mean(dim=0)) / both.std(dim=0)
Wrong: One mean for all columns: degrees and pascals do not share a scale.
    mean, std = train.mean(), train.std()
    train = (train - mean) / std
    held_out = (held_out - mean) / std
Wrong: Over dim 1 each reading is scaled by itself, across its columns.
    mean, std = train.mean(dim=1, keepdim=True), train.std(dim=1, keepdim=True)
    train = (train - mean) / std
    mean, std = held_out.mean(dim=1, keepdim=True), held_out.std(dim=1, keepdim=True)
    held_out = (held_out - mean) / std
Right:
    std, mean = torch.std_mean(train, dim=0)
    train, held_out = (train - mean) / std, (held_out - mean) / std
Right:
    held_out = (held_out - train.mean(dim=0)) / train.std(dim=0)
    train = (train - train.mean(dim=0)) / train.std(dim=0)
See: torch.std_mean, torch.Tensor.std
"""

import pytest
import torch


def standardise(train, held_out):
    """Scale the columns of train (N, columns) to mean 0 and std 1; held_out likewise."""
    # broken: a reading means the same in both parts
    # train = (train - train.mean(dim=0)) / train.std(dim=0)
    # held_out = (held_out - held_out.mean(dim=0)) / held_out.std(dim=0)
    mean, std = train.mean(dim=0), train.std(dim=0)
    train = (train - mean) / std
    held_out = (held_out - mean) / std
    # end
    return train, held_out


def test_a_hot_day_stays_hot(device):
    #                      degrees  pascals
    train = torch.tensor([[12.0, 99000], [20, 101000], [28, 103000]], device=device)
    hot = torch.tensor([[36.0, 101000], [28, 99000], [20, 103000]], device=device)
    _, scaled = standardise(train, hot)
    expected = torch.tensor([[2.0, 0], [1, -1], [0, 1]], device=device)
    torch.testing.assert_close(scaled, expected)
    _, alone = standardise(train, hot[:1])
    torch.testing.assert_close(alone, expected[:1])


@pytest.mark.parametrize(("count", "columns"), [(50, 3), (8, 6)])
def test_the_training_part_alone_sets_the_scale(device, count, columns):
    unit = 10 ** torch.arange(columns) + torch.rand(columns)
    readings = (5 + torch.randn(count, columns)) * unit
    train, held_out = readings.to(device).split([count - 3, 3])
    scaled, others = standardise(train.clone(), held_out.clone())
    ones = torch.ones(columns, device=device)
    torch.testing.assert_close(scaled.mean(dim=0), 0 * ones, rtol=0, atol=1e-4)
    torch.testing.assert_close(scaled.std(dim=0), ones, rtol=1e-4, atol=0)
    shifts = (others - scaled[:1]) * train.std(dim=0)
    torch.testing.assert_close(
        shifts, held_out - train[:1], rtol=1e-3, atol=1e-3 * unit.max().item()
    )
