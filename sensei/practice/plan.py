"""What is practised next, and the plan of a session: that choice, again and again.

Pure: the same past, clock and seed give the same plan.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Literal

from sensei.blank import Kind
from sensei.practice import par as pars
from sensei.practice.cards import APART, Known
from sensei.practice.grade import number

Why = Literal["due", "weak", "new", "unseen", "kata", "again", "left"]
"""Why an item is chosen. Again: it failed earlier in the session; left: it was open
when the session was cut short."""

CODE_FIRST = 0.05
"""A due prediction gives way to due code that is recalled better by up to so much."""
RECENT = 10
"""So many of a topic's newest grades say how it stands."""
WEAK = 3.0
"""A topic is weak while its recent grades are on average under good."""


@dataclass(frozen=True)
class Koan:
    """What planning needs of a lesson. first_par: in seconds, before it is known."""

    slug: str
    topic: str
    kind: Kind
    first_par: float


@dataclass(frozen=True)
class Pick:
    """An item of a session: par and expected in seconds, recall from 0 to 1."""

    koan: Koan
    why: Why
    par: float
    expected: float
    recall: float | None = None


@dataclass(frozen=True)
class Pool:
    """What can be chosen from: the koans in the order of the path, what is known.

    new: how many koans that were never passed may come in; seed: decides between
    equals. now does not move while a session lasts, so that its plan stands.
    """

    koans: tuple[Koan, ...]
    known: Mapping[str, Known]
    now: datetime
    new: int = 0
    seed: int = 0

    def pick(self, koan: Koan, why: Why, right: Sequence[float] = ()) -> Pick:
        """Return the item that this koan makes.

        right: the seconds of the right answers since now.
        """
        known = self.known.get(koan.slug)
        right = (*(known.right if known else ()), *right)
        par = pars.par(koan.first_par, right)
        expected = pars.expected(par, known.spent if known else ())
        return Pick(koan, why, par, expected, known.recall(self.now) if known else None)

    @cached_property
    def tiers(self) -> tuple[tuple[Pick, ...], ...]:
        """The items by what calls for them, the most urgent first in each tier.

        A prediction is asked when it is due, and at no other time: practised often,
        it would train the recall of a number. The last tier is what was just seen,
        which is for when nothing is due.
        """
        lot = random.Random(self.seed)
        lots = {koan.slug: lot.random() for koan in self.koans}
        old = [(koan, self.known[koan.slug]) for koan in self.koans if self._old(koan)]
        code = [(koan, known) for koan, known in old if koan.kind != "prediction"]
        standing = self._standing()
        due = sorted(
            (
                (self._urgency(koan, known), lots[koan.slug], i)
                for i, (koan, known) in enumerate(old)
                if known.due <= self.now
            ),
        )
        weak = sorted(
            (standing[koan.topic], known.recall(self.now), lots[koan.slug], i)
            for i, (koan, known) in enumerate(code)
            if known.due > self.now
            and standing.get(koan.topic, WEAK) < WEAK
            and self._rested(known)
        )
        unseen = sorted(
            (known.seen, lots[koan.slug], i)
            for i, (koan, known) in enumerate(code)
            if known.due > self.now
        )
        rest = [code[row[-1]] for row in unseen]
        return (
            tuple(self.pick(old[row[-1]][0], "due") for row in due),
            tuple(self.pick(code[row[-1]][0], "weak") for row in weak),
            tuple(self.pick(k, "new") for k in self.koans if not self._old(k)),
            tuple(self.pick(k, "unseen") for k, known in rest if self._rested(known)),
            tuple(
                self.pick(k, "unseen") for k, known in rest if not self._rested(known)
            ),
        )

    def _rested(self, known: Known) -> bool:
        return self.now - known.seen >= APART

    def _urgency(self, koan: Koan, known: Known) -> float:
        """Return the recall by which due koans are ordered, the lowest first."""
        held_back = CODE_FIRST if koan.kind == "prediction" else 0.0
        return known.recall(self.now) + held_back

    def _old(self, koan: Koan) -> bool:
        return koan.slug in self.known

    def _standing(self) -> dict[str, float]:
        """Return the mean of each topic's recent grades, from 1 to 4."""
        found: dict[str, list[tuple[datetime, float]]] = {}
        for koan in self.koans:
            known = self.known.get(koan.slug)
            if known is not None:
                entries = found.setdefault(koan.topic, [])
                entries += [(known.seen, number(g)) for g in known.grades[-3:]]
        return {
            topic: sum(grade for _, grade in rows) / len(rows)
            for topic, rows in (
                (topic, sorted(rows)[-RECENT:]) for topic, rows in found.items() if rows
            )
        }


def choose(
    pool: Pool,
    taken: Collection[str],
    previous: str | None,
    room: float | None = None,
) -> Pick | None:
    """Return the next item, or None where nothing is left.

    taken: slugs that the session has had; previous: the topic of the item before,
    which does not follow itself while another is due; room: seconds left, into which
    an item must fit by half.
    """
    barred = previous if another_is_due(pool, taken, previous) else None
    waits = any(pick.koan.slug not in taken for pick in pool.tiers[0])
    for tier in pool.tiers[:-1] if waits else pool.tiers:
        left = [pick for pick in tier if pick.koan.slug not in taken]
        if tier and tier[0].why == "new" and len(tier) - len(left) >= pool.new:
            continue
        fit = [pick for pick in left if pick.koan.topic != barred and fits(pick, room)]
        if fit and fit[0].why == "new":
            return fit[0]  # the path has its order
        if fit:
            return next((pick for pick in fit if pick.koan.topic != previous), fit[0])
    return None


def fits(pick: Pick, room: float | None) -> bool:
    """Say whether half of an item fits into the seconds left; None: as many as may."""
    return room is None or pick.expected / 2 <= room


def another_is_due(pool: Pool, taken: Collection[str], topic: str | None) -> bool:
    """Say whether a topic other than this one has an item that is due."""
    return any(
        pick.koan.topic != topic and pick.koan.slug not in taken
        for pick in pool.tiers[0]
    )


def plan(pool: Pool, minutes: float) -> tuple[Pick, ...]:
    """Return the items of a session that goes as expected: no failures."""
    picks: list[Pick] = []
    room = minutes * 60
    while room > 0:
        pick = choose(
            pool,
            [pick.koan.slug for pick in picks],
            picks[-1].koan.topic if picks else None,
            room if picks else None,
        )
        if pick is None:
            break
        picks.append(pick)
        room -= pick.expected
    return tuple(picks)


def kata(pool: Pool, slug: str, repeat: int) -> tuple[Pick, ...]:
    """Return one koan, again and again."""
    [koan] = [koan for koan in pool.koans if koan.slug == slug]
    return (pool.pick(koan, "kata"),) * repeat
