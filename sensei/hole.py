"""Whether the blank of a koan asks for the same thing in two versions of it."""

from __future__ import annotations

import ast
import textwrap
from dataclasses import dataclass

from sensei import overlay, syntax
from sensei.lesson import blanks_in
from sensei.overlay import Altered
from sensei.page import Page


def same_hole(old: Page, new: Page) -> bool:
    """Say whether the blank asks for the same thing in both versions.

    The kind has to be the same. A blank in a line stands in the same statement, other
    names apart, and the old statement must not stand there with its answer given. A
    block stands in a function of the same name, and either the lesson's own answer is
    the same or it stands beside a statement that was beside it, with none of its lines
    moved out or in.
    """
    if not old.kind or old.kind != new.kind:
        return False
    if old.inline:
        one, other = _statement(old), _statement(new)
        if ast.dump(one) == ast.dump(other):
            return True
        return _renamed(one) == _renamed(other) and not _is_answered(one, new)
    before, after = _around(old), _around(new)
    if before.where != after.where:
        return False
    if _statements(old.answer) == _statements(new.answer):
        return True
    moved_out = _statements(old.answer) & {after.above, after.below}
    moved_in = _statements(new.answer) & {before.above, before.below}
    if moved_out or moved_in:
        return False
    return before.above == after.above or before.below == after.below


@dataclass(frozen=True)
class _Around:
    """Where a block is: its functions and classes, and the statements beside it."""

    where: tuple[str, ...]
    above: str
    below: str


def _statement(of: Page) -> ast.stmt:
    """Return the innermost statement that holds the hole."""
    holding = [
        node
        for node in ast.walk(syntax.parse(of.frame))
        if isinstance(node, ast.stmt) and blanks_in(node)
    ]
    return holding[-1]


def _renamed(statement: ast.stmt) -> str:
    """Return the statement's tree with its names numbered as they come."""
    numbers: dict[str, int] = {}
    tree = syntax.parse(ast.unparse(statement))
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id != "__":
            node.id = f"name{numbers.setdefault(node.id, len(numbers))}"
    return ast.dump(tree)


def _is_answered(asked: ast.stmt, new: Page) -> bool:
    """Say whether the new version gives the answer to what was asked before."""
    frame = ast.unparse(asked)
    for node in ast.walk(syntax.parse(new.frame)):
        if not isinstance(node, type(asked)) or blanks_in(node):
            continue
        try:
            overlay.lay_over(frame, ast.unparse(node))
        except (Altered, SyntaxError):
            continue
        return True
    return False


def _around(of: Page) -> _Around:
    def search(node: ast.AST, where: tuple[str, ...]) -> _Around | None:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            where = (*where, node.name)
        for _, block in ast.iter_fields(node):
            if not isinstance(block, list):
                continue
            for i, child in enumerate(block):
                if not isinstance(child, ast.AST) or not blanks_in(child):
                    continue
                inner = search(child, where)
                if inner is not None:
                    return inner
                if isinstance(child, ast.stmt):
                    beside = [*map(ast.unparse, block[:i][-1:])] or [""]
                    beside += [*map(ast.unparse, block[i + 1 : i + 2])] or [""]
                    return _Around(where, *beside)
        return None

    found = search(syntax.parse(of.frame), ())
    return found if found is not None else _Around((), "", "")


def _statements(answer: str) -> set[str]:
    return set(map(ast.unparse, syntax.parse(textwrap.dedent(answer)).body))
