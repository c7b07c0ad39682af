"""The lessons of a route, each read when it is asked for and not before."""

from __future__ import annotations

from pathlib import Path

from sensei import guide, path
from sensei.errors import LessonError, SenseiError
from sensei.lesson import Lesson, slug_of
from sensei.path import Home
from sensei.route import Route


class Shelf:
    """The paths and slugs of a route's lessons, in order, and the lessons read so far.

    faults: what was wrong with those that could not be read. Raises SenseiError where
    the route leads nowhere.
    """

    def __init__(self, home: Home, route: Route) -> None:
        self.home, self.route = home, route
        self.paths = route.paths(self.home)
        if not self.paths:
            raise SenseiError("There are no koans here: `solutions/` holds no lesson.")
        self.slugs = [slug_of(name.rpartition("/")[2]) or "" for name in self.paths]
        self.lessons: dict[str, Lesson | None] = {}
        self.faults: list[str] = []

    def lesson(self, name: str) -> Lesson | None:
        """Return the lesson at a path, None where it cannot be read."""
        if name not in self.lessons:
            try:
                self.lessons[name] = path.read_file(
                    self.home, self.home.solutions / name
                )
            except (LessonError, OSError) as error:
                self.faults.append(str(error))
                self.lessons[name] = None
        return self.lessons[name]

    def find(self, file: Path) -> Lesson | None:
        """Return the lesson that a koan's file belongs to."""
        try:
            name = file.relative_to(self.home.koans).as_posix()
        except ValueError:
            return None
        if not (self.home.solutions / name).exists():
            return None
        return self.lesson(name)

    def topic(self, name: str) -> str:
        """Return the title of the topic of a lesson's path."""
        return guide.title(self.home, name.rpartition("/")[0])
