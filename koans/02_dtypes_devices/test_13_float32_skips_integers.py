"""float32 does not know every integer beyond 2**24.

It keeps 24 significant bits. Up to 2**24, some 16.8 million, every integer has
a float of its own; then every second one, beyond 2**25 every fourth. An odd
number there lies halfway between two floats, and the tie goes to the multiple
of four. So ids that pass through a float column come back as other ids.
"""

import torch

from koans import __


def test_some_ids_come_back_changed(device):
    start = 2**24
    ids = start + torch.tensor([-1, 1, 2, 3], device=device)
    restored = ids.float().long()
    assert (restored - start).tolist() == __
