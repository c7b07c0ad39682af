"""One backward pass gives one row of the Jacobian.

Row i of the Jacobian is the gradient of output i with respect to all inputs. A
function with m outputs needs m backward passes through the same graph, and a
pass frees the graph behind it unless it is told that another will come.

Hint: y[i] is a single number: its gradient has the shape of x.
Hint: The graph must survive every pass: `retain_graph=True`.
Hint: For each i: `torch.autograd.grad(y[i], x, retain_graph=True)[0]`; then stack.
Wrong: The first pass frees the graph, and the second row finds nothing.
    rows = [torch.autograd.grad(output, x)[0] for output in y]
    result = torch.stack(rows)
Wrong: The gradient of the sum is the sum of all rows: one row, not m.
    result = torch.autograd.grad(y.sum(), x)[0]
Wrong: A row per output: stacked along dim 1 the Jacobian is transposed.
    rows = [torch.autograd.grad(output, x, retain_graph=True)[0] for output in y]
    result = torch.stack(rows, dim=1)
Wrong: `.grad` adds up over the passes: each row holds all the rows before it.
    rows = []
    for output in y:
        output.backward(retain_graph=True)
        rows.append(x.grad.clone())
    result = torch.stack(rows)
Right:
    rows = []
    for one_hot in torch.eye(len(y), dtype=y.dtype, device=y.device):
        rows += torch.autograd.grad(y, x, one_hot, retain_graph=True)
    result = torch.stack(rows)
Right:
    result = torch.stack([torch.autograd.grad(f(x)[i], x)[0] for i in range(len(y))])
Right:
    each = torch.eye(len(y), dtype=y.dtype, device=y.device)
    result = torch.autograd.grad(y, x, each, is_grads_batched=True)[0]
Right:
    result = y.new_zeros(len(y), len(x))
    for row, output in zip(result, y):
        row.copy_(torch.autograd.grad(output, x, retain_graph=True)[0])
Ban: jacobian, jacrev, jacfwd
See: torch.autograd.grad, torch.stack, torch.autograd.functional.jacobian
"""

import pytest
import torch


def jacobian_of(f, x):
    """Return the Jacobian (outputs, inputs) of f at x; f maps 1-dim to 1-dim."""
    x = x.detach().requires_grad_()
    y = f(x)
    # blank: the gradient of each output, row under row, as `result`
    rows = [torch.autograd.grad(output, x, retain_graph=True)[0] for output in y]
    result = torch.stack(rows)
    # end
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
