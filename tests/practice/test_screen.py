"""The screen of a session, with a clock of its own and no process that judges."""

from __future__ import annotations

import asyncio
import shutil
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from sensei import path
from sensei.judge import Judge
from sensei.lesson import Lesson
from sensei.live.dialogs import Question, Reading
from sensei.path import Home
from sensei.practice import hall
from sensei.practice.app import Hall
from sensei.practice.asked import Asked
from sensei.practice.frame import PARTS
from sensei.practice.judging import Judging
from sensei.practice.session import Session
from sensei.verdict import Run, Verdict
from tests.practice.learners import Clock, Notes

ROOT = Path(__file__).resolve().parents[2]
TOPIC = "01_creation"


@dataclass
class Still:
    """A pool that starts no process."""

    ready: bool = True

    def prepare(self) -> None: ...

    def stop(self) -> int:
        return 0

    def close(self) -> None: ...


@dataclass
class Fake:
    """The app with all that it works on."""

    app: Hall
    clock: Clock
    notes: Notes
    home: Home

    @property
    def lesson(self) -> Lesson:
        return self.app.lesson

    @property
    def file(self) -> Path:
        return self.app.file

    def save(self, answer: str | None = None) -> None:
        """Write an answer into the open item, the right one by default."""
        text = self.lesson.fill_koan(self.lesson.answer if answer is None else answer)
        self.file.write_text(text, encoding="utf-8")

    @property
    def question(self) -> str:
        """What is asked now, empty where nothing is."""
        screen = self.app.screen
        return screen.question if isinstance(screen, Question) else ""

    def shown(self, name: str) -> str:
        widget = self.app.query_one(PARTS[name], Static)
        with self.app.console.capture() as captured:
            self.app.console.print(widget.content)
        return captured.get()


class Answers(Judging):
    """Judges without a process: the lesson's own answer is right."""

    free = threading.Event()
    free.set()

    def by_run(self, lesson: Lesson, seen: object) -> Verdict | None:
        self.free.wait(10)
        right = self.judge.look(lesson).answer == lesson.answer
        verdict = self.judge.verdict(lesson, self.judge.look(lesson), Run())
        return replace(verdict, verdict="passed" if right else "wrong", message="so")


@pytest.fixture
def fake(tmp_path: Path) -> Fake:
    for name in ("solutions", "koans"):
        shutil.copytree(ROOT / name / TOPIC, tmp_path / name / TOPIC)
    home = Home(tmp_path)
    found = path.read(home)
    clock, notes = Clock(), Notes()

    class Empty:
        trouble = ""

        def read(self, *rest: object) -> list[tuple[object, ...]]:
            return []

    asked = Asked(new=100)
    begin = hall.prepare(found, asked, Empty(), clock.now(), resume=False).begin  # type: ignore[arg-type]
    session = Session(begin, notes, clock, clock.now)
    judging = Answers(Judge(hall.home_of(home)), Still())  # type: ignore[arg-type]
    app = Hall(home, found, session, judging, notes)  # type: ignore[arg-type]
    return Fake(app, clock, notes, home)


Act = Callable[[Fake, "Pilot[None]"], Awaitable[None]]


def drive(fake: Fake, act: Act) -> None:
    async def run() -> None:
        async with fake.app.run_test(size=(80, 40)) as pilot:
            await pilot.pause()
            await act(fake, pilot)

    asyncio.run(run())


async def until(true: Callable[[], bool]) -> None:
    """Wait for what happens in another task, for ten seconds at most."""
    for _ in range(1000):
        if true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not happen")


def test_the_item_is_a_fresh_copy_and_the_koan_is_not_touched(fake: Fake) -> None:
    before = {f: f.read_bytes() for f in fake.home.koans.rglob("*.py")}

    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        assert fake.file == fake.home.root / "practice" / fake.lesson.path
        assert fake.file.read_text(encoding="utf-8") == fake.lesson.koan
        fake.save("wrong")
        await until(lambda: bool(fake.notes.steps[1:]))

    drive(fake, act)
    assert {f: f.read_bytes() for f in fake.home.koans.rglob("*.py")} == before


