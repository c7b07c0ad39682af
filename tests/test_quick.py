"""The short way to the session reads what is plain, and nothing else."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sensei import guard, quick
from tests.checkout import REPOSITORY, environment


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], {}),
        (["koans"], {}),
        (["koans", "--topic", "attention"], {"--topic": "attention"}),
        (
            ["koans", "--seed", "3", "--timeout", "2.5"],
            {"--seed": "3", "--timeout": "2.5"},
        ),
        (["koans", "--seed", "x"], None),
        (["koans", "--help"], None),
        (["koans", "--topic=attention"], None),
        (["list"], None),
        (["--root", "x", "koans"], None),
    ],
)
def test_options_are_read_where_they_are_plain(words, found):
    assert quick.options(words) == found


def test_without_a_terminal_no_session_begins():
    assert quick.start(["koans"]) is False


def test_a_device_that_is_not_there_begins_no_session(monkeypatch, capsys):
    monkeypatch.setattr(guard, "_stop_on_signals", lambda: None)
    monkeypatch.setattr(quick, "at_terminal", lambda: True)
    monkeypatch.setattr(quick, "session", lambda *_: pytest.fail("it began"))
    with pytest.raises(SystemExit, match="2"):
        quick.start(["koans", "--device", "tpu"])
    assert capsys.readouterr().err.startswith("--device tpu: this machine has no such")


def test_a_python_without_our_packages_is_told_what_to_install():
    ran = subprocess.run(
        [sys.executable, "-S", "-m", "sensei", "koans"],
        cwd=REPOSITORY,
        env=environment(),
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 1
    assert " is not installed for " in ran.stderr
    assert "pip install pytest typer rich" in ran.stderr
    assert "Traceback" not in ran.stderr
