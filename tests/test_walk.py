"""Which koans are passed, and which comes next."""

from __future__ import annotations

import contextlib
import subprocess
from datetime import datetime, timezone
from pathlib import Path

import pytest

from sensei import devices, journal, walk
from sensei.errors import SenseiError
from sensei.judge import Judge
from sensei.verdict import Verdict
from tests.checkout import DOUBLE, REPAIR, SUM, Checkout

NOW = datetime(2030, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
ON_GPU = DOUBLE.replace("def test_it", "@pytest.mark.cuda\ndef test_it")


class Counting:
    """A judge that looks for real, and runs nothing: a listed answer passes."""

    def __init__(self, home, device="cpu"):
        self.real, self.device = Judge(home, device), device
        self.judged = []
        self.closed = False

    def look(self, lesson):
        return self.real.look(lesson)

    def judge(self, lessons, tried=None):
        try:
            for lesson in lessons:
                self.judged.append(lesson.slug)
                yield self._verdict(lesson)
        finally:
            self.closed = True

    def _verdict(self, lesson):
        seen = self.look(lesson)
        right = seen.answer == lesson.answer
        name = seen.finding.verdict if seen.finding else ("wrong", "passed")[right]
        path = f"koans/{lesson.path}"
        return Verdict(lesson.slug, path, seen.line, name, "", answer=seen.answer)


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path / "checkout")


@pytest.fixture(autouse=True)
def no_gpu(monkeypatch):
    monkeypatch.setattr(walk, "has_gpu", lambda: False)


def step(checkout, judge=None):
    """Walk once; return what was seen, the judge, and how many attempts there are."""
    judge = judge or Counting(checkout.home)
    with journal.opened(checkout.home.records / "journal.db", NOW) as record:
        seen = walk.walk(checkout.lessons(), judge, record, NOW)
        rows = record.read("SELECT count(*) FROM attempts")
    return seen, judge, rows[0][0]


def at(seen):
    assert seen.current is not None
    lesson, verdict = seen.current
    return lesson.slug, verdict.verdict


def fresh(seen):
    return [lesson.slug for lesson in seen.fresh]


def test_a_path_as_it_came_begins_with_its_first_koan(checkout):
    seen, judge, attempts = step(checkout)
    assert at(seen) == ("sums", "incomplete")
    assert (seen.passed, seen.total) == (0, 3)
    assert judge.judged == ["sums"]
    assert attempts == 0


def test_a_solved_koan_leads_to_the_next(checkout):
    checkout.answer("sums")
    seen, _, attempts = step(checkout)
    assert fresh(seen) == ["sums"]
    assert at(seen) == ("doubles", "incomplete")
    assert (seen.passed, attempts) == (1, 1)


def test_a_solved_koan_is_not_judged_again(checkout):
    checkout.answer("sums")
    step(checkout)
    seen, judge, attempts = step(checkout)
    assert fresh(seen) == []
    assert "sums" not in judge.judged
    assert (seen.passed, attempts) == (1, 1)


def test_a_solved_koan_that_is_edited_is_judged_again(checkout):
    checkout.answer("sums")
    step(checkout)
    checkout.answer("sums", "5")
    seen, _, attempts = step(checkout)
    assert at(seen) == ("sums", "wrong")
    assert (seen.passed, attempts) == (0, 2)


def test_a_solved_koan_is_judged_again_on_another_device(checkout):
    checkout.answer("sums")
    step(checkout)
    seen, _, _ = step(checkout, Counting(checkout.home, "mps"))
    assert fresh(seen) == ["sums"]


def test_without_its_record_a_solved_koan_is_still_solved(checkout):
    checkout.answer("sums")
    checkout.answer("doubles")
    step(checkout)
    (checkout.home.records / "journal.db").unlink()
    seen, judge, _ = step(checkout)
    assert fresh(seen) == ["sums", "doubles"]
    assert judge.judged == ["sums", "doubles", "totals"]
    assert at(seen) == ("totals", "incomplete")


def test_several_solved_at_once_are_all_seen(checkout):
    for slug in ("sums", "doubles", "totals"):
        checkout.answer(slug)
    seen, _, _ = step(checkout)
    assert fresh(seen) == ["sums", "doubles", "totals"]
    assert seen.current is None


def test_a_wrong_koan_is_the_current_one_whatever_comes_later(checkout):
    checkout.answer("sums", "5")
    checkout.answer("doubles")
    seen, judge, _ = step(checkout)
    assert at(seen) == ("sums", "wrong")
    assert judge.judged == ["sums"]


