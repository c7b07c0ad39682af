"""`padding_idx` names the token that fills up short sentences.

Sentences of a batch are filled up to one length with a token that means
nothing. What is looked up for it must not learn from its many places, or the
filler becomes the best trained word of all. Its row starts at zero and gets no
gradient. Fill the whole table with random numbers later, and it keeps those.
"""

import torch
from torch import nn

from koans import __


def test_how_much_each_row_gets(device):
    table = nn.Embedding(5, 4, padding_idx=2).to(device)
    sentences = torch.tensor([[3, 1, 2, 2], [3, 1, 3, 0]], device=device)
    table(sentences).sum().backward()
    assert table.weight.grad[:, 0].tolist() == __
