"""What a learner sees: the screen of every verdict, and of the sizes between."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sensei.live.app import Koans
from sensei.verdict import Run
from sensei.verdict import Test as Seen
from tests.checkout import Checkout
from tests.live import PASSED, Pool, drive, golden, ran, screen, session, settled, until

WRONG = Seen(
    "test_the_sum_of_three", "failed", 0.01, "AssertionError", "", 11, "9", "8"
)
WRONG = replace(WRONG, off="It is off by one.")
FAILED = replace(PASSED, outcome="failed", test="test_it_doubles", line=13)
TIMEOUT = ("Timeout (0:00:10)!", '  File "{file}", line 10 in double')

SCENES = {
    "incomplete": ("sums", None, None),
    "wrong": ("sums", "8", ran(WRONG)),
    "wrong_and_listed": ("sums", "5", ran(replace(WRONG, right="5"))),
    "wrong_code": (
        "doubles",
        "return x",
        ran(
            replace(
                FAILED,
                exception="AssertionError",
                message="assert 4 == 8",
                line=14,
                left="4",
                right="8",
            )
        ),
    ),
    "wrong_error": (
        "doubles",
        "return x.twice",
        ran(
            replace(
                FAILED,
                exception="AttributeError",
                message="'int' object has no attribute 'twice'",
                line=10,
            )
        ),
    ),
    "broken": ("sums", "[8", None),
    "banned": ("sums", "sum(numbers)", None),
    "timeout": ("doubles", "while True:\n    pass", Run(stack=TIMEOUT)),
    "crashed": ("doubles", "import os\nos._exit(3)", Run(code=3)),
    "skipped": (
        "doubles",
        "return 2 * x",
        ran(replace(PASSED, outcome="skipped", message="needs a GPU: torch sees none")),
    ),
    "passed": ("sums", "9", ran(PASSED)),
    "passed_otherwise": ("doubles", "twice = x + x\nreturn twice", ran(PASSED)),
}


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path / "checkout")


def app_of(checkout, name):
    """Return an app that shows a koan as it is after this answer and this run."""
    slug, answer, run = SCENES[name]
    if answer is not None:
        checkout.answer(slug, answer)
    if run is not None and run.stack:
        file = str(checkout.file(slug))
        run = replace(run, stack=tuple(x.format(file=file) for x in run.stack))
    app = Koans(session(checkout, Pool(run)), environment={})
    if slug == "doubles":
        checkout.answer("sums")
    return app


def show(checkout, name, size=(80, 24), **options):
    app = app_of(checkout, name)
    for key, value in options.items():
        setattr(app, key, value)
    slug = SCENES[name][0]
    seen = []

    async def story(pilot):
        app.session.show(checkout.lesson(slug))
        app.draw()
        app.judge_if_new()
        await settled(pilot)
        await pilot.pause()
        seen.append(screen(app))

    drive(app, story, size)
    return seen[0]


@pytest.mark.parametrize("name", SCENES)
def test_the_screen_of_every_verdict(checkout, name):
    shown = show(checkout, name)
    assert shown == golden(name, shown)


def test_the_screen_of_an_altered_koan(checkout):
    checkout.edit("sums", "numbers = [2, 3, 4]", "numbers = [2, 3, 5]")
    checkout.edit("sums", "sum(numbers) == __", "sum(numbers) == 9")
    shown = show(checkout, "incomplete")
    assert shown == golden("altered", shown)


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 40), (160, 45)])
def test_every_size_shows_the_line_of_the_blank_and_all_keys(checkout, size):
    shown = show(checkout, "incomplete", size)
    assert "assert sum(numbers) == __" in shown
    for key in ("next", "hint", "solution", "list", "reset", "open", "guide", "quit"):
        assert key in shown


LONG = "\n".join([*(f"step_{i} = {i}" for i in range(20)), "return 2 * x"])


def test_a_long_success_is_shown_whole_on_a_page_of_its_own(checkout):
    checkout.answer("doubles", LONG)
    app = Koans(session(checkout), environment={})
    checkout.answer("sums")

    async def story(pilot):
        app.judge(checkout.lesson("doubles"))
        await until(pilot, lambda: app.verdicts and app.cut)
        shown = screen(app)
        assert "koan 2 of 3" in shown.splitlines()[0]
        assert shown.splitlines()[-1].endswith("a all  q quit")
        assert "goes on" not in shown
        await pilot.press("a", "pagedown", "pagedown")
        await pilot.pause()
        assert "enter goes on" in screen(app)
        await pilot.press("escape", "enter")
        await pilot.pause()
        assert "koan 2 of 3" not in screen(app)

    drive(app, story)


def test_nothing_is_cut_where_all_of_it_is_in_sight(checkout):
    assert " all " not in show(checkout, "passed_otherwise")


@pytest.mark.parametrize("outcome", ["passed", "failed"])
def test_what_was_printed_is_shown(checkout, outcome):
    said = "".join(f"line {i}\n" for i in range(9))
    seen = replace(FAILED, outcome=outcome, output=said, exception="AssertionError")
    checkout.answer("doubles", "print(x)\nreturn 2 * x")
    checkout.answer("sums")
    app = Koans(session(checkout, Pool(ran(seen))), environment={})

    async def story(pilot):
        app.judge(checkout.lesson("doubles"))
        await until(pilot, lambda: app.verdicts)
        shown = screen(app)
        assert "printed  ..." in shown
        assert "line 8" in shown
        assert "line 2" not in shown

    drive(app, story)


def test_a_long_path_keeps_its_line_where_it_is_narrow(checkout):
    from sensei.live.panes import end_of

    path = "koans/01_creation/test_09_bytes.py:18"
    assert end_of(path, 80) == path
    assert end_of(path, 32) == "01_creation/test_09_bytes.py:18"
    assert end_of(path, 20) == "test_09_bytes.py:18"
    assert end_of(path, 12) == "...tes.py:18"


def test_an_answer_of_several_lines_is_shown_without_its_margin(checkout):
    raw = "[\n        4,\n        5,\n    ]"
    assert checkout.lesson("sums").laid_out(raw) == "[\n    4,\n    5,\n]"


def test_without_unicode_every_letter_is_ascii(checkout):
    from sensei.live.panes import Glyphs

    shown = show(checkout, "passed_otherwise", glyphs=Glyphs(unicode=False))
    assert shown.isascii()


def test_a_wrong_prediction_keeps_the_value_to_itself_at_first(checkout):
    shown = show(checkout, "wrong")
    assert "your answer  8" in shown
    assert "it is  " not in shown


def test_the_second_different_attempt_is_told_the_value(checkout):
    app = app_of(checkout, "wrong")
    app.session.tried["sums"] = {"7"}
    seen = []

    async def story(pilot):
        app.judge(checkout.lesson("sums"))
        await until(pilot, lambda: app.verdicts >= 1)
        seen.append(screen(app))

    drive(app, story)
    assert "it is        9" in seen[0]
