"""The docstring of a lesson: title, text, and the fields that follow."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

NAMES = ("Hint", "Wrong", "Right", "Ban", "See")
FIELD = re.compile(rf"({'|'.join(NAMES)}):(?: (.*)|\s*)$")
NEARLY = re.compile(rf"\s*({'|'.join(NAMES)})s?\s*:", re.IGNORECASE)
INDENT = "    "

Fail = Callable[[int, str, str], NoReturn]


@dataclass(frozen=True)
class Note:
    """One line of a docstring, and the line of the file it stands on."""

    text: str
    line: int


@dataclass(frozen=True)
class Answer:
    """An answer listed under `Wrong:` (with its reason) or `Right:` (without)."""

    code: str
    reason: str
    line: int


@dataclass(frozen=True)
class Fields:
    """What a docstring holds. `answers` are as written, edits not yet applied."""

    title: Note
    text: str
    first_field: int
    hints: tuple[Note, ...]
    wrongs: tuple[Answer, ...]
    rights: tuple[Answer, ...]
    bans: tuple[Note, ...]
    see: tuple[Note, ...]


def parse(lines: list[str], first: int, fail: Fail) -> Fields:
    """Parse the docstring's source lines; `first` is the number of lines[0].

    Calls fail(line, what, mend), which must raise, at what cannot be read.
    """
    title = Note(lines[0].strip(), first)
    if not title.text:
        fail(first, "the docstring has no title", 'Put the idea right behind the """.')
    starts = [i for i, line in enumerate(lines) if FIELD.match(line)]
    end = starts[0] if starts else len(lines)
    for offset, line in enumerate(lines[:end], start=first):
        if NEARLY.match(line):
            fail(
                offset,
                f"{line.strip()!r} is nearly a field",
                f"Begin it with one of {', '.join(f'{n}:' for n in NAMES)} and a "
                "space; or, in the text, with another word.",
            )
    found: dict[str, list[Answer]] = {name: [] for name in NAMES}
    for start, stop in zip(starts, [*starts[1:], len(lines)]):
        match = FIELD.match(lines[start])
        assert match is not None
        name, head = match[1], (match[2] or "").strip()
        body = lines[start + 1 : stop]
        for offset, line in enumerate(body, start=first + start + 1):
            if line.strip() and not line.startswith(INDENT):
                fail(
                    offset,
                    f"this line is part of no field: {line.strip()!r}",
                    f"Indent it by four spaces under its field, or begin it with one "
                    f"of {', '.join(f'{n}:' for n in NAMES)}",
                )
        code = "\n".join(line[len(INDENT) :].rstrip() for line in body).strip("\n")
        entry = Answer(code, head, first + start)
        _check_shape(name, entry, fail)
        found[name].append(entry)
    return Fields(
        title=title,
        text="\n".join(lines[1:end]).strip("\n").rstrip(),
        first_field=first + end,
        hints=tuple(Note(entry.reason, entry.line) for entry in found["Hint"]),
        wrongs=tuple(found["Wrong"]),
        rights=tuple(found["Right"]),
        bans=_names(found["Ban"]),
        see=_names(found["See"]),
    )


def _check_shape(name: str, entry: Answer, fail: Fail) -> None:
    if name == "Wrong" and not (entry.reason and entry.code):
        fail(
            entry.line,
            "a `Wrong:` needs a reason on its line and the answer below it",
            "Write `Wrong: why it is wrong`, and under it the answer, indented.",
        )
    if name == "Right" and (entry.reason or not entry.code):
        fail(
            entry.line,
            "a `Right:` holds nothing but the answer below it",
            "Write `Right:` alone on its line, and under it the answer, indented.",
        )
    if name in ("Hint", "Ban", "See") and (entry.code or not entry.reason):
        fail(
            entry.line,
            f"`{name}:` takes exactly one line",
            f"Write it all behind `{name}: `, and a second one as a second field.",
        )


def _names(entries: list[Answer]) -> tuple[Note, ...]:
    return tuple(
        Note(name.strip(), entry.line)
        for entry in entries
        for name in entry.reason.split(",")
        if name.strip()
    )


def apply_edit(code: str, solution: str, fail: Fail, line: int) -> str:
    """Return `code`, or what it makes of `solution` where all its lines are edits.

    An edit's lines begin with `- ` (a line of the solution that goes) or `+ `
    (a line that comes where the last `-` line was).
    """
    edits = code.split("\n")
    if not all(edit.startswith(("- ", "+ ")) for edit in edits):
        return code
    lines: list[str] = solution.split("\n")
    place: int | None = None
    for edit in edits:
        text = edit[2:]
        if edit[0] == "-":
            if lines.count(text) != 1:
                fail(
                    line,
                    f"the edit takes away {text!r}, which stands "
                    f"{lines.count(text)} times in the solution's answer",
                    "Copy one whole line of the answer, with its indentation.",
                )
            place = lines.index(text)
            del lines[place]
        elif place is None:
            fail(
                line,
                "the edit adds a line and does not say where",
                "Begin with the `- ` line that it replaces.",
            )
        else:
            lines.insert(place, text)
            place += 1
    return "\n".join(lines)
