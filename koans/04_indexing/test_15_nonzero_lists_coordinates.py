"""`nonzero` gives the coordinates of each element that is not zero.

Each such element is one row of the result, and the row says where it is. How
many rows there are depends on the values: a program on a GPU has to wait for
them. NumPy's `nonzero` returns a tuple instead, one array for each dim, ready
to be used as an index; in torch that is `nonzero(as_tuple=True)`.
"""

import torch

from koans import __


def test_where_the_bright_voxels_are(device):
    volume = torch.zeros(4, 5, 6, device=device)
    volume[1, 2:4, :5] = 1
    assert volume.nonzero().shape == __
