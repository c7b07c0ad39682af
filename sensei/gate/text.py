"""What the gate finds in a lesson's text, without running anything."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import zip_longest

from sensei import overlay, rules
from sensei.errors import Fault
from sensei.feedback import form
from sensei.fields import Answer
from sensei.judge import look
from sensei.lesson import Lesson
from sensei.workbook import holds_answer

TITLE, LINE, TEXT_LINES, SLUG, CODE_LINES = 72, 88, 8, 40, 60
HINTS, WRONGS = range(1, 4), 2
PLACEHOLDER = "TODO"
"""What stands in the skeleton of a lesson where its author is to write."""


def faults(lesson: Lesson) -> Iterator[Fault]:
    """Yield what is wrong with the text of a lesson, and how to mend it."""
    yield from _unwritten(lesson)
    yield from _form(lesson)
    yield from _given_away(lesson)
    yield from _answers(lesson)
    yield from _blank(lesson)


def _fault(lesson: Lesson, line: int, what: str, mend: str) -> Fault:
    return Fault(f"solutions/{lesson.path}", line, what, mend)


def _unwritten(lesson: Lesson) -> Iterator[Fault]:
    """The skeleton's words must have made way for the author's."""
    for number, line in enumerate(lesson.source.splitlines(), 1):
        if re.search(rf"\b{PLACEHOLDER}\b", line):
            what = f"this is still to be written: {line.strip()[:60]!r}"
            yield _fault(lesson, number, what, "Write it, and take the mark out.")


def _form(lesson: Lesson) -> Iterator[Fault]:
    title = lesson.title
    if len(title.text) > TITLE:
        what = f"the title has {len(title.text)} characters"
        yield _fault(lesson, title.line, what, f"Say it in {TITLE}.")
    if not title.text.endswith((".", "?")):
        yield _fault(
            lesson, title.line, "the title is no sentence", "End it with a dot."
        )
    lines = lesson.text.splitlines()
    if not 1 <= len(lines) <= TEXT_LINES:
        what = f"the text has {len(lines)} lines"
        yield _fault(lesson, title.line, what, f"Say why in 1 to {TEXT_LINES} lines.")
    if len(lesson.slug) > SLUG:
        what = f"the slug has {len(lesson.slug)} characters"
        yield _fault(lesson, 1, what, f"Rename the file: at most {SLUG}.")
    if len(lesson.hints) not in HINTS:
        what = f"{len(lesson.hints)} hints"
        yield _fault(lesson, title.line, what, "Give one to three `Hint:` lines.")
    if len(lesson.wrongs) < WRONGS:
        what = f"{len(lesson.wrongs)} wrong answers"
        mend = f"List at least {WRONGS} that people really give, as `Wrong:`."
        yield _fault(lesson, title.line, what, mend)
    if not lesson.see:
        mend = "Name what to read in torch's documentation: `See: torch.reshape`."
        yield _fault(lesson, title.line, "no `See:`", mend)
    for note in lesson.hints:
        if len(note.text) > LINE:
            what = f"the hint has {len(note.text)} characters"
            yield _fault(lesson, note.line, what, f"Say it in {LINE}.")
    for wrong in lesson.wrongs:
        if len(wrong.reason) > LINE:
            what = f"the reason has {len(wrong.reason)} characters"
            yield _fault(lesson, wrong.line, what, f"Say it in {LINE}.")
    code = ast.parse(lesson.source).body[1:]
    size = (code[-1].end_lineno or 0) - code[0].lineno + 1 if code else 0
    if size > CODE_LINES:
        what = f"the lesson has {size} lines of code"
        yield _fault(lesson, code[0].lineno, what, f"At most {CODE_LINES}: one idea.")


def _packed(text: str) -> str:
    return re.sub(r"[\s`]+", "", text)


def _gives_away(text: str, answer: str) -> bool:
    """Say whether a text holds an answer; names and numbers only as whole words."""
    wanted = _packed(answer)
    if wanted in ("True", "False", "None", "0", "1"):
        return False  # words that every text uses
    edge = r"(?<![\w.]){}(?![\w.]\w|\w)"
    if re.fullmatch(r"[\w.]+", wanted):
        return re.search(edge.format(re.escape(wanted)), text) is not None
    return wanted in _packed(text)


def _given_away(lesson: Lesson) -> Iterator[Fault]:
    """The answer may stand in the last hint, and nowhere else that a learner sees."""
    early = [(note.line, "the hint", note.text) for note in lesson.hints[:-1]]
    early.append((lesson.title.line, "the title", lesson.title.text))
    for line, what, text in early:
        if _gives_away(text, lesson.answer):
            mend = "Only the last hint may hold it."
            yield _fault(lesson, line, f"{what} gives the answer away", mend)
    packed = _packed(lesson.answer)
    if len(packed) < 8:
        return  # a number stands in many a line
    code = lesson.koan
    if lesson.kind == "repair":  # its broken lines may well be those that stay
        code = code.replace(lesson.blank.shown, "\n" * lesson.blank.shown.count("\n"))
    lines = code.splitlines()
    behind = ast.parse(lesson.koan).body[0].end_lineno or 0  # the docstring
    size = lesson.answer.count("\n") + 1
    for i in range(behind, len(lines)):
        if packed in _packed("".join(lines[i : i + size])):
            yield _fault(
                lesson,
                lesson.blank.line,
                f"line {i + 1} of the koan holds the answer: {lines[i].strip()!r}",
                "Ask for something that is not written there.",
            )
            return


def _answers(lesson: Lesson) -> Iterator[Fault]:
    """Every listed answer must parse, stay in its hole, and be allowed to run."""
    seen = {form(lesson.answer): "the solution"}
    solution = Answer(lesson.answer, "", lesson.blank.line)
    for name, entry in [
        ("the solution", solution),
        *(("this `Right:`", right) for right in lesson.rights),
        *(("this `Wrong:`", wrong) for wrong in lesson.wrongs),
    ]:
        text = lesson.fill_koan(entry.code)
        finding, _ = look(lesson, text)
        if finding is not None:
            mend = "Write an answer that fits the blank and breaks no rule."
            what = f"{name} is {finding.verdict}: {finding.message.rstrip('.')}"
            yield _fault(lesson, entry.line, what, mend)
            continue
        if name == "the solution":
            continue
        key = form(entry.code)
        if key in seen:
            mend = "Take one of them out."
            yield _fault(lesson, entry.line, f"{name} is also {seen[key]}", mend)
        seen[key] = f"the answer of line {entry.line}"
    for ban in lesson.bans:
        if not rules.catches(lesson, ban.text):
            mend = "Write the bare name of a function or method."
            yield _fault(lesson, ban.line, f"`Ban: {ban.text}` catches nothing", mend)


def _blank(lesson: Lesson) -> Iterator[Fault]:
    """The koan must be incomplete as it comes, and its blank ask for something."""
    finding, _ = look(lesson, lesson.koan)
    if finding is None or finding.verdict != "incomplete":
        found = finding.verdict if finding else "ready to run"
        mend = "See that the broken code differs from the answer."
        yield _fault(lesson, lesson.blank.line, f"the untouched koan is {found}", mend)
    if "pytest.raises(__" in lesson.koan:
        mend = "Ask which of several calls raise: `Exception` would pass here."
        what = "the blank is the type that `pytest.raises` waits for"
        yield _fault(lesson, lesson.blank.line, what, mend)


def committed(lesson: Lesson, text: str | None) -> Iterator[Fault]:
    """Yield a fault where the koan's file is not what the lesson derives to.

    A learner's answer in the hole is no fault, even one that does not parse.
    """
    path, mend = f"koans/{lesson.path}", "Run `make derive`."
    if text is None:
        yield Fault(path, 1, "the koan is missing", mend)
        return
    if text == lesson.koan:
        return
    what = "the koan differs from its lesson outside the blank"
    if not holds_answer(lesson, text):  # then even a comment has to be the lesson's
        yield Fault(path, _first_difference(lesson.koan, text), what, mend)
        return
    head = lesson.koan.removesuffix(lesson.blank.shown + lesson.blank.tail)
    if text.startswith(head) and text.endswith(lesson.blank.tail):
        return
    try:
        overlay.lay_over(lesson.frame, text)
        return
    except overlay.Altered:
        line = _first_difference(lesson.koan, text)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
    yield Fault(
        path, line, what, f"{mend} Where that is your own answer: `make reset`."
    )


def _first_difference(koan: str, text: str) -> int:
    """Return the first line, from 1, in which two texts differ."""
    lines = zip_longest(koan.splitlines(), text.splitlines())
    return next((i for i, (one, two) in enumerate(lines, 1) if one != two), 1)
