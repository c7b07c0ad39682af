"""`nonzero` gives the coordinates of each element that is not zero.

Each such element is one row of the result, and the row says where it is. How
many rows there are depends on the values: a program on a GPU has to wait for
them. NumPy's `nonzero` returns a tuple instead, one array for each dim, ready
to be used as an index; in torch that is `nonzero(as_tuple=True)`.

Hint: How many voxels of the volume are not zero?
Hint: How many numbers does it take to say where one voxel is?
Hint: The bright voxels fill 2 rows of 5; each has a plane, a row and a column.
Wrong: That is NumPy's way round: here each voxel has a row, each dim a column.
    (3, 10)
Wrong: A coordinate is not one flat number: this volume has three dims.
    (10,)
Wrong: All of them lie in plane 1, and yet each row names the plane too.
    (10, 2)
Wrong: Only what is not zero is listed, not all the 120 voxels.
    (120, 3)
Wrong: `2:4` are the two rows 2 and 3; `:5` are five columns.
    (15, 3)
See: torch.nonzero, torch.argwhere
"""

import torch


def test_where_the_bright_voxels_are(device):
    volume = torch.zeros(4, 5, 6, device=device)
    volume[1, 2:4, :5] = 1
    assert volume.nonzero().shape == (10, 3)  # blank
