"""The path: all lessons of a checkout, in the order in which they are walked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sensei import lesson as lessons
from sensei.errors import Fault, LessonError, SenseiError
from sensei.lesson import Lesson
from sensei.wording import meant, nearest


@dataclass(frozen=True)
class Home:
    """A checkout: where the lessons, the koans and the learner's records are.

    folder: which holds the files that the learner edits: `koans`, or `practice`.
    """

    root: Path
    folder: str = "koans"

    @property
    def solutions(self) -> Path:
        return self.root / "solutions"

    @property
    def koans(self) -> Path:
        return self.root / self.folder

    @property
    def records(self) -> Path:
        return self.root / ".sensei"

    def koan(self, lesson: Lesson) -> Path:
        """Return where the learner's file of a lesson is."""
        return self.koans / lesson.path

    @cached_property
    def files(self) -> list[Path]:
        """Return the lessons' files in the order of the path."""
        return sorted(
            self.solutions.rglob("test_*.py"), key=lambda file: file.as_posix()
        )


@dataclass(frozen=True)
class Lessons:
    """The lessons that could be read, in order, and the faults of the others."""

    lessons: tuple[Lesson, ...]
    faults: tuple[Fault, ...]

    def __len__(self) -> int:
        return len(self.lessons)

    def find(self, slug: str) -> Lesson:
        """Return the lesson of this slug, or of the path of its file.

        Raises SenseiError with the nearest slugs where there is none.
        """
        wanted = lessons.slug_in(slug)
        for lesson in self.lessons:
            if lesson.slug == wanted:
                return lesson
        slugs = [lesson.slug for lesson in self.lessons]
        advice = meant(nearest(wanted, slugs))
        raise SenseiError(f"There is no koan named {slug!r}. {advice}")

    def topics(self) -> dict[str, list[Lesson]]:
        """Return the lessons by topic, in order."""
        found: dict[str, list[Lesson]] = {}
        for lesson in self.lessons:
            found.setdefault(lesson.topic, []).append(lesson)
        return found


def read(home: Home) -> Lessons:
    """Read all lessons; one that cannot be read becomes a fault, not an error."""
    found: list[Lesson] = []
    faults: list[Fault] = []
    slugs: dict[str, Lesson] = {}
    for file in home.files:
        try:
            lesson = read_file(home, file)
        except LessonError as error:
            faults.append(error.fault)
            continue
        twin = slugs.setdefault(lesson.slug, lesson)
        if twin is not lesson:
            faults.append(
                Fault(
                    f"solutions/{lesson.path}",
                    1,
                    f"the slug `{lesson.slug}` stands also in solutions/{twin.path}",
                    "Rename one of the files: progress is kept by slug.",
                )
            )
            continue
        found.append(lesson)
    return Lessons(tuple(found), tuple(faults))


def read_file(home: Home, file: Path) -> Lesson:
    """Read the lesson in a file; raises LessonError where it is none."""
    path = file.relative_to(home.solutions).as_posix()
    try:
        source = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise LessonError(
            Fault(f"solutions/{path}", 1, f"not UTF-8: {error}", "Save it as UTF-8.")
        ) from None
    except OSError as error:  # it may be gone since the path was listed
        what = f"the lesson cannot be read: {error.strerror}"
        mend = "See whether the file is there, and is yours to read."
        raise LessonError(Fault(f"solutions/{path}", 1, what, mend)) from None
    return lessons.read(source, path)
