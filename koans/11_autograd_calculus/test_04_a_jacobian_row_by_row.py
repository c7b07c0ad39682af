"""One backward pass gives one row of the Jacobian.

Row i of the Jacobian is the gradient of output i with respect to all inputs. A
function with m outputs needs m backward passes through the same graph, and a
pass frees the graph behind it unless it is told that another will come.
"""

import pytest
import torch

from koans import __


def jacobian_of(f, x):
    """Return the Jacobian (outputs, inputs) of f at x; f maps 1-dim to 1-dim."""
    x = x.detach().requires_grad_()
    y = f(x)
    __("the gradient of each output, row under row, as `result`")
    return result


@pytest.mark.parametrize(("outputs", "inputs"), [(2, 5), (4, 3)])
def test_it_is_the_matrix_of_all_slopes(device, outputs, inputs):
    weights = torch.randn(outputs, inputs).to(device)
    x = torch.randn(inputs).to(device)

    linear = jacobian_of(lambda x: weights @ x, x)
    torch.testing.assert_close(linear, weights)

    curved = jacobian_of(lambda x: (weights @ x).tanh(), x)
    slope = 1 - (weights @ x).tanh().square()
    torch.testing.assert_close(curved, slope[:, None] * weights)
