"""Which part of the path is walked: a topic, the short path, or from a koan on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sensei.errors import SenseiError
from sensei.lesson import slug_in, slug_of
from sensei.path import Home, Lessons
from sensei.wording import meant, nearest

TRACKS = ("essential",)


@dataclass(frozen=True)
class Route:
    """What a learner asked for; empty is the whole path.

    topic: its number, or words of its name, which may be those of several; track: the
    mark of a short path; start: the slug to begin at.
    """

    topic: str = ""
    track: str = ""
    start: str = ""

    def paths(self, home: Home) -> tuple[str, ...]:
        """Return the lessons' paths in order, without reading the lessons.

        Raises SenseiError where there is no such topic, track or koan.
        """
        paths = [file.relative_to(home.solutions).as_posix() for file in home.files]
        if self.topic:
            paths = _of_topic(paths, self.topic)
        if self.track:
            paths = _of_track(home, paths, self.track)
        self.first(paths)
        return tuple(paths)

    def first(self, paths: Sequence[str]) -> int:
        """Return the place to begin at. Raises SenseiError where there is none."""
        if not self.start:
            return 0
        wanted = slug_in(self.start)
        slugs = [slug_of(path.rpartition("/")[2]) or "" for path in paths]
        if wanted not in slugs:
            where = " on this route" if self.topic or self.track else " here"
            near = meant(nearest(wanted, slugs))
            raise SenseiError(f"There is no koan {self.start!r}{where}. {near}")
        return slugs.index(wanted)

    def choose(self, home: Home, found: Lessons) -> Lessons:
        """Return those of the lessons that are on the route, from its start on."""
        if self == Route():
            return found
        paths = self.paths(home)
        wanted = set(paths[self.first(paths) :])
        some = tuple(x for x in found.lessons if x.path in wanted)
        return Lessons(some, found.faults)


def topic_name(wanted: str) -> str:
    """Return what was asked for as folders are written, without the folders above."""
    return wanted.strip().strip("/").rpartition("/")[2].lower().replace(" ", "_")


def names_topic(folder: str, wanted: str) -> bool:
    """Say whether a topic's folder is meant: by its number, or by words of its name."""
    name = topic_name(wanted)
    number = folder.partition("_")[0]
    if name.isdigit():
        return number.isdigit() and int(number) == int(name)
    return bool(name) and name in folder.lower()


def _of_topic(paths: list[str], topic: str) -> list[str]:
    found = [path for path in paths if names_topic(path.rpartition("/")[0], topic)]
    if found:
        return found
    names = {path.rpartition("/")[0].partition("_")[2]: None for path in paths}
    near = nearest(topic_name(topic), names)
    raise SenseiError(f"There is no topic {topic!r}. {meant(near)}")


def _of_track(home: Home, paths: list[str], track: str) -> list[str]:
    if track not in TRACKS:
        raise SenseiError(f"There is no track {track!r}. There is: {TRACKS[0]}.")
    mark = re.compile(rf"^@pytest\.mark\.{track}\b", re.MULTILINE)
    return [path for path in paths if mark.search(_text(home.solutions / path))]


def _text(file: Path) -> str:
    """Return a lesson's text; "" where it cannot be read, which its reader tells."""
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