def test_what_is_left_over_is_closed(checkout):
    checkout.answer("sums", "5")
    _, judge, _ = step(checkout)
    assert judge.closed


def test_an_interrupt_closes_the_judge(checkout, monkeypatch):
    checkout.answer("sums")
    judge = Counting(checkout.home)

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(walk, "attempt", interrupt)
    with pytest.raises(KeyboardInterrupt):
        step(checkout, judge)
    assert judge.closed


def test_the_same_wrong_answer_is_recorded_once(checkout):
    checkout.answer("sums", "5")
    step(checkout)
    _, _, attempts = step(checkout)
    assert attempts == 1


def test_another_wrong_answer_is_recorded_too(checkout):
    checkout.answer("sums", "5")
    step(checkout)
    checkout.answer("sums", "3")
    _, _, attempts = step(checkout)
    assert attempts == 2


def test_a_koan_after_the_current_one_is_unjudged_until_its_turn(checkout):
    checkout.answer("doubles")
    lesson = checkout.lesson("doubles")
    assert walk.state(Judge(checkout.home).look(lesson), None) == "unjudged"


def test_no_lesson_is_an_error(checkout):
    with (
        journal.opened(checkout.home.records / "journal.db", NOW) as record,
        pytest.raises(SenseiError, match="no lesson"),
    ):
        walk.walk([], Counting(checkout.home), record, NOW)


# --- what needs a GPU ----------------------------------------------------------


@pytest.fixture
def mixed(tmp_path):
    """A sum, a lesson that needs a GPU, and a repair."""
    lessons = {
        "01_first/test_01_sums.py": SUM,
        "01_first/test_02_doubles.py": ON_GPU,
        "02_second/test_01_totals.py": REPAIR,
    }
    return Checkout(tmp_path / "mixed", lessons)


def test_what_needs_a_gpu_is_passed_over_without_one(mixed):
    mixed.answer("sums")
    seen, judge, _ = step(mixed)
    assert at(seen) == ("totals", "incomplete")
    assert "doubles" not in judge.judged


def test_the_end_of_the_path_counts_what_needs_a_gpu(mixed):
    mixed.answer("sums")
    mixed.answer("totals")
    seen, _, _ = step(mixed)
    assert seen.current is None
    assert (seen.passed, seen.elsewhere) == (2, 1)


@pytest.mark.parametrize("device", ["cuda", "cuda:1"])
def test_what_needs_a_gpu_comes_where_one_is_asked_for(mixed, device):
    mixed.answer("sums")
    seen, _, _ = step(mixed, Counting(mixed.home, device))
    assert at(seen) == ("doubles", "incomplete")


def test_nobody_asks_for_a_gpu_before_a_koan_needs_one(mixed, monkeypatch):
    asked = []
    monkeypatch.setattr(walk, "has_gpu", lambda: asked.append(1))
    step(mixed)
    assert asked == []


def test_without_a_driver_torch_is_not_asked(monkeypatch):
    monkeypatch.undo()
    monkeypatch.setattr(devices, "_has_driver", lambda: False)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("asked"))
    devices.has_gpu.cache_clear()
    assert not devices.has_gpu()
    devices.has_gpu.cache_clear()


def test_a_device_that_is_likely_there_is_left_to_pytest(monkeypatch):
    """So that a session on a GPU machine starts before torch is imported."""
    monkeypatch.setattr(devices, "_has_driver", lambda: True)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("asked"))
    devices.check(Path(), "cuda")
    devices.check(Path(), "cuda:1")


# --- the first open koan -------------------------------------------------------


def first_open(checkout, device="cpu"):
    with journal.opened(checkout.home.records / "journal.db", NOW) as record:
        judge = Judge(checkout.home, device)
        lesson = walk.first_open(checkout.lessons(), judge, record)
    return lesson.slug if lesson else None


def test_the_first_open_koan_is_the_current_one(mixed):
    assert first_open(mixed) == "sums"
    mixed.answer("sums")
    step(mixed)
    assert first_open(mixed) == "totals"


def test_at_the_end_no_koan_is_open(checkout):
    for slug in ("sums", "doubles", "totals"):
        checkout.answer(slug)
    step(checkout)
    assert first_open(checkout) is None


def test_a_walk_with_real_runs_ends_where_the_path_does(checkout):
    for slug in ("sums", "doubles", "totals"):
        checkout.answer(slug)
    with contextlib.closing(Judge(checkout.home).judge(checkout.lessons())) as verdicts:
        assert [verdict.verdict for verdict in verdicts] == ["passed"] * 3
