"""A class label is an index, not a measurement.

`cross_entropy` looks up `scores[label]` in each row: the lookup needs integers,
and they travel as int64. Labels out of a CSV file or a NumPy array arrive as
float64 or int32, and are refused. The message then speaks of `Long`, which is
another name of int64, or of `Byte`, which is uint8 and ends at class 255.

Hint: What does the error message say that it expected?
Hint: Convert the labels, not the scores.
Hint: A tensor has `float()`, `int()` and `long()`: which of them is int64?
Wrong: float32 labels are taken for probabilities, and those need one per class.
    targets = torch.from_numpy(labels).float()
Wrong: `int()` is int32, and that is refused.
    targets = torch.from_numpy(labels).int()
Wrong: Accepted, but a byte ends at 255: class 256 becomes class 0.
    targets = torch.from_numpy(labels).byte()
Wrong: The labels are not at fault for the scores: now both are float64.
    targets = torch.from_numpy(labels)
    scores = scores.double()
Wrong: One column per class, but as integers: probabilities have to be floats.
    targets = F.one_hot(torch.from_numpy(labels).long(), scores.shape[1])
Right:
    targets = torch.from_numpy(labels).to(torch.int64)
Right:
    targets = torch.tensor(labels, dtype=torch.int64)
Right:
    targets = torch.from_numpy(labels.astype("int64"))
Right:
    targets = F.one_hot(torch.from_numpy(labels).long(), scores.shape[1]).float()
See: torch.nn.functional.cross_entropy, torch.Tensor.long
"""

import numpy as np
import pytest
import torch
import torch.nn.functional as F


def loss_of(scores, labels):
    """Return the mean of -log softmax(scores)[label].

    scores (N, classes) float32; labels (N,) a NumPy array of any dtype.
    """
    # broken: a label must be something that one can look up
    # targets = torch.from_numpy(labels)
    targets = torch.from_numpy(labels).long()
    # end
    return F.cross_entropy(scores, targets)


@pytest.mark.parametrize("dtype", [np.float64, np.int32])
def test_labels_of_any_dtype_find_their_class(dtype):
    scores = torch.randn(5, 400)
    labels = [3, 0, 256, 399, 120]
    costs = [-row.log_softmax(dim=0)[label] for row, label in zip(scores, labels)]
    loss = loss_of(scores, np.array(labels, dtype=dtype))
    torch.testing.assert_close(loss, sum(costs) / 5)
