"""Koans run in processes of their own: they may do what they like in there."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

import pytest

from sensei import runner
from sensei.errors import SenseiError
from sensei.verdict import Run
from sensei.wording import missing
from tests.checkout import Checkout

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX processes")
linux = pytest.mark.skipif(not Path("/proc").exists(), reason="reads /proc")


@pytest.fixture
def run(tmp_path):
    """Write each body as the test of one file and run them in order."""
    checkout = Checkout(tmp_path / "checkout", {})

    def run(*bodies: str, timeout: float = 20.0, device: str = "cpu"):
        files = []
        for number, body in enumerate(bodies):
            file = checkout.home.koans / f"test_{number:02}_file.py"
            file.write_text(body, encoding="utf-8")
            files.append(file)
        return runner.run(
            checkout.home.root, files, device=device, seed=0, timeout=timeout
        )

    return run


def test(body: str) -> str:
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    return f"def test_it():\n{lines}"


test.__test__ = False


def write_pid(file: Path, how: str = "w") -> str:
    """Return code that writes its process's id to a file."""
    lines = f"import os\nwith open({str(file)!r}, {how!r}) as out:\n"
    return lines + "    out.write(f'{os.getpid()} ')"


def outcomes(seen: Run) -> list[str]:
    assert seen.complete
    return [one.outcome for one in seen.tests]


