"""A class label is an index, not a measurement.

`cross_entropy` looks up `scores[label]` in each row: the lookup needs integers,
and they travel as int64. Labels out of a CSV file or a NumPy array arrive as
float64 or int32, and are refused. The message then speaks of `Long`, which is
another name of int64, or of `Byte`, which is uint8 and ends at class 255.
"""

import numpy as np
import pytest
import torch
import torch.nn.functional as F


def loss_of(scores, labels):
    """Return the mean of -log softmax(scores)[label].

    scores (N, classes) float32; labels (N,) a NumPy array of any dtype.
    """
    # repair: a label must be something that one can look up
    targets = torch.from_numpy(labels)
    return F.cross_entropy(scores, targets)


@pytest.mark.parametrize("dtype", [np.float64, np.int32])
def test_labels_of_any_dtype_find_their_class(dtype):
    scores = torch.randn(5, 400)
    labels = [3, 0, 256, 399, 120]
    costs = [-row.log_softmax(dim=0)[label] for row, label in zip(scores, labels)]
    loss = loss_of(scores, np.array(labels, dtype=dtype))
    torch.testing.assert_close(loss, sum(costs) / 5)
