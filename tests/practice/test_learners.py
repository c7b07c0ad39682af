"""What months of practice do to learners of four kinds."""

from __future__ import annotations

import itertools
import statistics
from datetime import timedelta

import pytest

from sensei.practice.plan import CODE_FIRST
from sensei.practice.session import Session
from tests.practice.learners import START, Life, koans


def lived(life: Life, days: range) -> Life:
    for number in days:
        life.day(number)
    return life


@pytest.fixture(scope="module")
def perfect() -> Life:
    return lived(Life(koans(), knows=lambda koan, at: 1.0), range(90))


@pytest.fixture(scope="module")
def forgetful() -> Life:
    return lived(Life(koans()), range(120))


@pytest.fixture(scope="module")
def weak() -> Life:
    def knows(koan: object, at: object) -> float:
        return 0.0 if "autograd" in koan.topic else 0.97  # type: ignore[attr-defined]

    return lived(Life(koans(), knows=knows), range(60))


@pytest.fixture(scope="module")
def returning() -> Life:
    life = lived(Life(koans(each=16)), range(40))
    return lived(life, range(100, 130))


LIVES = ["perfect", "forgetful", "weak", "returning"]


@pytest.fixture(params=LIVES)
def life(request: pytest.FixtureRequest) -> Life:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Life)
    return found


def twice_in_a_row_while_another_was_due(session: Session) -> list[str]:
    """Return the items that followed one of their own topic though others were due."""
    pool = session.begin.pool
    topic = {koan.slug: koan.topic for koan in pool.koans}
    due = [pick.koan for pick in pool.tiers[0]]
    slugs = [result.slug for result in session.results]
    found = []
    for place, (one, two) in enumerate(itertools.pairwise(slugs), 1):
        if topic[one] != topic[two]:
            continue
        if any(k.slug not in slugs[:place] and k.topic != topic[one] for k in due):
            found.append(two)
    return found


def test_no_topic_comes_twice_in_a_row_while_another_is_due(life: Life) -> None:
    for session in life.sessions:
        assert twice_in_a_row_while_another_was_due(session) == []


def test_sessions_keep_their_minutes_within_one_item(life: Life) -> None:
    for session in life.sessions:
        if len(session.begin.pool.known) < 20:
            continue  # in the first days there is not enough to fill a session
        longest = max(result.seconds for result in session.results) + 1
        assert abs(session.left) <= longest


def test_no_item_is_begun_for_which_less_than_half_the_time_is_left(life: Life) -> None:
    """The first item comes in any case."""
    koans = {koan.slug: koan for koan in life.koans}
    begins = {session.begin.name: session.begin for session in life.sessions}
    for step in life.notes.steps:
        begin = begins[step.session]
        if step.kind == "shown" and step.item > 1:
            expected = begin.pool.pick(koans[step.slug], "due").expected
            assert begin.minutes * 60 - step.elapsed >= expected / 2


def test_the_least_remembered_comes_first(life: Life) -> None:
    for session in life.sessions:
        pool = session.begin.pool
        recall = {
            slug: entry.recall(pool.now)
            for slug, entry in pool.known.items()
            if entry.due <= pool.now
        }
        had = [r.slug for r in session.results if r.slug in recall]
        waiting = [recall[slug] for slug in recall if slug not in had]
        if recall:
            assert recall[had[0]] <= min(recall.values()) + CODE_FIRST
        if len(waiting) >= len(had) > 0:
            mean = statistics.mean(recall[slug] for slug in had)
            assert mean < statistics.mean(waiting)


def test_no_prediction_is_asked_twice_for_one_due_date(life: Life) -> None:
    kinds = {koan.slug: koan.kind for koan in life.koans}
    for session in life.sessions:
        due = {pick.koan.slug for pick in session.begin.pool.tiers[0]}
        asked = [r.slug for r in session.results if kinds[r.slug] == "prediction"]
        assert len(asked) == len(set(asked))
        assert set(asked) <= due


def test_a_failed_item_comes_back_once_and_not_at_once(life: Life) -> None:
    for session in life.sessions:
        slugs = [result.slug for result in session.results]
        grades = {}
        for place, result in enumerate(session.results):
            if slugs[:place].count(result.slug):
                assert grades[result.slug] == "again"
                assert slugs[place - 1] != result.slug
                assert slugs[:place].count(result.slug) == 1
            grades.setdefault(result.slug, result.grade)


def test_what_failed_has_come_back_before_six_others(life: Life) -> None:
    """So it does, unless the session ends before that."""
    kinds = {koan.slug: koan.kind for koan in life.koans}
    for session in life.sessions:
        slugs = [result.slug for result in session.results]
        for place, result in enumerate(session.results[:-6]):
            if result.grade == "again" and kinds[result.slug] != "prediction":
                around = slugs[max(0, place - 6) : place + 7]
                assert around.count(result.slug) == 2


