"""Every editor opens the koan at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from sensei.live.editor import call, choose

FILE = Path("/koans/01 first/test_01_sums.py")
NAME = str(FILE)


def found(*programs):
    return lambda name: f"/usr/bin/{name}" if name in programs else None


@pytest.mark.parametrize(
    ("editor", "command", "in_terminal"),
    [
        ("code", ["code", "--goto", f"{NAME}:7"], False),
        ("code --wait", ["code", "--wait", "--goto", f"{NAME}:7"], False),
        ("/usr/bin/vim", ["/usr/bin/vim", "+7", NAME], True),
        ("nvim", ["nvim", "+7", NAME], True),
        ("emacs -nw", ["emacs", "-nw", "+7", NAME], True),
        ("nano", ["nano", "+7", NAME], True),
        ("pycharm", ["pycharm", "--line", "7", NAME], False),
        ("hx", ["hx", f"{NAME}:7"], True),
        ("subl", ["subl", f"{NAME}:7"], False),
        ("notepad", ["notepad", NAME], False),
        (
            "'/opt/my editor/code'",
            ["/opt/my editor/code", "--goto", f"{NAME}:7"],
            False,
        ),
    ],
)
def test_it_is_called_with_the_line(editor, command, in_terminal):
    made = call(editor, FILE, 7, {})
    assert (list(made.command), made.in_terminal) == (command, in_terminal)


def test_emacs_has_a_window_where_there_is_a_display():
    assert not call("emacs", FILE, 7, {"DISPLAY": ":0"}).in_terminal
    assert call("emacs", FILE, 7, {}).in_terminal


def test_an_unclosed_quote_is_refused():
    with pytest.raises(ValueError, match="closing quotation"):
        call("vim 'x", FILE, 7, {})


@pytest.mark.parametrize(
    ("environment", "programs", "chosen"),
    [
        ({"KOANS_EDITOR": "hx", "VISUAL": "code", "EDITOR": "vi"}, [], "hx"),
        ({"VISUAL": "code", "EDITOR": "vi"}, [], "code"),
        ({"EDITOR": "vi"}, [], "vi"),
        ({"EDITOR": " "}, [], None),
        ({"TERM_PROGRAM": "vscode"}, ["code"], "code"),
        ({"TERM_PROGRAM": "vscode"}, [], None),
        ({"TERMINAL_EMULATOR": "JetBrains-JediTerm"}, ["pycharm"], "pycharm"),
        ({}, ["vim"], None),
    ],
)
def test_the_learners_own_comes_first(environment, programs, chosen):
    assert choose(environment, found(*programs)) == chosen
