"""Judges koans, and keeps what is known of each: states, attempts, the record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sensei import walk
from sensei.errors import SenseiError
from sensei.journal import Attempt, Journal
from sensei.judge import Judge, Look
from sensei.lesson import Lesson
from sensei.live.scene import Judged, Shown, Started
from sensei.live.shelf import Shelf
from sensei.pool import Pool
from sensei.route import Route
from sensei.verdict import Run
from sensei.walk import State


class Verdicts(Shelf):
    """The koans of a route, each with the state it is in; one of them is shown.

    trouble: why koans are judged the slow way, if they are. Only `run` and `survey`
    may be called in another thread.
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
        self.unwritten: list[Attempt] = []
        self.trouble = ""
        self.closed = False

    def close(self) -> None:
        """End what runs in other threads, and the processes that judge."""
        self.closed = True
        self.write_down()
        self.pool.close()

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
