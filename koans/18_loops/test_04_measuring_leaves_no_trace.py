"""An evaluation in the middle of a run leaves no trace in the training.

`eval` is not a question but a switch, and it stays where you put it. Measure
once after the first epoch, forget to switch back, and every later epoch trains
without dropout and with BatchNorm at rest. The curves look fine, even better.
The forward pass that measures needs no graph either: nobody goes backward.
"""

import pytest
import torch
import torch.nn.functional as F
from torch import nn


def fit(model, optimizer, batches, held_out, epochs):
    """Train; return the accuracy on held_out = (images, labels) after each epoch."""
    accuracies = []
    for _ in range(epochs):
        for x, y in batches:
            loss = F.cross_entropy(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        # repair: each epoch must train in the same way as the first
        model.eval()
        hits = model(held_out[0]).argmax(dim=-1) == held_out[1]
        accuracies.append(hits.float().mean().item())
    return accuracies


@pytest.mark.essential
@pytest.mark.parametrize("epochs", [1, 3])
def test_dropout_drops_in_every_epoch_and_never_while_measuring(device, epochs):
    batches = [(torch.randn(20, 6), torch.randint(3, (20,))) for _ in range(2)]
    batches = [(x.to(device), y.to(device)) for x, y in batches]
    held_out = torch.randn(9, 6).to(device), torch.randint(3, (9,)).to(device)
    norm, dropout = nn.BatchNorm1d(40), nn.Dropout(0.5)
    model = nn.Sequential(nn.Linear(6, 40), norm, dropout, nn.Linear(40, 3)).to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    phases, outputs = [], []

    def watch(module, args, output):
        dropped = (output == 0).float().mean().item()
        recorded = "with a graph" if output.requires_grad else "without a graph"
        phases.append(("dropped" if 0.3 < dropped < 0.7 else "whole", recorded))

    dropout.register_forward_hook(watch)
    model.register_forward_hook(lambda module, args, out: outputs.append((args, out)))
    accuracies = fit(model, optimizer, batches, held_out, epochs)

    training, measuring = ("dropped", "with a graph"), ("whole", "without a graph")
    assert phases == epochs * [training, training, measuring]
    assert norm.num_batches_tracked == 2 * epochs
    logits = [out for (x,), out in outputs if x is held_out[0]]
    hits = [(out.argmax(dim=-1) == held_out[1]).float().mean() for out in logits]
    torch.testing.assert_close(accuracies, [hit.item() for hit in hits])
