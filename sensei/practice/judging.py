"""Judges the copy that is practised, in a process that stands ready."""

from __future__ import annotations

from dataclasses import dataclass

from sensei.judge import Judge, Look
from sensei.lesson import Lesson
from sensei.pool import Pool
from sensei.verdict import Run, Verdict


@dataclass(frozen=True)
class Judging:
    """Judges copies; `judge` belongs to the folder for practice."""

    judge: Judge
    pool: Pool

    def look(self, lesson: Lesson) -> Look:
        """Return what the copy's text alone shows."""
        return self.judge.look(lesson)

    def by_text(self, lesson: Lesson, seen: Look) -> Verdict:
        """Return the verdict where the text alone is enough for one."""
        self.pool.stop()
        return self.judge.verdict(lesson, seen, Run())

    def by_run(self, lesson: Lesson, seen: Look) -> Verdict | None:
        """Run the tests; None where a newer text took the place of this one.

        Blocks. Raises SenseiError where nothing can be run.
        """
        file = self.judge.home.koan(lesson)
        run = self.pool.run(file, self.judge.limit(lesson))
        if run is None or self.look(lesson).fingerprint != seen.fingerprint:
            return None
        # The answers tried before are not handed on: who practises is told why an
        # answer is wrong, and not, the second time, what would be right.
        return self.judge.verdict(lesson, seen, run)
