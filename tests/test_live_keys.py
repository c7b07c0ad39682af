"""The keys of a session do what the foot of its screen says."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from sensei.live.app import Koans
from sensei.live.chooser import matching
from sensei.live.dialogs import Question, Reading
from sensei.live.scene import Row
from tests.checkout import Checkout
from tests.live import PASSED, Pool, drive, ran, screen, session, settled, until


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path / "checkout")


@pytest.fixture
def app(checkout):
    return Koans(session(checkout, Pool(ran(PASSED))), environment={})


def slug(app):
    return app.session.shown.lesson.slug


def test_a_save_is_judged_and_shown(checkout, app):
    async def story(pilot):
        checkout.answer("doubles")
        await until(pilot, lambda: app.verdicts)
        assert slug(app) == "doubles"
        assert "passed" in screen(app)

    drive(app, story)


def test_a_success_stays_until_the_learner_goes_on(checkout, app):
    async def story(pilot):
        checkout.answer("sums")
        await until(pilot, lambda: app.verdicts)
        assert slug(app) == "sums"
        await pilot.press("enter")
        assert slug(app) == "doubles"

    drive(app, story)


def test_a_verdict_is_in_the_record_at_once(checkout, app):
    async def story(pilot):
        checkout.answer("sums")
        await until(pilot, lambda: app.verdicts)
        assert app.session.journal.last()["sums"].verdict == "passed"

    drive(app, story)


def test_each_hint_is_one_more(checkout, app):
    async def story(pilot):
        await pilot.press("h")
        assert "hint 1 of 2" in screen(app)
        assert "hint 2 of 2" not in screen(app)
        await pilot.press("h")
        assert "hint 2 of 2" in screen(app)
        await pilot.press("h")
        assert "That was the last hint" in screen(app)

    drive(app, story)


def test_the_solution_asks_first_and_is_recorded(checkout, app):
    async def story(pilot):
        await pilot.press("s")
        assert isinstance(app.screen, Question)
        await pilot.press("n")
        assert app.session.journal.latest() is None
        await pilot.press("s", "y")
        await pilot.pause()
        assert isinstance(app.screen, Reading)
        assert app.session.journal.latest() == "sums"

    drive(app, story)


def test_a_question_is_void_where_another_koan_is_shown(checkout, app):
    async def story(pilot):
        await pilot.press("s")
        assert "solution of sums" in screen(app)
        checkout.answer("doubles")
        await until(pilot, lambda: app.verdicts)
        assert slug(app) == "doubles"
        assert not isinstance(app.screen, Question)
        assert not app.session.solved

    drive(app, story)


def test_the_solution_asks_once(checkout, app):
    async def story(pilot):
        await pilot.press("s", "y", "escape", "s")
        await pilot.pause()
        assert isinstance(app.screen, Reading)

    drive(app, story)


def test_a_success_closes_the_solution(checkout, app):
    async def story(pilot):
        await pilot.press("s", "y")
        checkout.answer("sums")
        await until(pilot, lambda: app.verdicts)
        assert not isinstance(app.screen, Reading)
        assert "goes on" in screen(app)

    drive(app, story)


def test_another_verdict_is_shown_at_the_foot_of_the_solution(checkout, app):
    async def story(pilot):
        await pilot.press("s", "y")
        checkout.answer("sums", "[9")
        await until(pilot, lambda: app.verdicts)
        assert isinstance(app.screen, Reading)
        assert "broken" in screen(app)

    drive(app, story)


@pytest.mark.parametrize("key", ["g", "l"])
def test_a_success_is_told_over_whatever_is_read(checkout, app, key):
    guide = checkout.home.koans / "01_first" / "README.md"
    guide.write_text("# Firsts\n\nWhat comes first.\n")

    async def story(pilot):
        await pilot.press(key)
        checkout.answer("sums")
        await until(pilot, lambda: app.verdicts)
        await until(pilot, lambda: "passed   A sum counts all" in screen(app))
        await pilot.press("escape")
        await pilot.pause()
        assert "goes on" in screen(app)

    drive(app, story)


def test_what_cannot_be_recorded_is_told_and_hints_go_on(checkout, app):
    app.session.journal._db.execute("PRAGMA query_only = 1")

    async def story(pilot):
        await pilot.press("h", "h")
        assert "hint 2 of 2" in screen(app)
        shown = " ".join(screen(app).split())
        assert "This was not recorded" in shown
        assert "Make the file and its folder writable" in shown

    drive(app, story)


def test_another_session_is_told_of_for_as_long_as_it_lives(checkout):
    there = ["Another session watches these koans."]
    app = Koans(session(checkout), environment={}, other=lambda: there[0])

    async def story(pilot):
        await pilot.pause()
        assert "Another session" in screen(app)
        there[0] = ""
        app.look_around()
        await pilot.pause()
        assert "Another session" not in screen(app)

    drive(app, story)


def test_a_koan_for_another_machine_says_so(checkout, app):
    async def story(pilot):
        await until(pilot, lambda: app.following)
        app.session.elsewhere = frozenset({"totals"})
        await pilot.press("l", *"total", "enter")
        await pilot.pause()
        assert "needs a GPU" in screen(app)

    drive(app, story)


def test_a_session_goes_on_at_the_koan_that_was_left(checkout, app):
    async def story(pilot):
        checkout.answer("sums", "8")
        await until(pilot, lambda: app.verdicts)
        await pilot.press("n", "n")
        assert slug(app) == "totals"
        await pilot.press("q")

    drive(app, story)
    again = session(checkout)
    again.begin()
    assert again.shown.lesson.slug == "totals"


def test_a_reset_asks_and_keeps_a_backup(checkout, app):
    async def story(pilot):
        checkout.answer("sums", "8")
        await until(pilot, lambda: app.verdicts)
        await pilot.press("r", "n")
        assert checkout.file("sums").read_text().endswith("== 8\n")
        await pilot.press("r", "y")
        await pilot.pause()
        assert checkout.file("sums").read_text() == checkout.lesson("sums").koan
        [kept] = (checkout.home.records / "backup" / "sums").iterdir()
        assert kept.read_text().endswith("== 8\n")
        assert "Your file is kept" in screen(app)

    drive(app, story)


def test_the_list_finds_a_koan_by_a_word_and_jumps_there(checkout, app):
    async def story(pilot):
        await pilot.press("l", *"total", "enter")
        await pilot.pause()
        assert slug(app) == "totals"

    drive(app, story)


def test_the_list_jumps_to_a_topic(checkout, app):
    async def story(pilot):
        await pilot.press("l", *"second", "up", "enter")
        await pilot.pause()
        assert slug(app) == "totals"

    drive(app, story)


def test_the_list_says_where_nothing_is_found(checkout, app):
    async def story(pilot):
        await pilot.press("l", *"zzz", "enter")
        await pilot.pause()
        assert "No koan has all of these words" in screen(app)

    drive(app, story)


def test_the_list_is_left_without_a_choice(checkout, app):
    async def story(pilot):
        await pilot.press("l", "t", "escape")
        await pilot.pause()
        assert slug(app) == "sums"
        assert not app.screen.query(Input)

    drive(app, story)


ROWS = [
    Row("01_a/test_01_one.py", "one", "A", "First thing.", "passed", 1),
    Row("01_a/test_02_two.py", "two", "A", "Second thing, not wrong.", "wrong", 2),
    Row("02_b/test_01_three.py", "three", "B", "A wrong turn.", "incomplete", 3),
]


@pytest.mark.parametrize(
    ("words", "which", "found"),
    [
        ("", "all", ["one", "two", "three"]),
        ("thing", "all", ["one", "two"]),
        ("second thing", "all", ["two"]),
        ("02_b", "all", ["three"]),
        ("topic 01", "all", ["one", "two"]),
        ("02", "all", ["three"]),
        ("", "open", ["two", "three"]),
        ("", "passed", ["one"]),
        ("", "tried", ["two"]),
        ("wrong", "all", ["two"]),
        ("passed thing", "all", ["one"]),
        ("3", "all", ["three"]),
        ("/two", "all", ["two"]),
    ],
)
def test_the_list_is_searched_and_filtered(words, which, found):
    assert [row.slug for row in matching(ROWS, words, which)] == found


def test_the_guide_is_rendered(checkout, app):
    guide = checkout.home.koans / "01_first" / "README.md"
    guide.write_text("# Firsts\n\nWhat comes first.\n")

    async def story(pilot):
        await pilot.press("g")
        await until(pilot, lambda: "What comes first" in screen(app))
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, Reading)

    drive(app, story)


def test_a_drawing_wider_than_the_screen_can_be_shifted(checkout, app):
    guide = checkout.home.koans / "01_first" / "README.md"
    guide.write_text(f"# Firsts\n\n```\n{'-' * 70}THE END\n```\n")

    async def story(pilot):
        await pilot.resize_terminal(60, 20)
        await pilot.press("g")
        await until(pilot, lambda: "----" in screen(app))
        assert "THE END" not in screen(app)
        await pilot.press("right", "right", "right")
        await until(pilot, lambda: "THE END" in screen(app))

    drive(app, story)


def test_without_an_editor_the_learner_is_told_how_to_name_one(app):
    async def story(pilot):
        await pilot.press("o")
        assert "KOANS_EDITOR" in screen(app)

    drive(app, story)


def test_next_at_the_end_says_so(checkout, app):
    for name in ("doubles", "totals"):
        checkout.answer(name)

    async def story(pilot):
        await until(pilot, lambda: app.session.passed == 2)
        checkout.answer("sums")
        await until(pilot, lambda: app.verdicts)
        await pilot.press("n")
        assert "You have walked the whole way" in screen(app)

    drive(app, story)


def test_what_was_edited_unseen_is_judged_in_passing(checkout, app):
    checkout.answer("totals")

    async def story(pilot):
        await until(pilot, lambda: app.session.passed == 1)
        assert slug(app) == "sums"

    drive(app, story)


def test_many_files_at_once_leave_the_screen_as_it_is(checkout, app):
    async def story(pilot):
        checkout.answer("doubles")
        checkout.answer("totals")
        app.saved({checkout.file("doubles"), checkout.file("totals")})
        await until(pilot, lambda: app.session.passed == 2)
        assert slug(app) in ("sums", "doubles", "totals")

    drive(app, story)


def test_a_file_that_is_gone_is_altered_and_can_be_reset(checkout, app):
    async def story(pilot):
        checkout.file("sums").unlink()
        await until(pilot, lambda: app.verdicts)
        assert "The file is gone" in screen(app)
        await pilot.press("r", "y")
        await pilot.pause()
        assert checkout.file("sums").exists()

    drive(app, story)


def test_resizing_keeps_the_marked_line_in_sight(checkout, app):
    async def story(pilot):
        for size in ((60, 24), (160, 50), (70, 20), (80, 24)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            await until(pilot, lambda: "sum(numbers) == __" in screen(app))

    drive(app, story)


def test_changed_lessons_begin_the_session_again(checkout, app):
    async def story(pilot):
        await until(pilot, lambda: app.following)
        file = checkout.home.solutions / "01_first" / "test_02_doubles.py"
        file.write_text(file.read_text().replace("Say return.", "Say return it."))
        await until(pilot, lambda: app.again)

    drive(app, story)
    assert app.again


def test_nothing_is_judged_while_an_update_is_half_done(checkout, app):
    async def story(pilot):
        checkout.answer("sums")
        file = checkout.home.records / "update" / "state.json"
        file.parent.mkdir(parents=True)
        file.write_text("{}")
        app.saved({checkout.file("sums")})
        assert not app.running

    drive(app, story)


def test_the_end_waits_for_nothing(checkout):
    pool = Pool()
    app = Koans(session(checkout, pool), environment={})

    async def story(pilot):
        await pilot.press("q")

    drive(app, story)
    assert pool.closed
    assert app.session.closed


def test_a_fault_of_ours_is_kept_and_not_printed(checkout, app, capsys):
    def fails():
        raise ZeroDivisionError("ours")

    app.session.rows = fails

    async def story(pilot):
        await pilot.press("l")

    with pytest.raises(ZeroDivisionError):
        drive(app, story)
    assert isinstance(app.failure, ZeroDivisionError)
    assert "Traceback" not in capsys.readouterr().err
