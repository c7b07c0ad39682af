"""A matrix product wants one dtype, and NumPy and torch default to two.

Elementwise operations promote, a matrix product refuses: doubling the width of
a large matrix in passing would be slow, and it would be silent. Weights are
float32 unless told otherwise; NumPy makes float64, and `from_numpy` keeps it.
Convert the data, once, where it comes in. The weights stay as they are.

Hint: Print the two dtypes.
Hint: `float()` gives float32; `to(...)` takes a dtype.
Hint: Convert the batch: `.to(weights.dtype)`.
Wrong: `torch.tensor` copies the array and keeps NumPy's dtype.
    batch = torch.tensor(readings)
Wrong: Now all is float64: right numbers, twice the memory, and half the speed or less.
    batch = torch.from_numpy(readings)
    weights = weights.double()
Wrong: float16 beside float32 is refused as well.
    batch = torch.from_numpy(readings).half()
Wrong: By way of float16 the readings lose all but three digits.
    batch = torch.from_numpy(readings).half().float()
Wrong: Integers would fit the product no better, and the fractions are gone.
    batch = torch.from_numpy(readings).int()
Right:
    batch = torch.from_numpy(readings).float()
Right:
    batch = torch.tensor(readings, dtype=torch.float32)
Right:
    batch = torch.from_numpy(readings).to(weights)
Right:
    batch = torch.from_numpy(readings.astype("float32"))
See: torch.from_numpy, torch.Tensor.to
"""

import numpy as np
import pytest
import torch


def predict(readings, weights):
    """Return NumPy readings (N, features) @ float32 weights (features,), in float32."""
    # broken: the product needs both in one dtype, that of the weights
    # batch = torch.from_numpy(readings)
    batch = torch.from_numpy(readings).to(weights.dtype)
    # end
    return batch @ weights


@pytest.mark.essential
@pytest.mark.parametrize("features", [2, 5])
@pytest.mark.parametrize("dtype", [np.float64, np.int64])
def test_numpy_readings_meet_float32_weights(features, dtype):
    readings = np.random.normal(scale=9, size=(4, features)).astype(dtype)
    weights = torch.randn(features)
    expected = torch.tensor(readings @ weights.numpy().astype(np.float64))
    torch.testing.assert_close(predict(readings, weights), expected.float())
