"""Bad input, and being stopped: nothing the learner wrote is lost."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sensei import path
from sensei.route import Route
from tests.checkout import REPOSITORY, Checkout, environment, interruptible

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path / "checkout")


def snapshot(checkout):
    """Return every file of the koans, byte by byte."""
    return {
        file: file.read_bytes()
        for file in sorted(checkout.home.koans.rglob("*.py"))
        if "__pycache__" not in file.parts
    }


# --- bad input -----------------------------------------------------------------


BAD = {
    "broken": "x = (",
    "crashed": None,
    "altered": "",
}


@pytest.mark.parametrize("verdict", BAD)
def test_one_bad_koan_leaves_the_others_usable_and_the_files_alone(checkout, verdict):
    bad = BAD[verdict]
    if bad is None:
        checkout.answer("doubles", "import os; os._exit(1)")
    else:
        checkout.file("doubles").write_text(bad)
    checkout.answer("sums")
    checkout.answer("totals")
    before = snapshot(checkout)
    ran = checkout.sensei("koans")
    assert f" {verdict} " in ran.stdout
    assert "1 of 3 passed" in ran.stdout
    assert checkout.sensei("run", "totals").returncode == 0
    assert snapshot(checkout) == before


def test_a_file_that_is_not_utf8_can_still_be_shown(checkout):
    file = checkout.file("sums")
    file.write_bytes(file.read_bytes().replace(b"__", b"'\xe9'"))
    ran = checkout.sensei("koans")
    assert ran.returncode == 1
    assert "not UTF-8" in ran.stdout


@pytest.mark.parametrize("text", ["def double(x):\n", "\n", "\n\n'''open"])
def test_an_error_at_the_end_of_the_file_can_still_be_shown(checkout, text):
    checkout.file("sums").write_text(text)
    ran = checkout.sensei("koans")
    assert (ran.returncode, ran.stderr) == (1, "")


def test_a_file_that_is_gone_is_told_and_reset_brings_it_back(checkout):
    checkout.file("sums").unlink()
    assert "The file is gone." in checkout.sensei("koans").stdout
    assert checkout.sensei("reset", "sums").returncode == 0
    assert checkout.file("sums").exists()


def test_a_corrupt_record_is_told_once_and_stops_nothing(checkout):
    checkout.answer("sums")
    checkout.home.records.mkdir()
    (checkout.home.records / "journal.db").write_bytes(b"garbage" * 999)
    ran = checkout.sensei("koans")
    assert "1 of 3 passed" in ran.stdout
    assert "The record was corrupt" in ran.stderr
    assert checkout.sensei("koans").stderr == ""


def test_a_record_that_cannot_be_written_is_told_and_stops_nothing(checkout):
    checkout.answer("sums")
    checkout.home.records.write_text("a file where the folder should be")
    ran = checkout.sensei("koans")
    assert "1 of 3 passed" in ran.stdout
    assert "Nothing is recorded" in ran.stderr


def test_a_koan_that_cannot_be_backed_up_is_not_reset(checkout):
    checkout.answer("sums", "24")
    before = snapshot(checkout)
    checkout.home.records.write_text("a file where the folder should be")
    ran = checkout.sensei("reset", "sums")
    assert ran.returncode == 2
    assert "stays as it is" in " ".join(ran.stderr.split())
    assert snapshot(checkout) == before


def test_a_lesson_that_vanishes_while_the_path_is_read_is_told(checkout):
    home = checkout.home
    assert len(home.files) == 3  # listed now, and read below
    home.files[1].unlink()
    found = path.read(home)
    assert [lesson.slug for lesson in found.lessons] == ["sums", "totals"]
    assert [str(fault) for fault in found.faults] == [
        "solutions/01_first/test_02_doubles.py:1: the lesson cannot be read: "
        "No such file or directory. See whether the file is there, and is yours to "
        "read."
    ]


def test_a_lesson_that_vanishes_is_on_no_short_path(checkout):
    checkout.home.files[1].unlink()
    assert Route(track="essential").paths(checkout.home) == ()


def test_an_unknown_command_is_a_usage_error(checkout):
    ran = checkout.sensei("koan")
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr


# --- stopping ------------------------------------------------------------------


@pytest.fixture
def hears_ctrl_c():
    with interruptible():
        yield


def _wait_for(condition, seconds=120.0):
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it did not come"
        time.sleep(0.02)


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks at Linux processes")
@pytest.mark.usefixtures("hears_ctrl_c")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_in_an_endless_loop_it_leaves_nothing_behind(
    checkout, tmp_path, number
):
    mark = tmp_path / "running"
    checkout.answer("sums")
    note = (
        f"import os\nwith open({str(mark)!r}, 'w') as out:\n"
        "    print(os.getpid(), file=out)"
    )
    checkout.answer("doubles", f"{note}\nwhile True:\n    x += 1")
    before = snapshot(checkout)
    process = subprocess.Popen(
        checkout.command("koans"),
        cwd=REPOSITORY,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        _wait_for(lambda: mark.exists() and mark.read_text().endswith("\n"))
        probe = int(mark.read_text())
        process.send_signal(number)
        _, errors = process.communicate(timeout=120)
    assert process.returncode == 128 + number
    assert errors == "Stopped. Your files are as you left them.\n"
    _wait_for(lambda: not Path(f"/proc/{probe}").exists())
    assert snapshot(checkout) == before
    [sums, *_] = json.loads(checkout.sensei("list", "--json").stdout)
    assert sums["state"] == "passed"  # it was recorded before the stop


@posix
@pytest.mark.usefixtures("hears_ctrl_c")
@pytest.mark.parametrize("delay", [0.02, 0.1, 0.2, 0.3, 0.45])
def test_ctrl_c_at_any_moment_loses_nothing(checkout, delay):
    checkout.answer("sums")
    checkout.answer("doubles", "return 3")
    before = snapshot(checkout)
    process = subprocess.Popen(
        checkout.command("koans"),
        cwd=REPOSITORY,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with process:
        time.sleep(delay)  # the moment is what is varied
        process.send_signal(signal.SIGINT)
        process.wait(timeout=120)
    assert snapshot(checkout) == before
    after = checkout.sensei("koans")
    assert after.stderr == ""
    assert "1 of 3 passed" in after.stdout


@posix
def test_a_reader_that_goes_away_is_no_error(checkout):
    command = " ".join(checkout.command("list", "--json"))
    ran = subprocess.run(
        ["bash", "-c", f"{command} | true"],
        cwd=REPOSITORY,
        env=environment(),
        capture_output=True,
        text=True,
    )
    assert ran.stderr == ""


def test_a_fault_of_ours_is_a_message_and_a_file(checkout):
    """A learner never sees a traceback: here the lessons' folder cannot be listed."""
    arguments = ["sensei", "--root", str(checkout.home.root)]
    code = (
        "import sys; from sensei import entry, path\n"
        "def fail(home): raise RuntimeError('a fault')\n"
        f"path.read = fail; sys.argv = {arguments!r}\n"
        "entry.entry()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=REPOSITORY,
        env=environment(),
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 3
    assert "a fault of ours: RuntimeError: a fault" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert "RuntimeError" in (checkout.home.records / "error.txt").read_text()
