"""What a learner knows of each koan: a card of FSRS's, folded from the past.

The cards are computed anew from the record every time, so that there is nothing to
keep in step with it. FSRS: https://github.com/open-spaced-repetition/py-fsrs
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from fsrs import Card, Rating, Scheduler

from sensei.practice.grade import Grade, number
from sensei.practice.history import History, Result
from sensei.practice.times import believed

SCHEDULER = Scheduler(
    desired_retention=0.9, learning_steps=(), relearning_steps=(), enable_fuzzing=False
)
"""Whole days only: what comes back within a session is the session's own rule. No
fuzz: the same record must give the same plan."""

APART = timedelta(hours=12)
"""Only the first time in so long says what was remembered; the next ones, what was
just seen. They are kept, and the card does not count them."""

MASTERED = 21.0
"""Days of stability from which a koan counts as mastered: recall stays over 90 %."""


@dataclass(frozen=True)
class Known:
    """What is known of one koan.

    card: FSRS's; seen: when it was last before the learner; grades: all, in order;
    right: the seconds of the right answers; spent: of all times it was finished, par
    at least where it was not answered; passed: on the path.
    """

    slug: str
    card: Card
    seen: datetime
    grades: tuple[Grade, ...] = ()
    right: tuple[float, ...] = ()
    spent: tuple[float, ...] = ()
    passed: bool = False

    @property
    def due(self) -> datetime:
        return self.card.due

    @property
    def stability(self) -> float:
        """Days until predicted recall falls to 90 %."""
        return self.card.stability or 0.0

    @property
    def mastered(self) -> bool:
        return self.stability >= MASTERED

    def recall(self, now: datetime) -> float:
        """Return the predicted probability that the koan is remembered now."""
        return SCHEDULER.get_card_retrievability(self.card, now)


@dataclass
class _Fold:
    card: Card | None = None
    counted: datetime | None = None
    seen: datetime | None = None
    results: list[Result] = field(default_factory=list)
    passed: bool = False

    def review(self, grade: Grade, at: datetime) -> None:
        self.seen = at
        if self.counted is not None and at - self.counted < APART:
            return
        card = self.card or Card(card_id=1, due=at)
        self.card, _ = SCHEDULER.review_card(card, Rating(number(grade)), at)
        self.counted = at


def known(history: History, now: datetime) -> dict[str, Known]:
    """Return what is known of each koan that was passed or practised.

    now and all times are UTC; times that cannot be are mended (see `believed`).
    """
    folds: dict[str, _Fold] = {}
    for slug, at, entry in _entries(history, now):
        fold = folds.setdefault(slug, _Fold())
        if isinstance(entry, Result):
            fold.results.append(entry)
            if entry.grade is not None:
                fold.review(entry.grade, at)
        else:
            fold.passed = True
            if fold.card is None:
                fold.review(entry, at)
    return {
        slug: Known(
            slug=slug,
            card=fold.card,
            seen=fold.seen,
            grades=tuple(r.grade for r in fold.results if r.grade),
            right=tuple(r.seconds for r in fold.results if r.outcome == "right"),
            spent=tuple(_spent(r) for r in fold.results if r.outcome in FINISHED),
            passed=fold.passed,
        )
        for slug, fold in folds.items()
        if fold.card is not None and fold.seen is not None
    }


FINISHED = frozenset({"right", "revealed", "given up"})
"""Outcomes whose seconds say how long the item takes; a skip may take one."""


def _spent(result: Result) -> float:
    """Return the seconds that an item took; it takes par to know that one fails."""
    right = result.outcome == "right"
    return result.seconds if right else max(result.seconds, result.par)


def _entries(
    history: History, now: datetime
) -> Iterator[tuple[str, datetime, Result | Grade]]:
    """Yield passes and results in the order of their believed times."""
    passes = believed([entry.at for entry in history.passes], now)
    results = believed([entry.at for entry in history.results], now)
    rows: list[tuple[str, datetime, Result | Grade]] = [
        (entry.slug, at, entry.grade) for entry, at in zip(history.passes, passes)
    ]
    rows += [(entry.slug, at, entry) for entry, at in zip(history.results, results)]
    yield from sorted(rows, key=lambda row: row[1])
