"""What a session knows and does, without a terminal: where the learner stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sensei import walk, workbook
from sensei.journal import Journal
from sensei.judge import Judge, Look
from sensei.lesson import Lesson
from sensei.live.scene import Judged, Row, Scene, Shown, Started
from sensei.live.verdicts import Verdicts
from sensei.pool import Pool
from sensei.route import Route
from sensei.verdict import Run, Verdict

__all__ = ["Judged", "Row", "Scene", "Session", "Shown", "Started"]


class Session(Verdicts):
    """Where the learner stands on a route, what is shown, and what was asked for.

    wanted: the slug to begin at, where that is not for the record to say.
    """

    def __init__(
        self,
        judge: Judge,
        journal: Journal,
        pool: Pool,
        route: Route,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(judge, journal, pool, route, clock)
        self.hinted: dict[str, int] = {}
        self.solved: set[str] = set()
        self.wanted = ""

    # --- the koans ------------------------------------------------------------

    def close(self) -> None:
        if not self.closed and self.shown is not None:
            self.journal.note(self.shown.lesson.slug, "left", self.clock())
        super().close()

    def rows(self) -> list[Row]:
        """Return the koans of the route as the list shows them."""
        rows = []
        for number, (name, slug) in enumerate(zip(self.paths, self.slugs), 1):
            lesson = self.lessons.get(name)
            title = lesson.title.text if lesson is not None else ""
            state = self.states.get(slug, "incomplete")
            rows.append(Row(name, slug, self.topic(name), title, state, number))
        return rows

    @property
    def passed(self) -> int:
        return sum(self.states.get(slug) == "passed" for slug in self.slugs)

    # --- where the learner stands ----------------------------------------------

    def begin(self) -> None:
        """Show the koan that is open and was left last, else the next that is open.

        A route from a koan on begins there, whatever was left last; a session that
        begins again, at `wanted`.
        """
        left = self.wanted or ("" if self.route.start else self.journal.latest())
        start = self.slugs.index(left) if left in self.slugs else None
        self.go_on(self.route.first(self.paths) if start is None else start)

    def go_on(self, start: int | None = None) -> bool:
        """Show the next koan that is not passed; False where there is none."""
        if start is None:
            start = 1 + (self.place() if self.shown else -1)
        order = [*range(start, len(self.paths)), *range(start)]
        for place in order:
            slug = self.slugs[place]
            if self.shown is not None and slug == self.shown.lesson.slug:
                continue
            lesson = self.lesson(self.paths[place])
            if lesson is None or slug in self.elsewhere:
                continue
            seen = self.judge_by.look(lesson)
            self.states[slug] = walk.state(seen, self.last.get(slug))
            if self.states[slug] not in ("passed", "skipped"):
                self.show(lesson, seen)
                return True
        return False

    def show(self, lesson: Lesson, seen: Look | None = None) -> None:
        """Show a koan with what is known of it without a run."""
        seen = seen or self.judge_by.look(lesson)
        self.shown = Shown(lesson, seen, self._known(lesson, seen))

    def _known(self, lesson: Lesson, seen: Look) -> Verdict | None:
        if seen.finding is not None:
            return self.judge_by.verdict(lesson, seen, Run())
        if walk.state(seen, self.last.get(lesson.slug)) != "passed":
            return None
        title = lesson.title.text
        name = f"koans/{lesson.path}"
        return Verdict(
            lesson.slug, name, seen.line, "passed", title, answer=seen.answer
        )

    def place(self) -> int:
        """Return the place of the koan that is shown on the route, from 0."""
        slug = self.shown.lesson.slug if self.shown else ""
        return self.slugs.index(slug) if slug in self.slugs else 0

    def scene(self) -> Scene | None:
        """Return what is to be shown, None at the end of the path."""
        if self.shown is None:
            return None
        lesson = self.shown.lesson
        return Scene(
            lesson=lesson,
            topic=self.topic(lesson.path),
            number=self.place() + 1,
            total=len(self.paths),
            passed=self.passed,
            source=self.shown.seen.text,
            line=self.shown.seen.line,
            verdict=self.shown.verdict,
            hints=min(self.hints_seen(lesson), len(lesson.hints)),
            solved=lesson.slug in self.solved,
            ends_topic=self._ends_topic(lesson),
        )

    def _ends_topic(self, lesson: Lesson) -> bool:
        return not self.route.track and not any(
            self.states.get(slug) not in ("passed", "skipped")
            for name, slug in zip(self.paths, self.slugs)
            if name.startswith(f"{lesson.topic}/") and slug not in self.elsewhere
        )

    # --- what the learner asks for -----------------------------------------------

    def hint(self) -> None:
        """Note that one more hint is seen."""
        if self.shown is None:
            return
        lesson = self.shown.lesson
        seen = self.hints_seen(lesson)
        if seen < len(lesson.hints):
            self.journal.note(lesson.slug, "hint", self.clock())
            self.hinted[lesson.slug] = seen + 1

    def hints_seen(self, lesson: Lesson) -> int:
        """Return how many hints were seen, also where nothing can be recorded."""
        noted = self.journal.hints(lesson.slug)
        return max(noted, self.hinted.get(lesson.slug, 0))

    def solution(self) -> None:
        """Note that the solution is seen."""
        if self.shown is not None:
            slug = self.shown.lesson.slug
            self.journal.note(slug, "solution", self.clock())
            self.solved.add(slug)

    def reset(self) -> Path | None:
        """Begin the koan again; return where the learner's file is kept."""
        if self.shown is None:
            return None
        lesson = self.shown.lesson
        kept = workbook.reset(self.home, lesson, self.clock())
        self.journal.note(lesson.slug, "reset", self.clock())
        self.hinted.pop(lesson.slug, None)
        self.show(lesson)
        self.states[lesson.slug] = "incomplete"
        return kept
