"""The one blank of a lesson: where it is, what the answer is, what a koan shows."""

from __future__ import annotations

import ast
import io
import re
import textwrap
import tokenize
from dataclasses import dataclass
from typing import Literal

from sensei import syntax
from sensei.fields import Fail
from sensei.places import lines_of, offsets_of, span

Kind = Literal["prediction", "expression", "block", "repair"]
"""A right-hand side of an assert; another part of a statement; lines; a repair."""

MARK = re.compile(r"#\s*(blank|broken)\b(?::\s*(.*))?$")
FORMS = (
    "Write `# blank` or `# blank: text` at the end of a line, or `# blank: what to do` "
    "or `# broken: what must hold` above lines that end with `# end`."
)


@dataclass(frozen=True)
class Blank:
    """A lesson's text cut in three: `head`, the answer, `tail`.

    `answer` and `broken` are dedented; `shown` is what the koan has in their
    place, `hole` the same with the broken lines of a repair as one `__(...)`.
    """

    kind: Kind
    head: str
    tail: str
    indent: str
    answer: str
    shown: str
    hole: str
    broken: str
    line: int


def find(source: str, tree: ast.Module, fail: Fail) -> Blank:
    """Find the one blank of a lesson; calls fail(line, what, mend), which raises."""
    comments = [
        token
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    ]
    marks = [token for token in comments if MARK.match(token.string)]
    if not marks:
        fail(1, "the lesson has no blank", FORMS)
    if len(marks) > 1:
        fail(
            marks[1].start[0],
            f"a second blank; the first is on line {marks[0].start[0]}",
            "Keep one: one lesson, one blank.",
        )
    token = marks[0]
    match = MARK.match(token.string)
    assert match is not None
    word, label = match[1], (match[2] or "").strip()
    line = token.start[0]
    alone = token.line.strip() == token.string.strip()
    if word == "broken" and not alone:
        fail(line, "`# broken` stands behind code", "Give it a line of its own.")
    if alone:
        ends = [t.start[0] for t in comments if t.string.strip() == "# end"]
        end = next((e for e in ends if e > line), None)
        if end is None:
            fail(line, f"`# {word}:` without `# end`", "Close it with `# end`.")
        if not label:
            fail(line, f"`# {word}:` says nothing", f"Write `# {word}: what to do`.")
        if not any(
            isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            and node.lineno < line <= (node.end_lineno or 0)
            for node in ast.walk(tree)
        ):
            fail(line, "the block stands in no function", "Put a function around it.")
        lines = lines_of(source)
        make = _block if word == "blank" else _repair
        return make(lines, line, end, label, fail)
    return _inline(source, tree, line, token.start[1], label, fail)


def _inline(
    source: str, tree: ast.Module, line: int, column: int, label: str, fail: Fail
) -> Blank:
    """Find a blank that is part of the statement that ends on this line."""
    statements = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt)
        and node.end_lineno == line
        and not hasattr(node, "body")
    ]
    if not statements:
        fail(line, "no statement ends where `# blank` stands", FORMS)
    statement = statements[-1]
    where = span(source, statement)
    compared = isinstance(statement, ast.Assert) and isinstance(
        statement.test, ast.Compare
    )
    if label:
        count = source[where].count(label)
        if count != 1:
            fail(
                line,
                f"{label!r} stands {count} times in the statement",
                "Name a text that stands there exactly once.",
            )
        start = where.start + source[where].index(label)
        hole = slice(start, start + len(label))
    else:
        side = _right_side(statement)
        if side is None:
            fail(
                line,
                "the statement has no right-hand side to blank out",
                "Blank a comparison, an assignment or a return, or name the text: "
                "`# blank: text`. `assert not x` can be `assert x is False`.",
            )
        hole = _with_parentheses(source, span(source, side))
    kind: Kind = "expression"
    if compared:
        assert isinstance(statement, ast.Assert)
        assert isinstance(statement.test, ast.Compare)
        right = span(source, statement.test.comparators[-1])
        right = _with_parentheses(source, right)
        if right.start <= hole.start and hole.stop <= right.stop:
            kind = "prediction"
    mark = offsets_of(source)[line - 1] + column
    tail = source[hole.stop : mark].rstrip() + "\n" + source[mark:].partition("\n")[2]
    blank = Blank(
        kind=kind,
        head=source[: hole.start],
        tail=tail,
        indent="",
        answer=source[hole],
        shown="__",
        hole="__",
        broken="",
        line=source[: hole.start].count("\n") + 1,
    )
    try:
        syntax.parse(blank.head + "__" + blank.tail)
    except SyntaxError:
        fail(
            line,
            f"with `__` for {source[hole]!r} the line is no Python",
            "Name a whole expression.",
        )
    return blank


