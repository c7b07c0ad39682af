"""Where a session begins and goes on, and what it takes for true."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from sensei import path
from sensei.errors import SenseiError
from sensei.live.lock import Lock
from sensei.live.scene import Judged, Started
from sensei.route import Route
from tests.checkout import Checkout
from tests.live import NOW, PASSED, Pool, ran, session


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path / "checkout")


def judge(one, checkout, slug):
    """Judge a koan as the screen does."""
    started = one.start(checkout.lesson(slug))
    judged = started if isinstance(started, Judged) else one.run(started)
    assert judged is not None
    one.take(judged, show=True)
    return judged.verdict.verdict


def test_it_begins_at_the_first_koan(checkout):
    one = session(checkout)
    one.begin()
    assert one.shown.lesson.slug == "sums"


def test_it_begins_where_the_learner_was(checkout):
    one = session(checkout)
    one.show(checkout.lesson("totals"))
    one.hint()
    again = session(checkout)
    again.begin()
    assert again.shown.lesson.slug == "totals"


def test_it_begins_behind_what_was_passed_last(checkout):
    checkout.answer("sums")
    assert judge(session(checkout), checkout, "sums") == "passed"
    again = session(checkout)
    again.begin()
    assert again.shown.lesson.slug == "doubles"


def test_it_reads_no_more_lessons_than_it_shows(checkout):
    one = session(checkout)
    one.begin()
    assert len(one.lessons) == 1


def test_it_goes_on_to_what_was_left_out(checkout):
    for slug in ("doubles", "totals"):
        checkout.answer(slug)
    one = session(checkout)
    for slug in ("doubles", "totals"):
        judge(one, checkout, slug)
    assert one.go_on()
    assert one.shown.lesson.slug == "sums"


def test_a_run_of_a_text_that_is_gone_gives_no_verdict(checkout):
    checkout.answer("sums", "8")
    one = session(checkout)
    started = one.start(checkout.lesson("sums"))
    assert isinstance(started, Started)
    checkout.answer("sums", "9")
    assert one.run(started) is None


def test_a_newer_start_takes_the_turn(checkout):
    checkout.answer("sums", "8")
    one = session(checkout)
    first = one.start(checkout.lesson("sums"))
    one.start(checkout.lesson("sums"))
    assert one.run(first) is None


def test_without_ready_processes_koans_are_judged_all_the_same(checkout):
    class Dead(Pool):
        def run(self, file, timeout, turn):
            raise SenseiError("No process stands ready.")

    checkout.answer("sums")
    one = session(checkout, Dead())
    assert judge(one, checkout, "sums") == "passed"
    assert one.trouble == "No process stands ready."


def test_wrong_answers_of_earlier_sessions_count(checkout):
    failed = replace(PASSED, outcome="failed", exception="AssertionError", line=12)
    checkout.answer("sums", "8")
    assert judge(session(checkout, Pool(ran(failed))), checkout, "sums") == "wrong"
    assert session(checkout).tried == {"sums": {"8"}}


def test_a_survey_does_not_undo_what_was_judged_meanwhile(checkout):
    one = session(checkout)
    states = one.survey()
    checkout.answer("sums")
    judge(one, checkout, "sums")
    one.surveyed(states)
    assert one.states["sums"] == "passed"


def test_a_reset_koan_is_incomplete(checkout):
    checkout.answer("sums", "8")
    one = session(checkout)
    one.begin()
    one.reset()
    assert one.scene().verdict.verdict == "incomplete"


@pytest.mark.parametrize("topic", ["second", "02", "2", "02_second", "koans/02_second"])
def test_a_route_through_one_topic(checkout, topic):
    route = Route(topic=topic)
    assert route.paths(checkout.home) == ("02_second/test_01_totals.py",)


def test_words_may_name_several_topics(checkout):
    paths = Route(topic="S").paths(checkout.home)
    assert {name.partition("/")[0] for name in paths} == {"01_first", "02_second"}


def test_a_route_from_a_koan_begins_there(checkout):
    one = session(checkout, route=Route(start="totals"))
    one.begin()
    one.hint()
    later = session(checkout, route=Route(start="doubles"))
    later.begin()
    assert later.scene().lesson.slug == "doubles"


def test_a_route_from_a_koan_on(checkout):
    """The whole way is counted in the session; without one, what is before is left."""
    route = Route(start="doubles")
    paths = route.paths(checkout.home)
    assert (len(paths), route.first(paths)) == (3, 1)
    some = route.choose(checkout.home, path.read(checkout.home)).lessons
    assert [lesson.slug for lesson in some] == ["doubles", "totals"]


def test_a_route_of_marked_koans(checkout):
    file = checkout.home.solutions / "01_first" / "test_02_doubles.py"
    text = file.read_text().replace(
        "def test_it", "@pytest.mark.essential\ndef test_it"
    )
    file.write_text(text)
    found = Route(track="essential").paths(checkout.home)
    assert found == ("01_first/test_02_doubles.py",)


@pytest.mark.parametrize(
    ("route", "said"),
    [
        (Route(topic="secnd"), "Did you mean second"),
        (Route(start="doubels"), "Did you mean doubles"),
        (Route(track="short"), "There is: essential"),
    ],
)
def test_a_route_that_leads_nowhere_says_what_there_is(checkout, route, said):
    with pytest.raises(SenseiError, match=said):
        route.paths(checkout.home)


@pytest.fixture
def locks(tmp_path):
    pair = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    yield pair
    for lock in pair:
        lock.release()


def test_the_second_session_is_told_of_the_first(locks):
    first, second = locks
    assert first.take() is None
    assert second.take() == os.getpid()


def test_a_session_that_has_ended_is_no_first(locks):
    first, second = locks
    first.take()
    first.release()
    assert second.take() is None


def test_two_sessions_write_into_one_record(checkout):
    one, other = session(checkout), session(checkout)
    checkout.answer("sums")
    checkout.answer("doubles")
    judge(one, checkout, "sums")
    judge(other, checkout, "doubles")
    found = session(checkout).journal.last()
    assert {slug: found[slug].verdict for slug in found} == {
        "sums": "passed",
        "doubles": "passed",
    }
    assert found["sums"].at == NOW
