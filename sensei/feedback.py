"""Feedback that teaches: why an answer is wrong, as far as its learner may know."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Collection
from dataclasses import replace

from sensei import syntax
from sensei.lesson import Lesson
from sensei.verdict import Finding, Test

READS, NOBODY = "reading from stdin", "nobody can type here. Take `input()` out."
"""What pytest says where a test reads from the keyboard, and what a learner is told."""
REVEALED = 2
"""Different wrong answers from which on the true value is shown."""


def teach(
    lesson: Lesson,
    found: Finding,
    test: Test,
    answer: str,
    before: Collection[str],
    text: str,
) -> Finding:
    """Return a finding `wrong` with the words that help with this very answer.

    A prediction that stops with an error is no answer yet: the finding is `broken`.
    answer, text: what the learner wrote, and the whole file; before: the answers to
    this koan that were judged wrong before.
    """
    said = reason(lesson, answer, test)
    if lesson.kind == "prediction" and test.left is not None:
        tries = {form(tried) or tried for tried in (*before, answer)}
        shown = lesson.laid_out(answer)
        return _prediction(found, test, shown, said, len(tries) >= REVEALED)
    raised = test.exception not in ("AssertionError", "Failed")
    if lesson.kind == "prediction" and raised and said is None:
        return _no_answer(found, test, text)
    if said is not None:
        return replace(found, message=said, detail=_code(test, text))
    return replace(found, message=_what(test), detail=_code(test, text))


def reason(lesson: Lesson, answer: str, test: Test | None = None) -> str | None:
    """Return why this answer is wrong where the lesson lists it, else None.

    Answers are compared as values where they are literals, else as syntax trees; the
    value of a prediction is also taken as the test saw it.
    """
    given = {form(answer)}
    if lesson.kind == "prediction" and test is not None and test.right is not None:
        given.add(form(test.right))
    given.discard(None)
    return next((w.reason for w in lesson.wrongs if form(w.code) in given), None)


def form(code: str) -> str | None:
    """Return what two spellings of the same answer share."""
    value = _literal(code)
    if value is not None:
        return value
    body = textwrap.indent(textwrap.dedent(code), "    ")
    try:
        return ast.dump(syntax.parse(f"def answer():\n{body}\n"))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _literal(code: str) -> str | None:
    """Return the value of a literal as Python writes it, None where it is none."""
    try:
        return repr(syntax.literal(code.strip()))
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None


def _no_answer(found: Finding, test: Test, text: str) -> Finding:
    message = "Your answer stops with an error, so there is nothing to compare yet."
    if "Boolean value of Tensor" in test.message:
        message = (
            "Your answer is a tensor of several numbers. Write a plain value: a list, "
            "a tuple or a number."
        )
    return replace(found, verdict="broken", message=message, detail=_code(test, text))


def _prediction(
    found: Finding, test: Test, answer: str, said: str | None, reveal: bool
) -> Finding:
    """Show the learner's own answer, what is off, and the value when it is time."""
    lines = _value("your answer", answer)
    if test.right and _literal(test.right) and not _literal(answer):
        lines += _value("which is", test.right)
    if reveal:
        lines += _value("it is", test.left or "")
    message = found.message
    if said is not None:
        message = said
    elif test.off and not test.kind:
        message = f"{found.message} {test.off}"
    return replace(found, message=message, detail="\n".join(lines))


def _value(name: str, value: str) -> list[str]:
    """Return a name and a value, which may have several lines."""
    first, *rest = value.splitlines() or [""]
    return [f"{name:<12} {first}", *(f"{'':<12} {line}" for line in rest)]


def _what(test: Test) -> str:
    """Say in one line what happened in a test of code."""
    where = f" on line {test.line}" if test.line else ""
    if test.exception == "AssertionError":
        return f"`{test.test}` does not hold{where}."
    if test.exception == "Failed":
        return f"`{test.test}` fails{where}."
    return f"`{test.test}` stops with an error{where}."


def _code(test: Test, text: str) -> str:
    """Return the learner's line, and what Python, torch or the test says about it."""
    lines = text.splitlines()
    parts = []
    if test.line and test.line <= len(lines):
        parts.append(f"line {test.line}   {lines[test.line - 1].strip()}")
    if test.tensors:
        parts.append(test.tensors)
    elif test.left is not None and test.right is not None:
        parts += _value("left side", test.left) + _value("right side", test.right)
        parts.append(test.alike)
    else:
        name = "" if test.exception in ("AssertionError", "Failed") else test.exception
        message = NOBODY if READS in test.message else test.message
        parts.append(f"{name}: {message}" if name else message)
    return "\n".join(part for part in parts if part.strip())
