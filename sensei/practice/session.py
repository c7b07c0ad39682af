"""One session of practice: which item is open, its clocks, and what came of it.

Knows no terminal, no file and no judge: a screen tells it what happened, and asks
what to show. Everything that happens is handed to the sink at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Literal

from sensei.practice.begin import Begin, Open, Sink
from sensei.practice.grade import TRIES, Outcome, grade
from sensei.practice.history import Ended, Result, Step, StepKind
from sensei.practice.plan import Koan, Pick, Why, another_is_due, choose, fits
from sensei.practice.stopwatch import Clock, Stopwatch

GAP = 2
"""A failed item comes back after so many others; after one where there is but one."""


class Session:
    """The life of one session. `now` gives UTC; `clock` measures durations.

    left_early: it can go on; ran_out: it ended before its time, as no item was left.
    """

    def __init__(
        self, begin: Begin, sink: Sink, clock: Clock, now: Callable[[], datetime]
    ) -> None:
        self.begin = begin
        self.results: list[Result] = list(begin.results)
        self.pick: Pick | None = None
        self.hints = 0
        self.tries = 0
        self.answer: str | None = None
        self._judged: str | None = None
        self.left_early = False
        self.ran_out = False
        self.state: Literal["between", "open", "running", "paused", "over"] = "between"
        self._sink = sink
        self._clock = clock
        self.now = now
        self._whole = Stopwatch(clock, begin.elapsed)
        self._own = Stopwatch(clock)
        self._item = len(begin.results)
        self._koans = {koan.slug: koan for koan in begin.pool.koans}

    # --- what a screen asks ---------------------------------------------------

    @property
    def left(self) -> float:
        """Seconds of the session that are left; negative when it runs over."""
        return self.begin.minutes * 60 - self._whole.seconds

    @property
    def time_is_up(self) -> bool:
        return self.left <= 0

    @property
    def spent(self) -> float:
        """Seconds on the item's own clock."""
        return self._own.seconds

    @property
    def item(self) -> int:
        """The number of the item that is open, or was last, from 1."""
        return self._item

    @property
    def is_open(self) -> bool:
        """Say whether an item waits for an answer."""
        return self.state in ("open", "running", "paused")

    @property
    def is_begun(self) -> bool:
        """Say whether the open item was worked on: a failed run, a hint, over par."""
        assert self.pick is not None
        return self.tries > 0 or self.hints > 0 or self.spent > self.pick.par

    @property
    def gives_up(self) -> bool:
        """Say whether to quit now is to give the open item up."""
        return self.is_open and self.is_begun and not self.time_is_up

    # --- what happens ---------------------------------------------------------

    def next(self) -> Pick | None:
        """Open the next item; None where the session is over, which it then is."""
        assert not self.is_open
        pick = None if self.time_is_up and self._item else self._choose()
        if pick is None:
            self.ran_out = not self.time_is_up and self._nothing_is_left()
            self._end()
            return None
        self.pick, self.hints, self.tries, self.answer = pick, 0, 0, None
        self._own = Stopwatch(self._clock)
        cut = self._cut_short()
        if cut is not None:
            self.hints, self.tries = cut.hints, cut.tries
            self._judged = cut.answer
            self._own = Stopwatch(self._clock, cut.seconds)
        self._item += 1
        self._whole.run()
        self._own.run()
        self.state = "open"
        self._note("shown")
        return pick

    def pause(self) -> None:
        """Stop both clocks, or let them go on."""
        if self.state == "open":
            self._own.stop()
            self._whole.stop()
            self.state = "paused"
        elif self.state == "paused":
            self._own.run()
            self._whole.run()
            self.state = "open"

    def run_begins(self) -> None:
        """The tests run: the item's clock stands still. A pause is over."""
        if self.state == "paused":
            self.pause()
        assert self.state == "open"
        self._own.stop()
        self.state = "running"

    def run_ends(self, verdict: str, answer: str | None) -> Result | None:
        """The verdict is there; return the item's result where it is passed.

        What was judged before the session was cut short is no further try.
        """
        assert self.state == "running"
        self.state = "open"
        self.answer = answer if answer is not None else self.answer
        counted = answer is None or answer != self._judged
        self._judged = None
        if verdict != "incomplete" and counted:
            self._note("run", verdict, answer)
        if verdict == "passed":
            return self._finish("right")
        self.tries += verdict in TRIES and counted
        self._own.run()
        return None

    def hint(self, most: int) -> int:
        """One more hint is seen, up to `most`; return how many are."""
        if self.is_open and self.hints < most:
            self.hints += 1
            self._note("hint")
        return self.hints

    def reveal(self) -> Result:
        """The reference is shown; no clock runs while it is read."""
        result = self._finish("revealed")
        self._whole.stop()
        return result

    def skip(self) -> Result:
        """The item is left: skipped, or, when the time is up, dropped."""
        return self._finish("dropped" if self.time_is_up else "skipped")

    def quit(self) -> None:
        """The learner ends the session; what becomes of the item, `gives_up` says."""
        if self.is_open:
            self._finish("given up" if self.gives_up else "dropped")
        self._end()

    def leave(self) -> None:
        """The learner is called away: nothing is recorded, the session can go on.

        Where no time is left there is nothing to go on with, and it ends.
        """
        if self.time_is_up:
            self.quit()
            return
        self._whole.stop()
        self._own.stop()
        self.state = "over"
        self.left_early = True

    # --- within ---------------------------------------------------------------

    def _nothing_is_left(self) -> bool:
        """Say whether no item is left to choose, however much time there were."""
        taken = {result.slug for result in self.results}
        return not self.begin.katas and choose(self.begin.pool, taken, None) is None

    def _choose(self) -> Pick | None:
        cut = self._cut_short()
        if cut is not None and cut.slug in self._koans:
            return self._pick(self._koans[cut.slug], "left")
        if self.begin.katas:
            rest = self.begin.katas[len(self.results) :]
            return self._pick(rest[0].koan, rest[0].why) if rest else None
        previous = self._topic(self.results[-1]) if self.results else None
        taken = {result.slug for result in self.results}
        room = self.left if self.results else None
        back = [row for row in self._returns() if fits(row[0], room)]
        for failed, others in back:
            if others >= GAP and failed.koan.topic != previous:
                return failed
        pick = choose(self.begin.pool, taken, previous, room)
        if pick is not None and pick.koan.topic != previous:
            return pick
        barred = another_is_due(self.begin.pool, taken, previous)
        least = GAP if pick is not None and pick.why == "due" else 1
        for failed, others in back:
            if others >= least and not (barred and failed.koan.topic == previous):
                return failed
        return pick

    def _cut_short(self) -> Open | None:
        """Return the item that a session that goes on begins with."""
        here = len(self.results) == len(self.begin.results)
        return self.begin.open if here else None

    def _returns(self) -> Iterator[tuple[Pick, int]]:
        """Yield the failed items that are to come back, and how many came since."""
        slugs = [result.slug for result in self.results]
        for place, result in enumerate(self.results):
            if result.grade != "again" or slugs.count(result.slug) > 1:
                continue
            pick = self._again(result.slug)
            # A prediction that was just seen would be recalled, not predicted.
            if pick is not None and pick.koan.kind != "prediction":
                yield pick, len(slugs) - place - 1

    def _again(self, slug: str) -> Pick | None:
        koan = self._koans.get(slug)
        return None if koan is None else self._pick(koan, "again")

    def _pick(self, koan: Koan, why: Why) -> Pick:
        """Return the item that this koan makes by now."""
        here = [r for r in self.results if r.slug == koan.slug]
        right = [r.seconds for r in here if r.outcome == "right"]
        return self.begin.pool.pick(koan, why, right)

    def _topic(self, result: Result) -> str | None:
        koan = self._koans.get(result.slug)
        return None if koan is None else koan.topic

    def _note(
        self, kind: StepKind, verdict: str | None = None, answer: str | None = None
    ) -> None:
        assert self.pick is not None
        self._sink.step(
            Step(
                session=self.begin.name,
                item=self._item,
                slug=self.pick.koan.slug,
                at=self.now(),
                kind=kind,
                seconds=self._own.seconds,
                elapsed=self._whole.seconds,
                verdict=verdict,
                answer=answer,
            )
        )

    def _finish(self, outcome: Outcome) -> Result:
        assert self.pick is not None
        self._own.stop()
        seconds = self._own.seconds
        graded, why = grade(
            outcome,
            tries=self.tries,
            hints=self.hints,
            seconds=seconds,
            par=self.pick.par,
        )
        result = Result(
            session=self.begin.name,
            item=self._item,
            slug=self.pick.koan.slug,
            at=self.now(),
            outcome=outcome,
            seconds=seconds,
            elapsed=self._whole.seconds,
            par=self.pick.par,
            tries=self.tries,
            hints=self.hints,
            grade=graded,
            why=why,
            answer=self.answer,
        )
        self.results.append(result)
        self._sink.result(result)
        self.state = "between"
        return result

    def _end(self) -> None:
        self._whole.stop()
        if self.state != "over":
            self._sink.ended(Ended(self.begin.name, self.now()))
        self.state = "over"
