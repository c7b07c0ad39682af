"""A matrix product wants one dtype, and NumPy and torch default to two.

Elementwise operations promote, a matrix product refuses: doubling the width of
a large matrix in passing would be slow, and it would be silent. Weights are
float32 unless told otherwise; NumPy makes float64, and `from_numpy` keeps it.
Convert the data, once, where it comes in. The weights stay as they are.
"""

import numpy as np
import pytest
import torch


def predict(readings, weights):
    """Return NumPy readings (N, features) @ float32 weights (features,), in float32."""
    # repair: the product needs both in one dtype, that of the weights
    batch = torch.from_numpy(readings)
    return batch @ weights


@pytest.mark.essential
@pytest.mark.parametrize("features", [2, 5])
@pytest.mark.parametrize("dtype", [np.float64, np.int64])
def test_numpy_readings_meet_float32_weights(features, dtype):
    readings = np.random.normal(scale=9, size=(4, features)).astype(dtype)
    weights = torch.randn(features)
    expected = torch.tensor(readings @ weights.numpy().astype(np.float64))
    torch.testing.assert_close(predict(readings, weights), expected.float())