def test_a_right_answer_brings_the_next_item(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        first = fake.lesson
        fake.clock.seconds += 3
        fake.save()
        await until(lambda: fake.lesson is not first)
        assert [r.grade for r in fake.notes.results] == ["easy"]
        assert "Easy" in fake.shown("status")
        fake.save(fake.lesson.wrongs[0].code)
        await until(lambda: fake.app.session.tries == 1)
        assert "Easy" not in fake.shown("status")

    drive(fake, act)


def test_a_wrong_answer_keeps_the_item(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        first = fake.lesson
        fake.save(first.wrongs[0].code)
        await until(lambda: fake.app.session.tries == 1)
        assert fake.lesson is first
        assert "wrong" in fake.shown("verdict")

    drive(fake, act)


def test_a_pause_hides_the_item(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        await pilot.press("p")
        fake.clock.seconds += 300
        assert "Paused" in fake.shown("idea")
        assert fake.shown("code").strip() == ""
        await pilot.press("p")
        assert fake.app.session.left == 900

    drive(fake, act)


def test_a_hint_is_shown_and_counted(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        await pilot.press("h")
        assert "hint 1 of" in fake.shown("verdict")
        assert fake.app.session.hints == 1

    drive(fake, act)


def test_the_solution_stays_until_enter(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        first = fake.lesson
        await pilot.press("s")
        assert "counts as again" in fake.question
        await pilot.press("y")
        assert fake.lesson is first
        assert "goes on" in fake.shown("verdict")
        assert "hint" not in fake.shown("keys")
        fake.save()
        await until(lambda: "This one is over" in fake.shown("status"))
        await pilot.press("enter")
        assert fake.lesson is not first
        assert [r.outcome for r in fake.notes.results] == ["revealed"]

    drive(fake, act)


def test_what_is_cut_is_shown_whole_on_a_page_that_a_success_closes(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        first = fake.lesson
        assert not fake.app.cut
        await pilot.resize_terminal(60, 12)
        fake.save(first.wrongs[0].code)
        await until(lambda: fake.app.session.tries == 1)
        await pilot.press("h", "h")
        await until(lambda: fake.app.cut)
        assert "all" in fake.shown("keys")
        await pilot.press("a")
        await pilot.pause()
        assert isinstance(fake.app.screen, Reading)
        fake.save()
        await until(lambda: fake.lesson is not first)
        await pilot.pause()
        assert not isinstance(fake.app.screen, Reading)

    drive(fake, act)


def test_a_skip_brings_the_next_item(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        first = fake.lesson
        await pilot.press("n")
        assert "counts as again" in fake.question
        await pilot.press("enter")
        assert fake.lesson is not first
        assert [r.outcome for r in fake.notes.results] == ["skipped"]

    drive(fake, act)


@pytest.mark.parametrize("key", ["n", "s", "q"])
def test_what_is_not_wanted_after_all_does_not_happen(fake: Fake, key: str) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        first = fake.lesson
        await pilot.press(key)
        fake.clock.seconds += 5
        await pilot.press("n")
        assert (fake.lesson, fake.question) == (first, "")
        assert fake.app.session.spent == 5
        assert fake.notes.results == []

    drive(fake, act)


def test_a_question_about_an_item_that_has_ended_is_void(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        first = fake.lesson
        await pilot.press("n")
        fake.save()
        await until(lambda: fake.lesson is not first)
        await pilot.pause()
        assert fake.question == ""
        assert [r.outcome for r in fake.notes.results] == ["right"]

    drive(fake, act)


def test_when_the_time_is_up_an_item_is_dropped_without_a_question(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        fake.clock.seconds += 1000
        await pilot.press("n")
        assert [r.outcome for r in fake.notes.results] == ["dropped"]

    drive(fake, act)


def test_an_item_can_be_left_while_its_tests_run(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        first = fake.lesson
        Answers.free.clear()
        try:
            fake.save()
            await until(lambda: fake.app.session.state == "running")
            await pilot.press("n", "y")
            assert fake.lesson is not first
        finally:
            Answers.free.set()
        await fake.app.workers.wait_for_complete(
            [worker for worker in fake.app.workers if worker.name == "run_tests"]
        )
        assert [r.outcome for r in fake.notes.results] == ["skipped"]

    drive(fake, act)


def test_a_deleted_file_is_put_back_as_it_was_saved_last(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        fake.save(fake.lesson.wrongs[0].code)
        text = fake.file.read_text(encoding="utf-8")
        await until(lambda: fake.app.session.tries == 1)
        fake.file.unlink()
        await until(lambda: fake.file.exists())
        assert fake.file.read_text(encoding="utf-8") == text
        await until(lambda: "was gone" in fake.app.notice)

    drive(fake, act)


def test_a_renamed_file_is_put_back(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        file = fake.file
        file.rename(file.with_name("mine.py"))
        await until(file.exists)
        assert file.with_name("mine.py").exists()

    drive(fake, act)


def test_a_file_that_could_not_be_put_back_is_when_it_can(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        file, folder = fake.file, fake.home.root / "practice"
        shutil.rmtree(folder)
        folder.write_text("in the way")
        await until(lambda: "cannot be written" in fake.app.notice)
        folder.unlink()
        await pilot.pause()
        fake.app.retry()
        assert file.exists()

    drive(fake, act)


def test_a_deleted_folder_is_put_back(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        file = fake.file
        shutil.rmtree(fake.home.root / "practice")
        await until(file.exists)

    drive(fake, act)


def test_begin_again_keeps_what_was_there(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        fake.save(fake.lesson.wrongs[0].code)
        await until(lambda: fake.app.session.tries == 1)
        await pilot.press("r")
        assert fake.file.read_text(encoding="utf-8") == fake.lesson.koan
        assert list((fake.home.records / "backup").rglob("*.py"))

    drive(fake, act)


def test_when_the_time_is_up_it_is_said_and_the_item_stays(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        first = fake.lesson
        fake.clock.seconds += 1000
        await until(lambda: "The time is up" in fake.app.notice)
        assert fake.lesson is first
        fake.save()
        await until(lambda: fake.app.session.state == "over")
        assert [r.outcome for r in fake.notes.results] == ["right"]

    drive(fake, act)


def test_ctrl_c_leaves_the_session_open_in_the_record(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+c")
        assert fake.app.session.left_early

    drive(fake, act)
    assert fake.notes.endings == []


def test_q_ends_the_session_and_keys_typed_ahead_do_nothing(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        await pilot.press("q")
        assert "does not count" in fake.question
        await pilot.press("y", "h", "s", "y", "n", "y")
        assert fake.app.check_action("reveal", ()) is False

    drive(fake, act)
    assert len(fake.notes.endings) == 1
    assert [r.outcome for r in fake.notes.results] == ["dropped"]
    assert fake.app.session.hints == 0


def test_q_says_what_it_costs_to_leave_an_item_that_was_begun(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        await pilot.press("h", "q")
        assert "counts as given up" in fake.question
        await pilot.press("y")

    drive(fake, act)
    assert [r.grade for r in fake.notes.results] == ["again"]


def test_what_there_is_to_say_at_the_beginning_is_said_until_a_save(fake: Fake) -> None:
    fake.app.said = "You go on with the session of 14:05: 7 minutes left."

    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        assert "session of 14:05" in fake.shown("status")
        fake.save(fake.lesson.wrongs[0].code)
        await until(lambda: fake.app.session.tries == 1)
        assert "session of 14:05" not in fake.shown("status")

    drive(fake, act)


def test_what_was_not_recorded_is_told_until_it_is(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        fake.notes.trouble = "database is locked"
        fake.app.retry()
        assert "locked" in fake.shown("status")
        fake.notes.free = True
        fake.app.retry()
        assert "written again" in fake.shown("status")

    drive(fake, act)


def test_a_long_path_keeps_its_end_where_it_is_narrow(fake: Fake) -> None:
    async def act(fake: Fake, pilot: Pilot[None]) -> None:
        await pilot.resize_terminal(40, 20)
        await pilot.pause()
        name = fake.file.name
        shown = fake.shown("path").strip()
        assert shown.startswith("...")
        assert f"{name}:{fake.lesson.line}".endswith(shown.removeprefix("..."))

    drive(fake, act)
