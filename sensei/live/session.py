"""What a session knows and does, without a terminal: koans, states, verdicts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sensei import walk, workbook
from sensei.errors import SenseiError
from sensei.journal import Attempt, Journal
from sensei.judge import Judge, Look
from sensei.lesson import Lesson
from sensei.live.scene import Judged, Row, Scene, Shown, Started
from sensei.live.shelf import Shelf
from sensei.pool import Pool
from sensei.route import Route
from sensei.verdict import Run, Verdict
from sensei.walk import State

__all__ = ["Judged", "Row", "Scene", "Session", "Shown", "Started"]


class Session(Shelf):
    """The koans of a route, where the learner stands, and what is shown.

    Only `run` and `survey` may be called in another thread.
    """

    def __init__(
        self,
        judge: Judge,
        journal: Journal,
        pool: Pool,
        route: Route,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(judge.home, route)
        self.judge_by, self.journal, self.pool, self.clock = judge, journal, pool, clock
        self.last = journal.last()
        self.tried = journal.tried()
        self.states: dict[str, State] = {
            slug: self.last[slug].verdict for slug in self.slugs if slug in self.last
        }
        self.elsewhere: frozenset[str] = frozenset()
        self.shown: Shown | None = None
        self.touched: set[str] = set()
        self.hinted: dict[str, int] = {}
        self.solved: set[str] = set()
        self.trouble = ""
        self.wanted = ""
        self.unwritten: list[Attempt] = []
        self.closed = False

    # --- the koans ------------------------------------------------------------

    def rows(self) -> list[Row]:
        """Return the koans of the route as the list shows them."""
        rows = []
        for name, slug in zip(self.paths, self.slugs):
            lesson = self.lessons.get(name)
            title = lesson.title.text if lesson is not None else ""
            state = self.states.get(slug, "incomplete")
            rows.append(Row(name, slug, self.topic(name), title, state))
        return rows

    @property
    def passed(self) -> int:
        return sum(self.states.get(slug) == "passed" for slug in self.slugs)

    def close(self) -> None:
        """End what runs in other threads, and the processes that judge."""
        self.closed = True
        self.write_down()
        self.pool.close()

    # --- judging --------------------------------------------------------------

    def start(self, lesson: Lesson) -> Judged | Started:
        """Judge a koan by its text, or begin the turn in which it is run.

        Ends the run before it, if any.
        """
        seen = self.judge_by.look(lesson)
        turn = self.pool.stop()
        if seen.finding is not None:
            return self._judged(lesson, seen, Run())
        return Started(lesson, seen, turn)

    def run(self, started: Started) -> Judged | None:
        """Run a koan; None where a newer text is to be judged. Blocks.

        Raises SenseiError where nothing can be run.
        """
        lesson = started.lesson
        file, limit = self.home.koan(lesson), self.judge_by.limit(lesson)
        try:
            run = self.pool.run(file, limit, started.turn)
        except SenseiError as error:  # the way without ready processes is left
            self.trouble = str(error)
            [run] = self.judge_by.run([lesson])
        if run is None:
            return None
        if self.judge_by.look(lesson).fingerprint != started.seen.fingerprint:
            return None  # saved meanwhile, and what ran may be either text
        return self._judged(lesson, started.seen, run)

    def await_verdict(self, started: Started) -> None:
        """Show the koan that is being run, if its turn has not passed."""
        if self.pool.is_turn(started.turn):
            self.shown = Shown(started.lesson, started.seen, None)

    def refresh(self, lesson: Lesson) -> None:
        """Take a koan's state from its file, after it changed and is not shown."""
        seen = self.judge_by.look(lesson)
        self.touched.add(lesson.slug)
        self.states[lesson.slug] = walk.state(seen, self.last.get(lesson.slug))

    def _judged(self, lesson: Lesson, seen: Look, run: Run) -> Judged:
        tried = self.tried.get(lesson.slug, set())
        verdict = self.judge_by.verdict(lesson, seen, run, tried)
        return Judged(lesson, seen, verdict)

    def take(self, judged: Judged, *, show: bool, later: bool = False) -> None:
        """Write a verdict down, and show it unless it is about another koan.

        later: `write_down` is called by who has drawn it: the disk takes as long as
        a tenth of all that a learner waits for.
        """
        lesson, verdict = judged.lesson, judged.verdict
        now = self.clock()
        made = walk.attempt(self.journal, lesson, judged.seen, verdict, self.last, now)
        if made is not None:
            self.unwritten.append(made)
        if not later:
            self.write_down()
        self.states[lesson.slug] = verdict.verdict
        self.touched.add(lesson.slug)
        self.last[lesson.slug] = Attempt(
            lesson.slug,
            now,
            verdict.verdict,
            verdict.seconds,
            verdict.answer,
            0,
            judged.seen.fingerprint,
        )
        if verdict.verdict == "wrong" and verdict.answer is not None:
            self.tried.setdefault(lesson.slug, set()).add(verdict.answer)
        if show:
            self.shown = Shown(lesson, judged.seen, verdict)

    def write_down(self) -> None:
        """Append to the record what is not there yet."""
        while self.unwritten:
            self.journal.add(self.unwritten.pop(0))

    def survey(self) -> dict[str, State]:
        """Read all lessons, and return the states as the files show them."""
        states = {}
        elsewhere = set()
        for name in self.paths:
            if self.closed:
                break
            lesson = self.lesson(name)
            if lesson is None:
                continue
            look = self.judge_by.look(lesson)
            states[lesson.slug] = walk.state(look, self.last.get(lesson.slug))
            if not walk.can_run(lesson, self.judge_by.device):
                elsewhere.add(lesson.slug)
        self.elsewhere = frozenset(elsewhere)
        return states

    def surveyed(self, states: dict[str, State]) -> None:
        """Take the states of a survey, but for what has changed since it began."""
        for slug, state in states.items():
            if slug not in self.touched:
                self.states[slug] = state

    def unjudged(self) -> Lesson | None:
        """Return the first koan that was edited while nobody watched."""
        for name, slug in zip(self.paths, self.slugs):
            if self.states.get(slug) == "unjudged" and slug not in self.elsewhere:
                return self.lesson(name)
        return None

    # --- where the learner stands ----------------------------------------------

    def begin(self) -> None:
        """Show the koan that is open and was worked on last, else the first open.

        A route from a koan on begins there, whatever was worked on last; a session
        that begins again, at `wanted`.
        """
        worked = self.wanted or ("" if self.route.start else self.journal.latest())
        start = self.slugs.index(worked) if worked in self.slugs else 0
        self.go_on(start)

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
        return not any(
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
