"""Judges a learner's koan: first by its text, then by running its tests."""

from __future__ import annotations

import ast
import hashlib
import textwrap
import warnings
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sensei import feedback, overlay, rules, runner, syntax
from sensei import verdict as verdicts
from sensei.lesson import Lesson, blanks_in, slug_of
from sensei.overlay import Altered, Filled
from sensei.path import Home
from sensei.verdict import Finding, Run, Verdict

SLOW = 6
"""A koan marked `slow` gets this many times the usual time."""

Tried = Mapping[str, Collection[str]]


@dataclass(frozen=True)
class Look:
    """A koan's file as its text alone shows it.

    finding: the verdict, or None where only a run can tell; print: a fingerprint of
    what the verdict of a run depends on: the learner's text and the lesson's; text:
    the learner's.
    """

    finding: Finding | None
    answer: str | None
    fingerprint: str
    line: int
    text: str = ""


@dataclass(frozen=True)
class Judge:
    """Judges the koans of a checkout on one device, with one seed."""

    home: Home
    device: str = "cpu"
    seed: int = 0
    timeout: float = 10.0

    def look(self, lesson: Lesson) -> Look:
        """Judge by the text alone; reads the koan's file, and runs nothing."""
        file = self.home.koan(lesson)
        text, trouble = _read(file, lesson)
        fingerprint = hashlib.sha256(
            "\0".join([text, lesson.frame, self.device]).encode()
        ).hexdigest()
        if trouble is not None:
            return Look(trouble, None, fingerprint, trouble.line or 1)
        finding, filled = look(lesson, text)
        answer = filled.answer if filled else None
        line = lesson.line
        if text != lesson.koan:
            line = filled.line if filled else _blank_line(text) or lesson.line
        return Look(finding, answer, fingerprint, line, text)

    def judge(
        self, lessons: Sequence[Lesson], tried: Tried | None = None
    ) -> Generator[Verdict, None, None]:
        """Judge the koans in order; those that need a run share one process.

        tried: the answers that were judged wrong before, by slug. Raises SenseiError
        where pytest cannot start.
        """
        looks = [(lesson, self.look(lesson)) for lesson in lessons]
        to_run = [lesson for lesson, seen in looks if seen.finding is None]
        runs = self.run(to_run)
        for lesson, seen in looks:
            run = next(runs) if seen.finding is None else Run()
            yield self.verdict(lesson, seen, run, (tried or {}).get(lesson.slug, ()))

    def limit(self, lesson: Lesson) -> float:
        """Return the seconds that one test of this koan may take."""
        return self.timeout * (SLOW if "slow" in lesson.marks else 1)

    def run(self, lessons: Sequence[Lesson]) -> Iterator[Run]:
        """Run the koans in one new process. Raises SenseiError if it cannot start."""
        return runner.run(
            self.home.root,
            [self.home.koan(lesson) for lesson in lessons],
            device=self.device,
            seed=self.seed,
            timeout=max(map(self.limit, lessons), default=self.timeout),
        )

    def verdict(
        self, lesson: Lesson, seen: Look, run: Run, tried: Collection[str] = ()
    ) -> Verdict:
        """Return what a look and, where it needed one, a run say together."""
        file = self.home.koan(lesson)
        found = seen.finding or verdicts.of_run(
            lesson, run, str(file), self.limit(lesson)
        )
        failed = next((test for test in run.tests if test.outcome == "failed"), None)
        if found.verdict == "wrong" and failed is not None and seen.answer is not None:
            found = feedback.teach(lesson, found, failed, seen.answer, tried, seen.text)
        return Verdict(
            slug=lesson.slug,
            path=f"{self.home.folder}/{lesson.path}",
            line=found.line or seen.line,
            verdict=found.verdict,
            message=found.message,
            detail=found.detail,
            seconds=round(run.seconds, 3),
            answer=seen.answer,
            printed=verdicts.printed(run),
        )


