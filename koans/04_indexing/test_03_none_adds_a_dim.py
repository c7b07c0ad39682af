"""`None` in an index adds a dim and uses up none of the tensor's.

The other entries take the tensor's dims in order, as if no `None` were there;
each `None` puts a new dim of size one where it stands. So `x[:, None]` turns
(N,) into a column (N, 1), and `x[None]` makes a batch of one.
"""

import torch

from koans import __


def test_where_the_new_dims_stand(device):
    signal = torch.zeros(4, 9, device=device)  # channels, samples
    assert signal[None, :, None, 3:].shape == __
