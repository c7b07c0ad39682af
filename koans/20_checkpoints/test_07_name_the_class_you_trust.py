"""Let in the class that you know, and only while you load the file.

Your own settings object is refused as any unknown class is. The quick way out,
`weights_only=False`, opens the door to everything in the file, and to whatever a
stranger has put there. Better to name the one class that you know and trust. Do
it in a `with` block: after it the list is as it was for everyone else.
"""

import pickle
from dataclasses import dataclass

import pytest
import torch

from koans import __


@dataclass
class Settings:
    layers: int
    dropout: float


class Stranger:
    """When it is unpickled it runs code: here, it only notes that it could."""

    ran = []

    def __reduce__(self):
        return Stranger.ran.append, ("your files, your keys, your tokens",)


@pytest.fixture(autouse=True)
def trusted():
    """The classes that are let in before the test; the same ones after it."""
    classes = torch.serialization.get_safe_globals()
    yield set(classes)
    torch.serialization.clear_safe_globals()
    torch.serialization.add_safe_globals(classes)


def load_run(path):
    """Load a run that was saved with its Settings; let no other class in."""
    __("load the file into `saved`, with Settings allowed")
    return saved


def test_settings_come_back(tmp_path, trusted):
    weights = torch.randn(3)
    torch.save({"settings": Settings(4, 0.5), "weights": weights}, tmp_path / "run.pt")
    run = load_run(tmp_path / "run.pt")
    assert run["settings"] == Settings(layers=4, dropout=0.5)
    assert torch.equal(run["weights"], weights)
    assert set(torch.serialization.get_safe_globals()) == trusted


def test_a_stranger_stays_outside(tmp_path):
    torch.save({"settings": Settings(4, 0.5), "gift": Stranger()}, tmp_path / "run.pt")
    with pytest.raises(pickle.UnpicklingError):
        load_run(tmp_path / "run.pt")
    assert Stranger.ran == []
