"""Simulated learners, who practise for months of days in seconds."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from functools import cached_property

from sensei.blank import Kind
from sensei.practice import par
from sensei.practice.begin import Begin
from sensei.practice.cards import known
from sensei.practice.history import Ended, History, Pass, Result, Step
from sensei.practice.plan import Koan, Pick, Pool
from sensei.practice.session import Session

START = datetime(2026, 1, 5, 18, tzinfo=timezone.utc)
KINDS: tuple[Kind, ...] = ("block", "expression", "prediction", "block", "repair")
TOPICS = (
    "01_creation",
    "02_dtypes",
    "03_math",
    "04_indexing",
    "05_shape",
    "06_broadcasting",
    "07_memory",
    "08_randomness",
    "09_autograd_graph",
    "10_autograd_modes",
)


def koans(topics: Sequence[str] = TOPICS, each: int = 8) -> tuple[Koan, ...]:
    """Return the koans of a small path, of all kinds."""
    made = []
    for topic in topics:
        for i in range(each):
            kind = KINDS[i % len(KINDS)]
            first = par.first(kind, "x" * (20 + 25 * (i % 4)))
            made.append(Koan(f"{topic[3:]}_{i}", topic, kind, first))
    return tuple(made)


@dataclass
class Clock:
    """A clock that a test sets forward."""

    seconds: float = 0.0
    start: datetime = START

    def __call__(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return self.start + timedelta(seconds=self.seconds)


@dataclass
class Notes:
    """A record in memory."""

    steps: list[Step] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    endings: list[Ended] = field(default_factory=list)
    trouble: str = ""
    free: bool = False

    def step(self, step: Step) -> None:
        self.steps.append(step)

    def result(self, result: Result) -> None:
        self.results.append(result)

    def ended(self, ended: Ended) -> None:
        self.endings.append(ended)

    def flush(self) -> None:
        self.trouble = "" if self.free else self.trouble


class Shuffled(Pool):
    """A pool that is practised in a random order, due or not."""

    @cached_property
    def tiers(self) -> tuple[tuple[Pick, ...], ...]:
        old = [koan for koan in self.koans if koan.slug in self.known]
        random.Random(self.seed).shuffle(old)
        return ((), (), (), tuple(self.pick(koan, "unseen") for koan in old), ())


Knows = Callable[[Koan, datetime], float]
"""The chance that a learner has the answer."""


@dataclass
class Memory:
    """Forgets by the exponential curve, not by the planner's own power curve.

    strength: days until recall is down to 0.9. What was recalled late grows more
    (the spacing effect); what was forgotten begins again at less than half.
    """

    strength: dict[str, float] = field(default_factory=dict)
    seen: dict[str, datetime] = field(default_factory=dict)

    def recall(self, slug: str, now: datetime) -> float:
        if slug not in self.strength:
            return 0.0
        days = max(0.0, (now - self.seen[slug]) / timedelta(days=1))
        return 0.9 ** (days / self.strength[slug])

    def met(self, slug: str, now: datetime, right: bool) -> None:
        before = self.strength.get(slug)
        if before is None:
            self.strength[slug] = 2.0
        elif right:
            growth = min(4.0, 1 + 10 * (1 - self.recall(slug, now)))
            self.strength[slug] = before * growth
        else:
            self.strength[slug] = max(0.7, before * 0.4)
        self.seen[slug] = now


@dataclass
class Life:
    """A learner's months: passes koans on the path, and practises a session a day.

    Who meets a koan often takes less time for it, down to half.
    """

    koans: tuple[Koan, ...]
    knows: Knows | None = None
    minutes: float = 15.0
    seed: int = 0
    at_random: bool = False
    passes_a_day: int = 4
    clock: Clock = field(default_factory=Clock)
    notes: Notes = field(default_factory=Notes)
    memory: Memory = field(default_factory=Memory)
    passes: list[Pass] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    dues: list[int] = field(default_factory=list)
    meetings: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.draw = random.Random(self.seed)

    def day(self, number: int) -> Session:
        """Live one day: some koans of the path, then a session."""
        self.clock.seconds = number * 86400.0
        done = len(self.passes)
        for koan in self.koans[done : done + self.passes_a_day]:
            self.passes.append(Pass(koan.slug, self.clock.now(), "good"))
            self.memory.met(koan.slug, self.clock.now(), True)
        self.clock.seconds += 3600
        return self.practise(number)

    def pool(self, number: int) -> Pool:
        now = self.clock.now()
        past = History(tuple(self.passes), tuple(self.notes.results))
        return Pool(self.koans, known(past, now), now, seed=number)

    def practise(self, number: int) -> Session:
        pool = self.pool(number)
        self.dues.append(sum(k.due <= pool.now for k in pool.known.values()))
        begin = Begin(f"day {number}", pool, self.minutes)
        if self.at_random:
            seed = self.draw.getrandbits(32)
            shuffled = Shuffled(pool.koans, pool.known, pool.now, seed=seed)
            begin = replace(begin, pool=shuffled)
        session = Session(begin, self.notes, self.clock, self.clock.now)
        while pick := session.next():
            self.answer(session, pick)
        self.sessions.append(session)
        return session

    def answer(self, session: Session, pick: Pick) -> None:
        """Answer an item, or fail and have it revealed."""
        now, slug = self.clock.now(), pick.koan.slug
        knows = self.knows or (lambda koan, at: self.memory.recall(koan.slug, at))
        right = self.draw.random() < knows(pick.koan, now)
        met = self.meetings[slug] = self.meetings.get(slug, 0) + 1
        pace = max(0.5, 0.95**met) * self.draw.uniform(0.4, 1.1)
        self.clock.seconds += pick.koan.first_par * pace
        session.run_begins()
        self.clock.seconds += 0.2
        session.run_ends("passed" if right else "wrong", "answer")
        if not right:
            session.reveal()
        self.memory.met(slug, now, right)

    def mean_recall(self) -> float:
        """Return the mean recall of the koans that were passed, as it is now."""
        now = self.clock.now()
        slugs = [entry.slug for entry in self.passes]
        return sum(self.memory.recall(slug, now) for slug in slugs) / len(slugs)