def alive(pid: int) -> bool:
    """Say whether a process runs; one that is dead and not yet waited for does not."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
    return text.rpartition(")")[2].split()[0] != "Z"


def processes() -> list[int]:
    return [
        int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()
    ]


def group(pid: int) -> int | None:
    """Return the process group of a process that runs."""
    try:
        return os.getpgid(pid) if alive(pid) else None
    except ProcessLookupError:
        return None


def wait_for(condition, seconds=20.0):
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it did not come"
        time.sleep(0.01)


def test_a_failed_comparison_is_seen_from_both_sides(run):
    [seen] = run(test("assert [1, 2] == (1, 2)"))
    [failed] = seen.tests
    assert (failed.outcome, failed.line) == ("failed", 2)
    assert (failed.left, failed.right, failed.kind) == ("[1, 2]", "(1, 2)", "list")


def test_several_files_share_one_process(run, tmp_path):
    note = test(write_pid(tmp_path / "pids", "a"))
    for seen in run(note, note, note):
        assert outcomes(seen) == ["passed"]
    assert len(set((tmp_path / "pids").read_text().split())) == 1


def test_a_missing_module_is_told_with_its_line(run):
    [seen] = run("import math\nimport no_such_module\n\ndef test_it(): pass\n")
    assert seen.error is not None
    assert (seen.error.exception, seen.error.line) == ("ModuleNotFoundError", 2)


def test_sys_exit_in_a_test_costs_only_itself(run):
    first, second = run(test("import sys; sys.exit()"), test("pass"))
    assert first.tests[0].exception == "SystemExit"
    assert outcomes(second) == ["passed"]


@pytest.mark.parametrize(
    "stop", ["import sys; sys.exit(0)", "raise KeyboardInterrupt", "exit()"]
)
def test_a_stop_at_import_costs_only_itself(run, stop):
    first, second = run(f"{stop}\n" + test("pass"), test("pass"))
    assert first.error is not None
    assert outcomes(second) == ["passed"]


def test_a_keyboard_interrupt_in_a_test_costs_only_itself(run):
    first, second = run(test("raise KeyboardInterrupt"), test("pass"))
    assert first.error is not None
    assert outcomes(second) == ["passed"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("import os; os._exit(0)", 0),
        pytest.param(
            "import os, signal; os.kill(os.getpid(), signal.SIGKILL)", -9, marks=posix
        ),
        pytest.param("import ctypes; ctypes.string_at(0)", -11, marks=posix),
    ],
)
def test_a_crash_costs_only_itself(run, body, code):
    before, crashed, after = run(test("pass"), test(body), test("pass"))
    assert outcomes(before) == ["passed"]
    assert (crashed.complete, crashed.code) == (False, code)
    assert outcomes(after) == ["passed"]


@posix
def test_a_segmentation_fault_tells_the_line(run):
    [seen] = run("\n\n" + test("import ctypes\nctypes.string_at(0)"))
    assert any("test_00_file.py" in entry and "line 5" in entry for entry in seen.stack)


def test_what_one_file_leaves_ticking_does_not_hit_the_next(run):
    bomb = "import os, threading\nthreading.Timer(0.4, os._exit, [7]).start()"
    first, second = run(test(bomb), test("import time\ntime.sleep(0.8)"))
    assert outcomes(first) == ["passed"]
    assert outcomes(second) == ["passed"]


def test_an_endless_loop_costs_only_itself(run):
    first, second = run(test("while True:\n    pass"), test("pass"), timeout=0.5)
    assert first.stack[0].startswith("Timeout")
    assert outcomes(second) == ["passed"]


def test_a_hundred_megabytes_of_output_are_swallowed(run):
    [seen] = run(test("for _ in range(100):\n    print('x' * 2**20)"))
    assert outcomes(seen) == ["passed"]
    assert len(seen.tests[0].output) <= 4000


@posix
def test_endless_output_is_stopped(run):
    [seen] = run(test("while True:\n    print('x' * 2**22)"))
    assert seen.tests[0].exception == "OSError"


def test_what_a_test_prints_cannot_pass_for_facts(run):
    forged = '{"done": "x", "tests": [], "error": null}'
    [seen] = run(
        test(f"import os, sys\nprint('{forged}')\nos.write(1, b'''{forged}\\n''')")
    )
    assert outcomes(seen) == ["passed"]


def test_a_test_cannot_wait_for_the_keyboard(run):
    [seen] = run(test("input()"))
    assert outcomes(seen) == ["failed"]


def test_values_that_cannot_be_shown_do_not_stop_the_report(run):
    bad = (
        "class Bad:\n"
        "    def __repr__(self): raise ValueError('no')\n"
        "    def __eq__(self, other): return False\n"
    )
    [seen] = run(bad + test("assert Bad() == Bad()"))
    assert outcomes(seen) == ["failed"]


def test_an_error_that_cannot_be_shown_does_not_stop_the_report(run):
    bad = "class Bad(Exception):\n    def __str__(self): raise ValueError('no')\n"
    [seen] = run(bad + test("raise Bad"))
    assert seen.tests[0].exception == "Bad"


@posix
def test_a_child_left_behind_is_not_waited_for(run):
    child = "import os, time\nif os.fork() == 0:\n    time.sleep(100)\nos._exit(4)"
    began = time.monotonic()
    [seen] = run(test(child))
    assert seen.code == 4
    assert time.monotonic() - began < 15


@linux
def test_what_is_still_running_ends_with_the_walk(run, tmp_path):
    note = test(write_pid(tmp_path / "pid"))
    with contextlib.closing(run(note, test("while True:\n    pass"))) as seen:
        assert outcomes(next(seen)) == ["passed"]
        pid = int((tmp_path / "pid").read_text())
        assert alive(pid)
    assert not alive(pid)


@linux
def test_children_end_with_the_koan_that_started_them(run, tmp_path):
    child = "import time\nif os.fork() == 0:\n    time.sleep(100)"
    [seen] = run(test(f"{write_pid(tmp_path / 'pid')}\n{child}"))
    assert outcomes(seen) == ["passed"]
    parent = int((tmp_path / "pid").read_text())
    wait_for(lambda: not any(group(pid) == parent for pid in processes()))


def test_a_device_that_is_not_there_is_an_error_not_a_verdict(run):
    with pytest.raises(SenseiError, match=r"--device tpu: .*Available: cpu"):
        list(run(test("pass"), device="tpu"))


def test_options_and_plugins_of_the_learners_own_do_not_count(run, monkeypatch):
    monkeypatch.setenv("PYTEST_ADDOPTS", "--no-such-option")
    monkeypatch.setenv("PYTEST_PLUGINS", "no_such_plugin")
    [seen] = run(test("pass"))
    assert outcomes(seen) == ["passed"]


@pytest.fixture
def fake_python(tmp_path, monkeypatch):
    """Put a program in Python's place that fails with these last words."""

    def fake(words: str) -> None:
        file = tmp_path / "python"
        file.write_text(f"#!/bin/sh\necho '{words}' >&2\nexit 1\n")
        file.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(file))

    return fake


@posix
def test_a_python_without_pytest_is_told_as_that(run, fake_python):
    fake_python("ModuleNotFoundError: No module named '\\''pytest'\\''")
    with pytest.raises(SenseiError) as told:
        list(run(test("pass")))
    assert str(told.value) == missing("pytest", sys.executable)
    assert f"{sys.executable} -m pip install pytest" in str(told.value)


@posix
def test_a_python_that_cannot_start_is_told_with_its_last_words(run, fake_python):
    fake_python("no such library")
    with pytest.raises(SenseiError, match=r"cannot be started .*: no such library"):
        list(run(test("pass")))


def test_the_environment_of_sensei_is_left_alone(run):
    before = dict(os.environ)
    list(run(test("import os\nos.environ['MINE'] = '1'")))
    assert dict(os.environ) == before
