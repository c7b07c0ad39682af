"""`padding_idx` names the token that fills up short sentences.

Sentences of a batch are filled up to one length with a token that means
nothing. What is looked up for it must not learn from its many places, or the
filler becomes the best trained word of all. Its row starts at zero and gets no
gradient. Fill the whole table with random numbers later, and it keeps those.

Hint: The loss is a sum: each place of a word adds 1 to the gradient of its row.
Hint: Count how often each of the five tokens occurs.
Hint: 1, 2, 2, 3 and 0 times; then think of the one named by `padding_idx`.
Wrong: Token 2 is the padding: its two places add nothing to its row.
    [1.0, 2.0, 2.0, 3.0, 0.0]
Wrong: A row gets a share from every place of its word, not one in all.
    [1.0, 1.0, 0.0, 1.0, 0.0]
Wrong: Word 4 does not occur: its row lies on no road to the loss.
    [1.0, 2.0, 0.0, 3.0, 1.0]
Wrong: The padding is the token that `padding_idx` names, not always token 0.
    [0.0, 2.0, 2.0, 3.0, 0.0]
See: torch.nn.Embedding
"""

import torch
from torch import nn


def test_how_much_each_row_gets(device):
    table = nn.Embedding(5, 4, padding_idx=2).to(device)
    sentences = torch.tensor([[3, 1, 2, 2], [3, 1, 3, 0]], device=device)
    table(sentences).sum().backward()
    assert table.weight.grad[:, 0].tolist() == [1.0, 2.0, 0.0, 3.0, 0.0]  # blank