def look(lesson: Lesson, text: str) -> tuple[Finding | None, Filled | None]:
    """Return what a koan's text alone shows, and the answer where it can be read."""
    if text == lesson.koan:  # most of the path, most of the time: no need to parse
        return verdicts.incomplete(lesson), None
    try:
        tree = _parse(text)
    except SyntaxError as error:
        return _does_not_compile(error), None
    except (ValueError, RecursionError, MemoryError) as error:
        return Finding("broken", f"Python cannot read the file: {error}."), None
    if blanks_in(tree):
        return verdicts.incomplete(lesson), None
    try:
        filled = overlay.lay_over(lesson.frame, text)
        added = overlay.imports(_parse(lesson.koan), tree)
    except Altered as error:
        return _altered(lesson, text, str(error)), None
    if lesson.kind == "repair" and _same(filled.answer, lesson.broken):
        return verdicts.incomplete(lesson), filled
    refused = rules.refuse(lesson, filled.answer, added)
    if refused:
        return Finding("banned", refused, line=filled.line), filled
    return None, filled


def _read(file: Path, lesson: Lesson) -> tuple[str, Finding | None]:
    try:
        return file.read_text(encoding="utf-8-sig"), None  # Windows' Notepad adds a BOM
    except FileNotFoundError:
        return "", Finding("altered", _gone(file, lesson))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return "", Finding(
            "broken", f"Line {line} is not UTF-8. Save the file as UTF-8.", line=line
        )
    except OSError as error:
        return "", Finding("broken", f"The file cannot be read: {error.strerror}.")


def _gone(file: Path, lesson: Lesson) -> str:
    """Say that the file is gone, and where it may have gone."""
    for other in sorted(file.parents[1].rglob(f"*{lesson.slug}*.py")):
        if slug_of(other.name) != lesson.slug or other.parent != file.parent:
            name = other.relative_to(file.parents[1]).as_posix()
            return f"The file is gone. Is it {name} now? Its name was {file.name}."
    return "The file is gone."


def _parse(text: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return syntax.parse(text)


def _blank_line(text: str) -> int | None:
    try:
        lines = [node.lineno for node in blanks_in(_parse(text))]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return min(lines, default=None)


def _does_not_compile(error: SyntaxError) -> Finding:
    where = (
        f"Line {error.lineno}, column {error.offset}" if error.lineno else "The file"
    )
    shown = (error.text or "").rstrip("\n")
    pointer = " " * (max(error.offset or 1, 1) - 1) + "^"
    detail = textwrap.dedent(f"{shown}\n{pointer}") if shown.strip() else ""
    return Finding("broken", f"{where}: {error.msg}.", detail, error.lineno)


def _altered(lesson: Lesson, text: str, why: str) -> Finding:
    if lesson.inline:
        answer = overlay.regrouped(lesson.frame, text)
        if answer:
            return Finding(
                "banned",
                f"`{answer}` changes how its line is read. "
                "Write one value, in parentheses if need be.",
            )
    if why:
        return Finding("altered", f"{why[0].upper()}{why[1:]}.")
    first = lesson.line
    size = lesson.broken.count("\n") + 2 if lesson.kind == "repair" else 1
    shown = _with_blank(lesson, text)
    diff = overlay.changes(lesson.koan, shown, range(first, first + size))
    if not diff:  # it is the blank's own line that holds more
        diff = overlay.changes(lesson.koan, text, range(0))
    return Finding("altered", "More than the answer was changed.", diff, lesson.line)


def _with_blank(lesson: Lesson, text: str) -> str:
    """Return text with the blank back on its line, for that change is no fault."""
    if not lesson.inline:
        return text
    row = lesson.koan.splitlines()[lesson.line - 1]
    before, after = row.split("__", 1)
    return "\n".join(
        row if line.startswith(before) and line.endswith(after) else line
        for line in text.splitlines()
    )


def _same(answer: str, other: str) -> bool:
    """Say whether two pieces of code are the same but for how they are written."""
    dumps = []
    for code in (answer, other):
        body = "\n".join(f"    {line}" for line in textwrap.dedent(code).splitlines())
        dumps.append(ast.dump(syntax.parse(f"def answer():\n{body or '    pass'}\n")))
    return dumps[0] == dumps[1]
