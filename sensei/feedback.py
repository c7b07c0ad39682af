"""Finds the listed wrong answer that a learner gave, to give its reason."""

from __future__ import annotations

import ast
import textwrap

from sensei.lesson import Lesson


def reason(lesson: Lesson, answer: str) -> str | None:
    """Return why this answer is wrong where the lesson lists it, else None.

    Answers are compared as values where they are literals, else as syntax trees.
    """
    given = form(answer)
    if given is None:
        return None
    return next((w.reason for w in lesson.wrongs if form(w.code) == given), None)


def form(code: str) -> str | None:
    """Return what two spellings of the same answer share."""
    try:
        return repr(ast.literal_eval(code.strip()))
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        pass
    body = textwrap.indent(textwrap.dedent(code), "    ")
    try:
        return ast.dump(ast.parse(f"def answer():\n{body}\n"))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
