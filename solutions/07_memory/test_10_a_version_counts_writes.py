"""torch counts the writes to a tensor; its views share the counter.

Every in-place operation adds one to `_version`, through whichever view it
comes. Reading adds nothing, and a clone counts for itself, from 0. Autograd,
some topics ahead, compares versions to notice that a number which it still
needs has been overwritten. A write through NumPy escapes the counter.

Hint: Which of the lines write? To which storage?
Hint: `readings`, `table` and every slice of them count together.
Hint: Three writes reach the readings, and one reaches the backup.
Wrong: A view has no counter of its own: its writes count for all on the storage.
    [1, 1, 1]
Wrong: `table.mean()` only reads: there are three writes.
    [4, 4, 1]
Wrong: A clone starts to count at 0, and is written to once.
    [3, 3, 4]
Wrong: `clamp_` on a slice is a write to the same storage.
    [2, 2, 1]
Wrong: One operation is one write, however many elements it sets.
    [9, 9, 4]
See: torch.autograd.graph.allow_mutation_on_saved_tensors, torch.Tensor.clone
"""

import torch


def test_how_many_writes(device):
    readings = torch.zeros(4, device=device)
    table = readings.view(2, 2)
    readings.add_(1)
    backup = readings.clone()
    table[0] = 7
    backup.sub_(table.mean())
    readings[1:].clamp_(max=5)
    versions = [tensor._version for tensor in (readings, table, backup)]
    assert versions == [3, 3, 1]  # blank
