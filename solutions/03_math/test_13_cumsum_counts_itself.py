"""`cumsum` counts each element into its own running total.

Documents of different lengths are stored end to end in one long tensor, and
the running total of their lengths says where each one ends. Most people want
to know where it starts: at the total of those before it, itself left out.

Hint: For lengths 2, 3, 4 the running total is 2, 5, 9. Where does each start?
Hint: A document starts its own length before its end.
Hint: Take the running total, and subtract one tensor from it.
Wrong: Those are the ends: the running total already counts the document itself.
    lengths.cumsum(dim=0)
Wrong: An end is one past the last token; one before it is not the start.
    lengths.cumsum(dim=0) - 1
Wrong: Each document has a length of its own to go back by.
    lengths.cumsum(dim=0) - lengths[0]
Wrong: That is right only where all the documents have the same length.
    torch.arange(len(lengths), device=lengths.device) * lengths
Wrong: Moved one place around, the last end comes first, where 0 belongs.
    lengths.cumsum(dim=0).roll(1)
Right:
    torch.cat([lengths.new_zeros(1), lengths[:-1].cumsum(0)])
Right:
    torch.cumsum(lengths, 0) - lengths
See: torch.cumsum
"""

import pytest
import torch


def start_positions(lengths):
    """Say where each document starts when they lie end to end: (documents,)."""
    starts = lengths.cumsum(dim=0) - lengths  # blank
    return starts


@pytest.mark.parametrize("documents", [3, 6, 1])
def test_each_document_is_found_where_it_starts(device, documents):
    lengths = torch.randint(1, 9, (documents,)).to(device)
    places = torch.arange(int(lengths.sum()))
    firsts = [document[0].item() for document in places.split(lengths.tolist())]
    assert start_positions(lengths).tolist() == firsts


def test_three_documents(device):
    lengths = torch.tensor([4, 1, 6], device=device)
    assert start_positions(lengths).tolist() == [0, 4, 5]
