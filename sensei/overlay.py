"""What stands at the hole when a learner's file is laid over the koan.

Syntax trees are compared, so comments, white space, line ends and quotes are free.
The module's docstring and imports at the top are left out: see `imports`.
"""

from __future__ import annotations

import ast
import contextlib
import difflib
import inspect
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from sensei import syntax
from sensei.places import lines_of, span


class Altered(Exception):
    """The file differs from the koan elsewhere than at the hole."""


@dataclass(frozen=True)
class Filled:
    """What was found at the hole: its text, dedented, and its first line."""

    answer: str
    line: int


def lay_over(frame: str, text: str) -> Filled:
    """Return what stands in `text` where `frame` has its `__`.

    Raises SyntaxError where text does not parse, Altered where it differs from the
    frame outside the hole.
    """
    matcher = _Matcher(text)
    matcher.match_list(_body(syntax.parse(frame)), _body(syntax.parse(text)))
    if matcher.found is None:
        raise Altered("the place of the blank is gone")
    return matcher.found


def regrouped(frame: str, text: str) -> str | None:
    """Return the answer on the blank's line if only parentheses make it an answer.

    `assert x == [] or True` does not ask what `assert x == __` asks.
    """
    with contextlib.suppress(Altered, SyntaxError):
        lay_over(frame, text)
        return None  # it is an answer as it stands
    row = next(i for i, line in enumerate(frame.splitlines()) if _has_hole(line))
    before, after = frame.splitlines()[row].strip().split("__", 1)
    for line in text.splitlines():
        code = line.strip()
        middle = code[len(before) : len(code) - len(after)]
        if not (code.startswith(before) and code.endswith(after) and middle):
            continue
        try:
            lay_over(frame, text.replace(line, line.replace(middle, f"({middle})"), 1))
        except (Altered, SyntaxError):
            continue
        return middle.strip()
    return None


def _has_hole(line: str) -> bool:
    return "__" in line.replace("import __", "").replace("__init__", "")


class _Matcher:
    def __init__(self, text: str) -> None:
        self.text = text
        self.found: Filled | None = None
        self.end = 1

    def match(self, frame: object, learner: object) -> None:
        if isinstance(frame, ast.Name) and frame.id == "__":
            self.take([learner])
            return
        if type(frame) is not type(learner):
            raise Altered
        if not isinstance(frame, ast.AST):
            if isinstance(frame, str) and isinstance(learner, str):
                frame, learner = inspect.cleandoc(frame), inspect.cleandoc(learner)
            if frame != learner:
                raise Altered
            return
        if isinstance(frame, ast.Call) and any(map(_is_hole, frame.args)):
            assert isinstance(learner, ast.Call)
            self.match(frame.func, learner.func)
            self.match_list(_arguments(frame), _arguments(learner))
            return
        for name, value in ast.iter_fields(frame):
            other = getattr(learner, name)
            if name in ("ctx", "type_comment", "kind"):
                continue
            if isinstance(value, list) and isinstance(other, list):
                self.match_list(value, other)
            else:
                self.match(value, other)

    def match_list(self, frame: list[ast.AST], learner: list[ast.AST]) -> None:
        hole = next((i for i, node in enumerate(frame) if _is_hole(node)), None)
        if hole is None:
            if len(frame) != len(learner):
                raise Altered
            for one, other in zip(frame, learner):
                self.match(one, other)
            return
        behind = len(frame) - hole - 1
        stop = len(learner) - behind
        if stop < hole:
            raise Altered
        for one, other in zip(frame[:hole], learner[:hole]):
            self.match(one, other)
        self.take(learner[hole:stop])
        for one, other in zip(frame[hole + 1 :], learner[stop:]):
            self.match(one, other)

    def take(self, nodes: Sequence[object]) -> None:
        """Read the text of the nodes that stand at the hole."""
        trees = [node for node in nodes if isinstance(node, ast.AST)]
        if not trees:
            self.found = Filled("", 1)
            return
        first, last = _first_line(trees[0]), trees[-1].end_lineno  # type: ignore[attr-defined]
        if isinstance(trees[0], ast.stmt):
            lines = lines_of(self.text)[first - 1 : last]
            self.found = Filled(textwrap.dedent("".join(lines)).rstrip("\r\n"), first)
            return
        start, stop = span(self.text, trees[0]).start, span(self.text, trees[-1]).stop
        self.found = Filled(self.text[start:stop], first)


def _body(tree: ast.Module) -> list[ast.AST]:
    """Return the statements of a module without its docstring and its imports.

    A docstring with an import above it is a mere string, and left out as well.
    """
    return [
        node
        for node in tree.body
        if not isinstance(node, (ast.Import, ast.ImportFrom))
        and not (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        )
    ]


def _is_hole(node: object) -> bool:
    """Say whether node is `__` itself, or the statement `__("what to do")`."""
    if isinstance(node, ast.Expr):
        node = node.value.func if isinstance(node.value, ast.Call) else node.value
    return isinstance(node, ast.Name) and node.id == "__"


def _first_line(node: ast.AST) -> int:
    decorators = getattr(node, "decorator_list", [])
    line: int = min([n.lineno for n in decorators] + [node.lineno])  # type: ignore[attr-defined]
    return line


def _arguments(call: ast.Call) -> list[ast.AST]:
    """Return the arguments of a call, by place and by name, as they stand."""
    both: list[ast.AST] = [*call.args, *call.keywords]
    return sorted(both, key=lambda node: (node.lineno, node.col_offset))  # type: ignore[attr-defined]


def bindings(tree: ast.Module) -> dict[str, str]:
    """Return what the imports at the top bind: the name, and the dotted target."""
    bound = {}
    for node in tree.body:
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.partition(".")[0]
                bound[alias.asname or alias.name] = alias.name if alias.asname else top
                bound.setdefault(top, top) if not alias.asname else None
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                target = f"{'.' * node.level}{node.module or ''}.{alias.name}"
                bound[alias.asname or alias.name] = target
    return bound


def imports(koan: ast.Module, learner: ast.Module) -> dict[str, str]:
    """Return the imports that the learner added.

    Raises Altered where one of them gives another meaning to a name of the koan.
    """
    had, has = bindings(koan), bindings(learner)
    used = {n.id for n in ast.walk(koan) if isinstance(n, ast.Name)}
    added = {}
    for name, target in has.items():
        if had.get(name) == target:
            continue
        if name == "*" or name in had or name in used:
            raise Altered(f"the import of {target} gives `{name}` another meaning")
        added[name] = target
    return added


def changes(koan: str, text: str, blank: range) -> str:
    """Return as a diff how text differs from the koan outside the blank's lines.

    blank: the lines of the koan, from 1, that the answer replaces.
    """
    before, after = koan.splitlines(), text.splitlines()
    lines = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        old = [i for i in range(a, b) if i + 1 not in blank]
        new = list(range(c, d))
        if b - a == d - c:  # line by line; else the blank may be any of the new ones
            new = [c + i - a for i in old]
        lines += [f"- {before[i]}" for i in old]
        lines += [f"+ {after[i]}" for i in new]
    return "\n".join(lines)
