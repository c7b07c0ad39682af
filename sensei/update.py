"""What a new version of the path does to each koan, and to what a learner wrote.

Rules on plain values: nothing is read or written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sensei import graft
from sensei.hole import same_hole
from sensei.lesson import slug_of
from sensei.page import Page

What = Literal[
    "same",
    "renumbered",
    "reworded",
    "beside",
    "renewed",
    "new",
    "retired",
]
"""`same`: nothing changes; `renumbered`: the same koan at another place; `reworded`:
the answer is put into the new text, to be judged again; `beside`: the answer does not
fit the new koan and is kept beside it; `renewed`: the koan changed and held no answer;
`new`: there was none of this slug; `retired`: there is none of it any more."""

FOLDERS = {"beside": "answers", "retired": "retired"}
"""Where in `.sensei/` what has no place in `koans/` is kept, as SLUG.py."""


@dataclass(frozen=True)
class Step:
    """What happens to one koan.

    path: relative to `koans/`, "" where it is retired; was: where the old one is, ""
    where there is none; content: what the koan's file is to hold, None to leave or
    remove it; keep: what is kept in one of FOLDERS; outside: the learner's edits
    outside the blank that the new file lacks, as a diff.
    """

    slug: str
    what: What
    path: str
    was: str = ""
    content: bytes | None = None
    keep: bytes | None = None
    outside: str = ""


@dataclass(frozen=True)
class Mine:
    """A learner's file: where it is, relative to `koans/`, and what it holds."""

    path: str
    content: bytes


def belonging(pages: Sequence[Page], files: Mapping[str, bytes]) -> dict[str, Mine]:
    """Return which file is whose koan, by slug, of the files in `koans/`.

    A koan that is not at its place is looked for by its slug, wherever it was moved.
    """
    known = {page.path for page in pages}
    found = {}
    for page in pages:
        path = page.path
        if path not in files:
            others = [
                name
                for name in sorted(files)
                if slug_of(name.rpartition("/")[2]) == page.slug and name not in known
            ]
            if not others:
                continue
            path = others[0]
        found[page.slug] = Mine(path, files[path])
    return found


def touched(old: Page, content: bytes) -> bool:
    """Say whether a koan's file is anything else than the koan as it came."""
    return _text(content) != old.koan


def plan(
    before: Sequence[Page], mine: Mapping[str, Mine], after: Sequence[Page]
) -> list[Step]:
    """Return the steps from one version to the next, in the order of the new path.

    mine: the files that a learner touched, by slug. Whatever stands in them is either
    in `content` or in `keep` of a step, or in `outside`.
    """
    old, new = {page.slug: page for page in before}, {page.slug for page in after}
    steps = [_step(old.get(page.slug), mine.get(page.slug), page) for page in after]
    return [*steps, *_retired(before, mine, new)]


def _retired(
    before: Sequence[Page], mine: Mapping[str, Mine], new: set[str]
) -> Iterator[Step]:
    for page in before:
        if page.slug in new:
            continue
        own = mine.get(page.slug)
        yield Step(
            page.slug,
            "retired",
            "",
            own.path if own else page.path,
            keep=own.content if own else page.koan.encode(),
        )


def _step(old: Page | None, own: Mine | None, new: Page) -> Step:
    fresh = new.koan.encode()
    if old is None:
        return Step(new.slug, "new", new.path, content=fresh)
    was = own.path if own else old.path
    if old.koan == new.koan:
        what: What = "same" if was == new.path else "renumbered"
        return Step(new.slug, what, new.path, was, own.content if own else fresh)
    if own is None:
        return Step(new.slug, "renewed", new.path, was, fresh)
    text = _text(own.content)
    taken = graft.take(old, text) if text is not None else None
    if text is None or taken is None:
        if text is not None and graft.laid_over(new, text) is not None:
            return Step(new.slug, "reworded", new.path, was, own.content)
        return Step(new.slug, "beside", new.path, was, fresh, own.content)
    if taken.empty:
        return Step(new.slug, "renewed", new.path, was, fresh, outside=taken.outside)
    placed = graft.put(new, taken)
    if same_hole(old, new) and graft.fits(old, new, text, placed):
        return Step(
            new.slug,
            "reworded",
            new.path,
            was,
            placed.encode(),
            outside=taken.outside,
        )
    lines = [*taken.imports, taken.answer]
    keep = "\n".join(lines).rstrip("\n") + "\n"
    return Step(new.slug, "beside", new.path, was, fresh, keep.encode(), taken.outside)


def _text(content: bytes) -> str | None:
    """Return the text with plain line ends, or None where it is not UTF-8."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")
