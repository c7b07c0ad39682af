"""Two losses that share a trunk want one backward pass.

The first backward frees the shared part of the graph, and the second finds it
gone. The error offers `retain_graph=True`, which keeps the buffers alive and
walks the trunk twice. But gradients add up: the gradient of a sum of losses is
the sum of their gradients, so one walk does.
"""

import pytest
import torch


def backward_both(price_loss, delay_loss):
    """Fill the leaves' .grad with the gradient of both losses together."""
    # repair: the trunk that both share is walked once, and then freed
    price_loss.backward()
    delay_loss.backward()


def losses_of(x, trunk, price_head, delay_head):
    hidden = (x @ trunk).tanh()
    price_loss = (hidden @ price_head).square().mean()
    delay_loss = (hidden @ delay_head - 3).abs().mean()
    return hidden, price_loss, delay_loss


@pytest.mark.parametrize("batch", [2, 7])
def test_both_gradients_in_one_walk(device, batch):
    x = torch.randn(batch, 5).to(device)
    leaves = [torch.randn(*shape).to(device) for shape in ((5, 4), (4, 1), (4, 2))]
    for leaf in leaves:
        leaf.requires_grad_()

    losses_of(x, *leaves)[1].backward()  # two graphs, nothing shared
    losses_of(x, *leaves)[2].backward()
    expected = [leaf.grad for leaf in leaves]
    for leaf in leaves:
        leaf.grad = None

    walks = []
    hidden, price_loss, delay_loss = losses_of(x, *leaves)
    hidden.register_hook(lambda grad: walks.append("trunk"))  # called in each walk
    backward_both(price_loss, delay_loss)

    torch.testing.assert_close([leaf.grad for leaf in leaves], expected)
    assert walks == ["trunk"]
    with pytest.raises(RuntimeError, match="second time"):
        hidden.sum().backward()  # the graph has been freed