def test_nothing_starves(life: Life) -> None:
    """On no day is anything long overdue: by three days, by a month after a break."""
    since, yesterday = START, START
    for session in life.sessions:
        pool = session.begin.pool
        away = pool.now - yesterday > timedelta(days=2)
        since, yesterday = pool.now if away else since, pool.now
        most = timedelta(days=30 if since > START else 3)
        for slug, entry in pool.known.items():
            assert pool.now - max(entry.due, since) <= most, (session.begin.name, slug)
    assert len(pool.known) == len(life.koans)
    for slug, entry in pool.known.items():
        assert entry.spent, f"{slug} was never practised"


def test_perfect_memory_makes_every_koan_mastered(perfect: Life) -> None:
    known = perfect.pool(90).known
    assert sum(entry.mastered for entry in known.values()) == len(perfect.koans)


def test_the_weak_topic_gets_more_time(weak: Life) -> None:
    topics = {koan.slug: koan.topic for koan in weak.koans}
    seconds: dict[str, float] = {}
    for result in weak.notes.results:
        topic = topics[result.slug]
        seconds[topic] = seconds.get(topic, 0.0) + result.seconds
    autograd = [s for topic, s in seconds.items() if "autograd" in topic]
    others = [s for topic, s in seconds.items() if "autograd" not in topic]
    print(
        f"\nminutes per topic: autograd {statistics.mean(autograd) / 60:.0f}, "
        f"others {statistics.mean(others) / 60:.0f}"
    )
    assert min(autograd) > 1.5 * max(others)
    share = sum(autograd) / sum(seconds.values())
    assert share < 0.75, f"{share:.0%} of the time went to the weak topics"


def test_the_backlog_of_60_days_shrinks_and_floods_no_session(returning: Life) -> None:
    before, after = returning.dues[39], returning.dues[40:]
    print(f"\ndue before the break: {before}; after it, day by day: {after}")
    assert after[0] > 3 * before
    assert max(after) == after[0]
    assert after[0] > after[7] > after[14] > after[21] > after[29]
    assert after[29] < after[0] / 4
    most = max(len(session.results) for session in returning.sessions[:40])
    assert len(returning.sessions[40].results) <= 1.5 * most


def planned_and_random(each: int, seeds: int) -> list[list[tuple[float, float]]]:
    """Return recall after 120 days and minutes spent, by plan and at random."""
    rows = []
    for at_random in (False, True):
        lives = [
            lived(Life(koans(each=each), seed=seed, at_random=at_random), range(120))
            for seed in range(seeds)
        ]
        rows.append(
            [
                (life.mean_recall(), sum(r.seconds for r in life.notes.results) / 60)
                for life in lives
            ]
        )
    for name, found in zip(("planned", "at random"), rows):
        recall = statistics.mean(recall for recall, _ in found)
        minutes = statistics.mean(minutes for _, minutes in found)
        print(f"\n{each * 10} koans, {name}: {recall:.3f} ({minutes:.0f} min)", end="")
    return rows


def test_planned_practice_beats_random_practice_at_equal_minutes() -> None:
    planned, at_random = planned_and_random(each=24, seeds=3)
    for one, other in zip(planned, at_random):
        assert one[0] > other[0] + 0.03


def test_where_all_is_seen_every_few_days_no_plan_is_needed() -> None:
    """Random practice is even a little ahead: it asks predictions that are not due."""
    planned, at_random = planned_and_random(each=8, seeds=2)
    assert min(recall for recall, _ in [*planned, *at_random]) > 0.95


def test_the_same_past_clock_and_seed_give_the_same_sessions() -> None:
    lives = [lived(Life(koans(), seed=7), range(20)) for _ in range(2)]
    first, second = ([r.slug for r in life.notes.results] for life in lives)
    assert first == second


@pytest.mark.parametrize("wrong", [timedelta(days=365), timedelta(days=-1)])
def test_a_clock_that_was_wrong_for_a_day_does_no_harm(wrong: timedelta) -> None:
    right = lived(Life(koans()), range(45))
    life = lived(Life(koans()), range(20))
    life.clock.start += wrong
    life.day(20)
    life.clock.start -= wrong
    lived(life, range(21, 45))
    now = life.clock.now()
    known = life.sessions[-1].begin.pool.known
    assert len(known) == len(life.koans)
    assert all(entry.seen <= now for entry in known.values())
    latest = max(entry.due for entry in known.values())
    assert latest < now + timedelta(days=365)
    assert abs(sum(life.dues[30:]) - sum(right.dues[30:])) < 60
