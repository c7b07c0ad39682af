"""`cumsum` counts each element into its own running total.

Documents of different lengths are stored end to end in one long tensor, and
the running total of their lengths says where each one ends. Most people want
to know where it starts: at the total of those before it, itself left out.
"""

import pytest
import torch

from koans import __


def start_positions(lengths):
    """Say where each document starts when they lie end to end: (documents,)."""
    starts = __
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
