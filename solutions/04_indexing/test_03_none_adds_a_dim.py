"""`None` in an index adds a dim and uses up none of the tensor's.

The other entries take the tensor's dims in order, as if no `None` were there;
each `None` puts a new dim of size one where it stands. So `x[:, None]` turns
(N,) into a column (N, 1), and `x[None]` makes a batch of one.

Hint: Cross out the `None`s first: which entry belongs to which dim?
Hint: `:` takes the 4 channels, `3:` takes the samples from number 3 on.
Hint: Now put a 1 wherever a `None` stands.
Wrong: The `None` in the middle adds a dim too.
    (1, 4, 6)
Wrong: `3:` stands fourth, but it belongs to the second dim: it leaves 6 of 9.
    (1, 4, 1, 9)
Wrong: `3:` leaves out the first three samples: 9 - 3, not 3.
    (1, 4, 1, 3)
Wrong: Each new dim stands where its `None` stands, not all at the front.
    (1, 1, 4, 6)
Wrong: `None` stands alone: it adds a dim before the channels, it does not replace them.
    (1, 1, 6)
See: torch.unsqueeze
"""

import torch


def test_where_the_new_dims_stand(device):
    signal = torch.zeros(4, 9, device=device)  # channels, samples
    assert signal[None, :, None, 3:].shape == (1, 4, 1, 6)  # blank
