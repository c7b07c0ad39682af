"""A session's clocks, its order, and what ends in the record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from sensei.practice.begin import Begin, Open
from sensei.practice.cards import known
from sensei.practice.grade import Grade
from sensei.practice.history import History, Pass, Result
from sensei.practice.plan import Koan, Pick, Pool, choose, kata, plan
from sensei.practice.session import Session
from tests.practice.learners import START, Clock, Notes, koans

PATH = koans(("01_a", "02_b", "03_c"), each=4)
CODE = tuple(koan for koan in PATH if koan.kind != "prediction")
ONE_TOPIC = tuple(
    replace(koan, kind="block") for koan in koans(("09_autograd",), each=40)
)


def pool(path: tuple[Koan, ...] = CODE, days: int = 10, new: int = 0) -> Pool:
    """Return a pool in which all koans of the path are due."""
    clock = Clock(days * 86400.0)
    past = History(tuple(Pass(koan.slug, START, "good") for koan in path))
    return Pool(path, known(past, clock.now()), clock.now(), new=new)


@pytest.fixture
def clock() -> Clock:
    return Clock(864000.0)


@pytest.fixture
def notes() -> Notes:
    return Notes()


def begin(**more: object) -> Begin:
    return replace(Begin("s", pool(), 15.0), **more)  # type: ignore[arg-type]


def opened(begin: Begin, notes: Notes, clock: Clock) -> tuple[Session, Pick]:
    session = Session(begin, notes, clock, clock.now)
    pick = session.next()
    assert pick is not None
    return session, pick


def answer(session: Session, clock: Clock, verdict: str, seconds: float) -> None:
    clock.seconds += seconds
    session.run_begins()
    clock.seconds += 3.0
    session.run_ends(verdict, "x")


def test_the_items_clock_stands_still_while_a_test_runs(
    notes: Notes, clock: Clock
) -> None:
    session, _ = opened(begin(), notes, clock)
    answer(session, clock, "wrong", 10.0)
    answer(session, clock, "passed", 5.0)
    assert notes.results[0].seconds == 15.0


def test_a_pause_stops_both_clocks(notes: Notes, clock: Clock) -> None:
    session, _ = opened(begin(), notes, clock)
    session.pause()
    clock.seconds += 500
    assert (session.spent, session.left) == (0.0, 900.0)
    session.pause()
    clock.seconds += 5
    assert (session.spent, session.left) == (5.0, 895.0)


def test_saving_in_a_pause_ends_the_pause(notes: Notes, clock: Clock) -> None:
    session, _ = opened(begin(), notes, clock)
    session.pause()
    answer(session, clock, "passed", 100.0)
    assert notes.results[0].outcome == "right"


def test_every_run_is_in_the_record_at_once(notes: Notes, clock: Clock) -> None:
    session, _ = opened(begin(), notes, clock)
    answer(session, clock, "wrong", 10.0)
    assert [(step.kind, step.verdict) for step in notes.steps] == [
        ("shown", None),
        ("run", "wrong"),
    ]
    assert notes.steps[-1].answer == "x"


@pytest.mark.parametrize("verdict", ["incomplete", "broken", "altered", "banned"])
def test_an_answer_at_work_is_no_try(notes: Notes, clock: Clock, verdict: str) -> None:
    session, _ = opened(begin(), notes, clock)
    answer(session, clock, verdict, 1.0)
    answer(session, clock, "passed", 1.0)
    assert notes.results[0].grade == "easy"


def test_when_the_time_is_up_the_open_item_may_be_finished(
    notes: Notes, clock: Clock
) -> None:
    session, _ = opened(begin(), notes, clock)
    answer(session, clock, "passed", 1000.0)
    assert notes.results[0].outcome == "right"
    assert session.next() is None
    assert session.state == "over"
    assert len(notes.endings) == 1


def test_when_the_time_is_up_a_skip_drops_the_item_ungraded(
    notes: Notes, clock: Clock
) -> None:
    session, _ = opened(begin(), notes, clock)
    clock.seconds += 1000
    assert session.skip().grade is None


def test_quitting_gives_up_what_was_tried(notes: Notes, clock: Clock) -> None:
    session, _ = opened(begin(), notes, clock)
    answer(session, clock, "wrong", 1.0)
    session.quit()
    assert [result.outcome for result in notes.results] == ["given up"]


def test_quitting_gives_up_what_had_a_hint_or_is_over_par(
    notes: Notes, clock: Clock
) -> None:
    session, _ = opened(begin(), notes, clock)
    session.hint(3)
    session.quit()
    session, pick = opened(begin(), notes, clock)
    clock.seconds += pick.par + 1
    session.quit()
    assert [result.grade for result in notes.results] == ["again", "again"]


@pytest.mark.parametrize("how", [Session.quit, Session.skip, Session.leave])
def test_when_the_time_is_up_what_was_tried_is_dropped_ungraded(
    notes: Notes, clock: Clock, how: Callable[[Session], object]
) -> None:
    session, _ = opened(begin(), notes, clock)
    answer(session, clock, "wrong", 1000.0)
    how(session)
    assert [result.outcome for result in notes.results] == ["dropped"]
    assert notes.results[0].grade is None
    assert not session.left_early


def test_when_the_time_is_up_what_is_revealed_is_again(
    notes: Notes, clock: Clock
) -> None:
    session, _ = opened(begin(), notes, clock)
    clock.seconds += 1000
    session.reveal()
    assert [result.grade for result in notes.results] == ["again"]


def test_quitting_drops_what_was_not_tried(notes: Notes, clock: Clock) -> None:
    session, _ = opened(begin(), notes, clock)
    session.quit()
    assert [result.outcome for result in notes.results] == ["dropped"]
    assert len(notes.endings) == 1


def test_a_session_that_is_left_has_no_end_in_the_record(
    notes: Notes, clock: Clock
) -> None:
    session, _ = opened(begin(), notes, clock)
    session.leave()
    assert (notes.results, notes.endings) == ([], [])


def test_a_failed_item_comes_back_after_two_others(notes: Notes, clock: Clock) -> None:
    session, first = opened(begin(), notes, clock)
    session.reveal()
    order = []
    for _ in range(4):
        pick = session.next()
        assert pick is not None
        order.append(pick)
        answer(session, clock, "passed", 5.0)
    assert first.koan.slug not in [pick.koan.slug for pick in order[:2]]
    [back] = [pick for pick in order[2:] if pick.koan.slug == first.koan.slug]
    assert back.why == "again"


def test_a_failed_item_comes_back_once(notes: Notes, clock: Clock) -> None:
    session, first = opened(begin(minutes=60.0), notes, clock)
    session.reveal()
    while session.next():
        clock.seconds += 5
        session.reveal()
    slugs = [result.slug for result in notes.results]
    assert slugs.count(first.koan.slug) == 2
    assert max(map(slugs.count, slugs)) == 2


def test_in_one_topic_too_a_failed_item_comes_back_once_and_not_at_once(
    notes: Notes, clock: Clock
) -> None:
    session = Session(begin(pool=pool(ONE_TOPIC)), notes, clock, clock.now)
    fresh = 0
    while pick := session.next():
        fresh += pick.why == "due"
        if pick.why == "due" and fresh in (1, 4, 6):
            clock.seconds += 30
            session.reveal()
        else:
            answer(session, clock, "passed", 30.0)
    slugs = [result.slug for result in notes.results]
    failed = [result.slug for result in notes.results if result.grade == "again"]
    assert len(failed) == 3
    for slug in failed:
        first, again = (i for i, other in enumerate(slugs) if other == slug)
        assert again - first == 3


def test_a_failed_item_does_not_come_back_when_the_time_is_nearly_over(
    notes: Notes, clock: Clock
) -> None:
    session, _ = opened(begin(pool=pool(ONE_TOPIC)), notes, clock)
    session.reveal()
    for seconds in (5.0, 870.0):
        session.next()
        answer(session, clock, "passed", seconds)
    assert 0 < session.left < 20
    assert session.next() is None


def test_a_failed_item_alone_does_not_come_back_at_once(
    notes: Notes, clock: Clock
) -> None:
    session, _ = opened(begin(pool=pool(CODE[:1])), notes, clock)
    session.reveal()
    assert session.next() is None


def test_a_failed_prediction_does_not_come_back(notes: Notes, clock: Clock) -> None:
    path = (replace(CODE[0], kind="prediction"), *CODE[1:])
    session = Session(begin(pool=pool(path), minutes=60.0), notes, clock, clock.now)
    while pick := session.next():
        clock.seconds += 5
        session.reveal()
        assert pick.koan.slug != path[0].slug or pick.why == "due"
    assert [r.slug for r in notes.results].count(path[0].slug) == 1


def test_a_session_goes_on_where_it_was_cut_short(notes: Notes, clock: Clock) -> None:
    session, first = opened(begin(), notes, clock)
    answer(session, clock, "passed", 20.0)
    second = session.next()
    assert second is not None
    cut = Open(second.koan.slug, seconds=7.0, tries=1, hints=1)
    again = begin(elapsed=100.0, results=tuple(notes.results), open=cut)
    later, pick = opened(again, notes, clock)
    assert (pick.koan, later.spent, later.hints) == (second.koan, 7.0, 1)
    assert pick.why == "left"
    assert later.left == 800.0
    answer(later, clock, "passed", 1.0)
    assert notes.results[-1].grade == "hard"
    third = later.next()
    assert third is not None
    assert third.koan not in (first.koan, second.koan)


def test_what_was_judged_before_the_cut_is_no_further_try(
    notes: Notes, clock: Clock
) -> None:
    cut = Open(CODE[0].slug, seconds=7.0, tries=1, hints=0, answer="x")
    session, _ = opened(begin(open=cut), notes, clock)
    answer(session, clock, "wrong", 1.0)
    assert session.tries == 1
    answer(session, clock, "wrong", 1.0)
    assert session.tries == 2


def test_no_clock_runs_while_the_solution_is_read(notes: Notes, clock: Clock) -> None:
    session, _ = opened(begin(), notes, clock)
    clock.seconds += 5.0
    session.reveal()
    left = session.left
    clock.seconds += 60.0
    assert session.left == left
    session.next()
    clock.seconds += 1.0
    assert session.left == left - 1.0


def test_a_kata_comes_as_often_as_asked(notes: Notes, clock: Clock) -> None:
    picks = kata(pool(), CODE[3].slug, 5)
    session, _ = opened(begin(katas=picks), notes, clock)
    answer(session, clock, "passed", 5.0)
    while session.next():
        answer(session, clock, "passed", 5.0)
    assert [result.slug for result in notes.results] == [CODE[3].slug] * 5


def test_a_katas_par_follows_the_own_median_from_three_right_answers_on(
    notes: Notes, clock: Clock
) -> None:
    picks = kata(pool(), CODE[3].slug, 6)
    session, pick = opened(begin(katas=picks), notes, clock)
    found = [pick.par]
    for seconds in (9.0, 9.0, 12.0, 14.0, 5.0):
        answer(session, clock, "passed", seconds)
        following = session.next()
        assert following is not None
        found.append(following.par)
    assert found == [CODE[3].first_par] * 3 + [9.0, 10.5, 9.0]


def test_that_nothing_is_left_is_known_from_that_the_time_is_short(
    notes: Notes, clock: Clock
) -> None:
    for path, seconds, ran_out in (
        (ONE_TOPIC[:2], 10.0, True),
        (ONE_TOPIC, 445.0, False),  # a few seconds are left, and much is due
        (ONE_TOPIC, 500.0, False),
    ):
        session, _ = opened(begin(pool=pool(path)), notes, clock)
        answer(session, clock, "passed", seconds)
        while session.next():
            answer(session, clock, "passed", seconds - 10)
        assert session.ran_out is ran_out
    session, _ = opened(begin(katas=kata(pool(), CODE[3].slug, 1)), notes, clock)
    answer(session, clock, "passed", 5.0)
    assert session.next() is None
    assert not session.ran_out


def test_repeats_within_a_day_do_not_count_for_the_card() -> None:
    once, often = Notes(), Notes()
    for notes, repeat in ((once, 1), (often, 8)):
        clock = Clock(864000.0)
        session = Session(
            begin(katas=kata(pool(), CODE[3].slug, repeat)), notes, clock, clock.now
        )
        while session.next():
            answer(session, clock, "passed", 5.0)
    later = Clock(900000.0).now()
    cards = [
        known(History((), tuple(notes.results)), later)[CODE[3].slug].card
        for notes in (once, often)
    ]
    assert cards[0].stability == cards[1].stability


def test_due_items_come_by_lowest_recall() -> None:
    clock = Clock(20 * 86400.0)
    passes = tuple(
        Pass(koan.slug, Clock(i * 86400.0).now(), "good") for i, koan in enumerate(CODE)
    )
    found = Pool(CODE, known(History(passes), clock.now()), clock.now())
    recalls = [pick.recall or 0.0 for pick in found.tiers[0]]
    assert recalls == sorted(recalls)


def test_at_most_new_items_come_in_and_in_the_order_of_the_path() -> None:
    some = pool(CODE[:3], days=0, new=2)
    picks = plan(replace(some, koans=CODE), 60)
    new = [pick.koan.slug for pick in picks if pick.why == "new"]
    assert new == [koan.slug for koan in CODE[3:5]]


def test_the_longest_unseen_come_last() -> None:
    some = replace(pool(CODE[:3], days=0, new=2), koans=CODE)
    whys = [pick.why for pick in plan(some, 60)]
    assert whys == ["new", "new", "unseen", "unseen", "unseen"]


def test_after_what_is_due_come_the_weak_topics_then_new_ones_then_the_rest() -> None:
    """The weaker topic before the less weak, and what was unseen longest first."""
    now = Clock(10 * 86400.0).now()
    grades: dict[str, Grade] = {"01_a": "good", "02_b": "again", "03_c": "hard"}
    path = tuple(replace(k, kind="block", first_par=60.0) for k in PATH)
    results = tuple(
        Result(
            session="t",
            item=1,
            slug=koan.slug,
            at=now - timedelta(hours=23 - i),
            outcome="right",
            seconds=60.0,
            elapsed=0.0,
            par=60.0,
            tries=0,
            hints=0,
            grade=grades[koan.topic],
            why="",
        )
        for i, koan in enumerate(path)
        if koan != path[-1]
    )
    past = known(History((Pass(path[0].slug, START, "good"),), results), now)
    found = Pool(path, past, now, new=1)
    due, weak, new, unseen, just = found.tiers
    assert (due, just) == ((), ())
    assert [pick.koan.topic for pick in weak] == ["02_b"] * 4 + ["03_c"] * 3
    assert [pick.koan for pick in new] == [path[-1]]
    assert [pick.koan for pick in unseen] == list(path[:-1])  # as they were seen
    picks = plan(found, 60)
    assert [pick.why for pick in picks] == ["weak"] * 7 + ["new"] + ["unseen"] * 4
    assert {pick.koan.topic for pick in picks[-4:]} == {"01_a"}
    assert [pick.koan for pick in picks[-4:]] == list(path[:4])


def test_a_topic_does_not_follow_itself_where_what_else_is_due_does_not_fit() -> None:
    short, long = (
        replace(koan, kind="block", first_par=par)
        for koan, par in ((PATH[0], 10.0), (PATH[4], 500.0))
    )
    found = pool((short, long))
    assert choose(found, (), short.topic, room=60.0) is None
    assert choose(found, (long.slug,), short.topic, room=60.0) is not None
    assert choose(found, (), None, room=60.0) is not None


def practised(seconds: float, *slugs: str) -> tuple[Result, ...]:
    """Return right answers of ten minutes before a pool that ten days have passed."""
    at = Clock(10 * 86400.0 - 600).now()
    return tuple(
        Result("t", 1, slug, at, "right", seconds, 0.0, 60.0, 0, 0, "good", "right")
        for slug in slugs
    )


def pool_after(
    results: tuple[Result, ...], path: tuple[Koan, ...] = CODE, days: float = 10
) -> Pool:
    """Return a pool in which what is not among the results is due."""
    now = Clock(days * 86400.0).now()
    passes = tuple(Pass(koan.slug, START, "good") for koan in path)
    return Pool(path, known(History(passes, results), now), now)


def test_what_was_just_practised_does_not_come_while_anything_is_due() -> None:
    """However little time is left, and however fast it would be."""
    just = [koan.slug for koan in CODE[:4]]
    after = pool_after(practised(4.0, *just))
    for minutes in (0.2, 0.5, 1, 1.5, 2):
        assert {pick.why for pick in plan(after, minutes)} == {"due"}
    rest = [koan.slug for koan in CODE[4:]]
    assert choose(after, rest[1:], None, room=15.0) is None
    found = choose(after, rest, None, room=15.0)
    assert found is not None
    assert found.why == "unseen"


def test_what_was_seen_on_another_day_may_fill_the_last_seconds() -> None:
    just = practised(4.0, *(koan.slug for koan in CODE[:4]))
    days_ago = tuple(replace(r, at=r.at - timedelta(days=1)) for r in just)
    found = choose(pool_after(days_ago), (), None, room=15.0)
    assert found is not None
    assert found.why == "unseen"


def test_predictions_come_only_when_due() -> None:
    path = tuple(replace(koan, kind="prediction") for koan in CODE)
    assert plan(pool(path, days=0), 15) == ()
    assert plan(pool(path, days=10), 15) != ()


def test_nothing_known_and_nothing_new_is_an_empty_plan() -> None:
    empty = Pool(CODE, {}, START)
    assert choose(empty, (), None) is None


def test_a_plan_fills_its_minutes_within_one_item() -> None:
    for minutes in (1, 5, 8):
        picks = plan(pool(), minutes)
        total = sum(pick.expected for pick in picks)
        assert abs(total - minutes * 60) <= max(pick.expected for pick in picks)
