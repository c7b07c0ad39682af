"""How the learner's editor is called, so that it opens a file at a line."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

VARIABLES = ("KOANS_EDITOR", "VISUAL", "EDITOR")
COLON = frozenset({"hx", "helix", "subl", "zed", "micro"})
PLUS = frozenset({"vi", "vim", "nvim", "gvim", "mvim", "nano", "pico", "emacs", "kak"})
PLUS |= {"emacsclient", "ne", "joe", "mg", "gedit"}
GOTO = frozenset({"code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"})
LINE = frozenset({"pycharm", "charm", "pycharm64", "idea", "kate"})
IN_TERMINAL = frozenset(
    {"vi", "vim", "nvim", "nano", "pico", "hx", "helix", "micro", "kak", "ne", "joe"}
) | {"mg"}


@dataclass(frozen=True)
class Call:
    """A command; in_terminal: whether it needs the terminal for itself."""

    command: tuple[str, ...]
    in_terminal: bool


def choose(
    environment: Mapping[str, str], which: Callable[[str], str | None]
) -> str | None:
    """Return the learner's editor as a command line, None where none is named.

    which: finds a program, as `shutil.which` does. In the terminal of VS Code and of
    PyCharm these are meant where nothing is named.
    """
    for variable in VARIABLES:
        if environment.get(variable, "").strip():
            return environment[variable]
    if environment.get("TERM_PROGRAM") == "vscode" and which("code"):
        return "code"
    jetbrains = environment.get("TERMINAL_EMULATOR", "").startswith("JetBrains")
    if jetbrains and which("pycharm"):
        return "pycharm"
    return None


def call(
    editor: str, file: Path, line: int, environment: Mapping[str, str] = os.environ
) -> Call:
    """Return how `editor` is called to open `file` at `line`, from 1.

    Raises ValueError where the command line cannot be read.
    """
    words = shlex.split(editor, posix=os.name != "nt")
    words = [word.strip('"') for word in words]
    if not words:
        raise ValueError("the command is empty")
    name = PureWindowsPath(words[0]).name.lower().removesuffix(".exe")
    name = name.removesuffix(".cmd").removesuffix(".bat")
    return Call(
        (*words, *_place(name, str(file), line)), _text(name, words, environment)
    )


def _place(name: str, file: str, line: int) -> list[str]:
    if name in GOTO:
        return ["--goto", f"{file}:{line}"]
    if name in COLON:
        return [f"{file}:{line}"]
    if name in LINE:
        return ["--line", str(line), file]
    if name in PLUS:
        return [f"+{line}", file]
    return [file]


def _text(name: str, words: list[str], environment: Mapping[str, str]) -> bool:
    """Say whether the editor lives in the terminal: Emacs has it both ways."""
    if name in ("emacs", "emacsclient"):
        if {"-nw", "-t", "-tty", "--tty", "--no-window-system"} & set(words):
            return True
        windows = "DISPLAY" in environment or "WAYLAND_DISPLAY" in environment
        return name == "emacs" and not windows
    return name in IN_TERMINAL
