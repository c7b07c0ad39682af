"""float32 does not know every integer beyond 2**24.

It keeps 24 significant bits. Up to 2**24, some 16.8 million, every integer has
a float of its own; then every second one, beyond 2**25 every fourth. An odd
number there lies halfway between two floats, and the tie goes to the multiple
of four. So ids that pass through a float column come back as other ids.

Hint: Below 2**24 nothing happens. Above, only even numbers are left.
Hint: 2**24 is a multiple of four: who falls back on it?
Hint: 2**24 + 1 goes down to 2**24, and 2**24 + 3 goes up to 2**24 + 4.
Wrong: 2**24 + 1 and 2**24 + 3 need 25 bits: float32 has no such numbers.
    [-1, 1, 2, 3]
Wrong: Odd numbers are not always cut off: a tie goes to the multiple of four.
    [-1, 0, 2, 2]
Wrong: Odd numbers do not always go up: 2**24 + 1 is as near to 2**24, and that is even.
    [-1, 2, 2, 4]
Wrong: 2**24 - 1 needs 24 bits, and these float32 has.
    [0, 0, 2, 4]
See: torch.finfo, torch.Tensor.float
"""

import torch


def test_some_ids_come_back_changed(device):
    start = 2**24
    ids = start + torch.tensor([-1, 1, 2, 3], device=device)
    restored = ids.float().long()
    assert (restored - start).tolist() == [-1, 0, 2, 4]  # blank
