"""The environment is made whole, or not at all; venv and pip are played here."""

from __future__ import annotations

import ast
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from tests.checkout import REPOSITORY, interruptible

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="plays with sh")

FAKE_VENV = """
import os, pathlib, sys
if os.environ.get("FAKE") == "venv fails":
    sys.exit(1)
folder = pathlib.Path(sys.argv[1])
(folder / "bin").mkdir(parents=True)
(folder / "pyvenv.cfg").write_text("")
python = folder / "bin" / "python"
python.write_text('''#!/bin/sh
echo "$@" >> "$FAKE_LOG"
case "$FAKE" in
    "pip fails") exit 3 ;;
    "pip hangs") touch "$FAKE_LOG.hangs"; exec sleep 60 ;;
esac
''')
python.chmod(0o755)
"""


class Play:
    """A copy of what bootstrap.py reads, with a fake venv on the path."""

    def __init__(self, root):
        self.root, self.venv, self.log = (
            root / "copy",
            root / "copy/.venv",
            root / "log",
        )
        self.root.mkdir()
        for file in (REPOSITORY / "bootstrap.py", REPOSITORY / "pyproject.toml"):
            shutil.copy(file, self.root)
        for file in REPOSITORY.glob("constraints*.txt"):
            shutil.copy(file, self.root)
        (root / "fake").mkdir()
        (root / "fake" / "venv.py").write_text(FAKE_VENV)
        self.environment = {
            **os.environ,
            "PYTHONPATH": str(root / "fake"),
            "FAKE_LOG": str(self.log),
        }

    def start(self, fake=""):
        return subprocess.Popen(
            [sys.executable, "bootstrap.py", ".venv"],
            cwd=self.root,
            env={**self.environment, "FAKE": fake},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def call(self, fake=""):
        """Return the exit code and all that was said."""
        with self.start(fake) as process:
            out, errors = process.communicate(timeout=30)
        return process.returncode, out + errors

    def installs(self):
        return self.log.read_text().splitlines() if self.log.exists() else []


@pytest.fixture
def play(tmp_path):
    return Play(tmp_path)


def test_it_installs_the_project_at_the_tested_versions(play):
    code, _ = play.call()
    [install] = play.installs()
    assert code == 0
    assert "-m pip" in install
    assert f"-c {play.root}/constraints" in install
    assert install.endswith(f"-e {play.root}[dev]")


def test_a_second_call_does_nothing_and_says_nothing(play):
    play.call()
    assert play.call() == (0, "")
    assert len(play.installs()) == 1


def test_a_failed_install_leaves_nothing_and_says_what_to_do(play):
    code, said = play.call("pip fails")
    assert code == 1
    assert "failed (exit code 3)" in said
    assert "call again" in said
    assert not play.venv.exists()


def test_after_a_failed_install_the_next_call_starts_over(play):
    play.call("pip fails")
    code, _ = play.call()
    assert code == 0
    assert play.venv.exists()


def test_a_python_without_venv_is_told_and_leaves_nothing(play):
    code, said = play.call("venv fails")
    assert code == 1
    assert "python3-venv" in said
    assert not play.venv.exists()


def test_ctrl_c_leaves_nothing_and_says_so(play):
    with interruptible(), play.start("pip hangs") as process:
        until = time.monotonic() + 30
        while not play.log.with_name("log.hangs").exists():
            assert time.monotonic() < until
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "Stopped." in errors
    assert "Traceback" not in errors
    assert not play.venv.exists()


def test_one_that_was_left_half_made_is_made_anew(play):
    (play.venv / "lib").mkdir(parents=True)
    (play.venv / "pyvenv.cfg").write_text("")
    code, _ = play.call()
    assert code == 0
    assert not (play.venv / "lib").exists()


def test_a_folder_of_another_kind_is_left_alone(play):
    play.venv.mkdir()
    (play.venv / "thesis.txt").write_text("mine")
    code, said = play.call()
    assert code == 1
    assert "no virtual environment" in said
    assert (play.venv / "thesis.txt").read_text() == "mine"


def test_other_versions_make_it_anew(play):
    play.call()
    for file in play.root.glob("constraints*.txt"):
        file.write_text(file.read_text() + "another==1.0\n")
    play.call()
    assert len(play.installs()) == 2


def test_other_settings_of_a_tool_do_not_make_it_anew(play):
    play.call()
    file = play.root / "pyproject.toml"
    file.write_text(file.read_text().replace("line-length = 88", "line-length = 90"))
    play.call()
    assert len(play.installs()) == 1


def test_an_environment_whose_python_is_gone_is_made_anew(play):
    play.call()
    (play.venv / "bin" / "python").unlink()
    play.call()
    assert len(play.installs()) == 2


def test_a_python_that_is_too_old_is_told_and_nothing_is_made(play):
    code = (
        "import runpy, sys; sys.version_info = (3, 9, 7, 'final', 0);"
        "sys.argv = ['bootstrap.py', '.venv'];"
        "runpy.run_path('bootstrap.py', run_name='__main__')"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=play.root,
        env=play.environment,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 1
    assert "Python 3.10 or newer is needed" in ran.stderr
    assert "3.9.7" in ran.stderr
    assert "PYTHON=" in ran.stderr
    assert not play.venv.exists()


def test_an_old_python_can_at_least_read_it():
    source = (REPOSITORY / "bootstrap.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))


def test_without_a_folder_it_says_how_it_is_used(play):
    ran = subprocess.run(
        [sys.executable, "bootstrap.py"], cwd=play.root, capture_output=True, text=True
    )
    assert ran.returncode == 1
    assert ran.stderr.startswith("usage: ")
