"""A checkpoint remembers the device of every tensor, and wants it back.

Saved on the eighth GPU of a server, it asks for an eighth GPU where it is
loaded, and your laptop has none. Moving what was loaded comes too late: the load
itself has failed. So say where to put the tensors while they are read. On a
machine that has that GPU, it would even fill a card that you are not using.
"""

import pytest
import torch

from koans import __


def load(path, device):
    """Return what was saved, with all of its tensors on `device`."""
    return __


@pytest.fixture
def from_a_server(tmp_path, monkeypatch):
    """A checkpoint that was saved on GPU number 99, or says so."""
    with monkeypatch.context() as patch:
        patch.setattr(torch.serialization, "location_tag", lambda storage: "cuda:99")
        state = {"model": {"weight": torch.tensor([1.5, -2.0])}, "epoch": 7}
        torch.save(state, tmp_path / "run.pt")
    return tmp_path / "run.pt"


def test_it_arrives_where_it_is_wanted(device, from_a_server):
    state = load(from_a_server, device)
    assert state["epoch"] == 7
    assert state["model"]["weight"].device == device
    assert state["model"]["weight"].tolist() == [1.5, -2.0]


def test_even_on_the_device_that_has_no_memory(from_a_server):
    weight = load(from_a_server, torch.device("meta"))["model"]["weight"]
    assert weight.is_meta
    assert weight.shape == (2,)
