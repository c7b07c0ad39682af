"""A Linear changes the last dim; all the others only say how often.

One example, a batch, a batch of sentences: the same weights are applied at each
place, and no place sees another. That is convenient, and silent where it is not
meant: an image that nobody has flattened goes through as a batch of rows,
whenever its width happens to be what the layer expects.

Hint: Leave the shape as it is and replace its last number.
Hint: The layer takes 8 and gives 10, at each place.
Hint: `images` has four dims, and it still has four afterwards.
Wrong: Nobody has flattened the images: each of their rows is mapped by itself.
    [(10,), (5, 10), (2, 5, 10), (5, 10)]
Wrong: A single example has no batch dim, and gets none.
    [(1, 10), (5, 10), (2, 5, 10), (5, 1, 8, 10)]
Wrong: The dims in front are kept: sentences and their words are not merged.
    [(10,), (5, 10), (10, 10), (5, 1, 8, 10)]
Wrong: The last dim is mapped, the one that holds the features.
    [(10,), (5, 10), (2, 10, 8), (5, 1, 10, 8)]
See: torch.nn.Linear
"""

import torch
from torch import nn


def test_the_shapes_that_come_out(device):
    linear = nn.Linear(8, 10).to(device)
    example = torch.rand(8, device=device)
    batch = torch.rand(5, 8, device=device)
    sentences = torch.rand(2, 5, 8, device=device)  # two of five words each
    images = torch.rand(5, 1, 8, 8, device=device)  # five, in grey

    torch.testing.assert_close(linear(sentences)[1, 3], linear(sentences[1, 3]))
    shapes = [linear(x).shape for x in (example, batch, sentences, images)]
    assert shapes == [(10,), (5, 10), (2, 5, 10), (5, 1, 8, 10)]  # blank
