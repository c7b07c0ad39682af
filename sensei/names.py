"""What a person means by a name: a slug or a file, and else the nearest there are."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable

from sensei.lesson import slug_of
from sensei.wording import command

SMALL = frozenset({"a", "an", "and", "as", "by", "in", "is", "it", "its", "of", "the"})
"""Words that nearly every name has."""
ALIKE = 0.8
"""How alike two words are, from 0 to 1, of which one is the other mistyped."""
NEAR = 0.5
"""How near a name is, at least, that is worth naming."""


def slug_in(text: str) -> str:
    """Return the slug that a text names: itself, or that of the path of its file."""
    name = text.strip().rpartition("/")[2]
    return slug_of(name) or name


def nearest(wanted: str, names: Iterable[str], count: int = 3) -> list[str]:
    """Return the names nearest to what was asked for, best first.

    A shared word counts for more the fewer names have it, and a name that is as a
    whole nearly the same counts too: `fill_and_eye` finds the names with `fill`.
    """
    known = {name: _words(name) for name in names}
    common = Counter(word for words in known.values() for word in words)
    asked = _words(wanted.lower())
    scores = {}
    for name, words in known.items():
        shared = sum(_best(word, words, common) for word in asked)
        whole = difflib.SequenceMatcher(None, wanted.lower(), name.lower()).ratio()
        scores[name] = shared / max(len(asked), 1) + whole
    best = sorted(scores, key=lambda name: -scores[name])
    return [name for name in best if scores[name] > NEAR][:count]


def did_you_mean(wanted: str, names: Iterable[str]) -> str:
    """Return what to say of a name that there is not: the nearest, or where all are."""
    near = nearest(wanted, names)
    if not near:
        return f"See `{command('list')}`."
    *others, last = near
    return f"Did you mean {', '.join(others)}{' or ' if others else ''}{last}?"


def _words(name: str) -> set[str]:
    words = set(name.lower().replace("-", "_").replace(" ", "_").split("_")) - {""}
    return words - SMALL or words


def _best(word: str, words: set[str], common: Counter[str]) -> float:
    """Return how well a word is met by the best of a name's words, from 0 to 1."""
    return max(
        (_alike(word, other) / common[other] ** 0.5 for other in words), default=0.0
    )


def _alike(word: str, other: str) -> float:
    if word == other:
        return 1.0
    if min(len(word), len(other)) >= 3 and (
        word.startswith(other) or other.startswith(word)
    ):
        return 0.9  # fill, fills, filled
    ratio = difflib.SequenceMatcher(None, word, other).ratio()
    return ratio if ratio >= ALIKE else 0.0