def _right_side(statement: ast.stmt) -> ast.expr | None:
    if isinstance(statement, ast.Assert) and isinstance(statement.test, ast.Compare):
        return statement.test.comparators[-1]
    if isinstance(statement, (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return)):
        return statement.value
    return None


def _with_parentheses(source: str, where: slice) -> slice:
    """Widen where over the pairs of parentheses right around it."""
    start, stop = where.start, where.stop
    while True:
        before, after = source[:start].rstrip(), source[stop:]
        rest = after.lstrip()
        name_before = re.search(r"[\w\])]\s*\($", before)
        keyword = re.search(r"\b(return|in|is|not|and|or)\s*\($", before)
        if not (before.endswith("(") and rest.startswith(")")):
            return slice(start, stop)
        if name_before and not keyword:
            return slice(start, stop)
        start = len(before) - 1
        stop = stop + (len(after) - len(rest)) + 1


def _block(lines: list[str], line: int, end: int, label: str, fail: Fail) -> Blank:
    """Cut out the lines between `# blank: label` and `# end`."""
    indent = _indent(lines[line - 1])
    body = lines[line : end - 1]
    answer = _dedented(body, indent, line + 1, fail)
    hole = f"{indent}__({_quoted(label)})\n"
    head, tail = "".join(lines[: line - 1]), "".join(lines[end:])
    return Blank("block", head, tail, indent, answer, hole, hole, "", line)


def _repair(lines: list[str], line: int, end: int, label: str, fail: Fail) -> Blank:
    """Cut out the repaired lines; the commented ones above them are the koan's."""
    indent = _indent(lines[line - 1])
    body = lines[line : end - 1]
    commented = []
    for text in body:
        if not text.startswith(f"{indent}#"):
            break
        commented.append(text)
    stripped = [text[len(indent) + 1 :] for text in commented]
    broken = "".join(text[1:] if text[:1] == " " else text for text in stripped)
    answer = _dedented(body[len(commented) :], indent, line + 1 + len(commented), fail)
    if not broken.strip():
        fail(
            line,
            "`# broken:` is not followed by the broken code",
            "Put it right below, commented out with `# `.",
        )
    try:
        syntax.parse(broken)
    except SyntaxError as error:
        fail(
            line + (error.lineno or 1),
            f"the broken code is no Python: {error.msg}",
            "Comment out whole statements, each line with `# ` in front.",
        )
    shown = f"{indent}# repair: {label}\n" + fill_indent(broken, indent)
    hole = f"{indent}__({_quoted(label)})\n"
    head, tail = "".join(lines[: line - 1]), "".join(lines[end:])
    return Blank(
        "repair", head, tail, indent, answer, shown, hole, broken.rstrip("\n"), line
    )


def _quoted(label: str) -> str:
    """Return label as a literal in the quotes that ruff's formatter would choose."""
    return repr(label) if '"' in label or "\\" in label else f'"{label}"'


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _dedented(body: list[str], indent: str, line: int, fail: Fail) -> str:
    code = "".join(body)
    if not code.strip():
        fail(line, "the answer is empty", "Put the answered code above `# end`.")
    for offset, text in enumerate(body):
        if text.strip() and not text.startswith(indent):
            fail(line + offset, "the answer leaves its block", "Indent it as its mark.")
    return textwrap.dedent(code).strip("\n")


def fill_indent(code: str, indent: str) -> str:
    """Return code indented, ending in one line end."""
    return textwrap.indent(code.strip("\n"), indent) + "\n"
