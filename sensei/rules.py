"""What an answer may be made of: these rules need the text alone, and no torch."""

from __future__ import annotations

import ast
import builtins

from sensei import syntax
from sensei.lesson import Lesson
from sensei.overlay import bindings

CONTAINERS = frozenset({"list", "tuple", "set", "frozenset", "dict", "range", "slice"})
SCALARS = frozenset({"float", "int", "bool", "complex", "str", "bytes"})
VALUES = frozenset({"torch.Size", "torch.tensor", "torch.device", "math.sqrt"})
LITERALS = CONTAINERS | SCALARS | VALUES | {"math.log", "math.exp"}
"""What a prediction may call: it makes a value, and asks no one."""
MODULES = frozenset({"torch", "math", "numpy"})
DANGEROUS = frozenset({"eval", "exec", "globals", "locals", "vars", "getattr", "open"})
BACK_DOORS = frozenset({"eval", "exec", "globals", "locals"})
"""Builtins that reach a name without writing it."""


def refuse(lesson: Lesson, answer: str, added: dict[str, str]) -> str | None:
    """Return why this answer may not be given, or None.

    added: the imports that came with the answer, name by target.
    """
    tree = _parse(answer)
    if tree is None:
        return None  # not for here: it does not compile
    ban = _banned(lesson, tree, added)
    if ban:
        return ban
    if lesson.kind == "prediction":
        return _unpredicted(lesson, tree, added)
    return _borrowed(lesson, tree) or _hidden(lesson, tree, BACK_DOORS)


def _parse(answer: str) -> ast.AST | None:
    expressions = (f"({answer}\n)", f"f({answer}\n)", f"f[{answer}\n]")
    for code in (*expressions, answer, _in_function(answer)):
        try:
            return syntax.parse(code)
        except SyntaxError:
            continue
    return None


def _in_function(answer: str) -> str:
    body = "\n".join(f"    {line}" for line in answer.splitlines())
    return f"def answer():\n{body}\n"


def _stored(tree: ast.AST) -> frozenset[str]:
    """Return the variables that the tree gives a value."""
    names = (node for node in ast.walk(tree) if isinstance(node, ast.Name))
    return frozenset(name.id for name in names if isinstance(name.ctx, ast.Store))


def _names(tree: ast.AST, own: frozenset[str] = frozenset()) -> set[str]:
    """Return all names that the tree uses, the last parts of dotted ones included.

    own: variables that do not count, wherever they stand alone.
    """
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            found |= {node.id} - own
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.alias):
            found.add(node.name.rpartition(".")[2])
    return found


def _banned(lesson: Lesson, tree: ast.AST, added: dict[str, str]) -> str | None:
    """Refuse the names that the lesson bans, also under a name given by an import.

    A variable of the answer's own may be called as it likes.
    """
    renamed = {target.rpartition(".")[2] for target in added.values()}
    used = _names(tree, _stored(tree)) | renamed
    for ban in lesson.bans:
        if ban.text.rpartition(".")[2] in used:
            return f"`{ban.text}` may not be used here: writing it is the exercise."
    if lesson.bans:
        return _hidden(lesson, tree, BACK_DOORS | {"getattr"})
    return None


def catches(lesson: Lesson, ban: str) -> bool:
    """Say whether calling a name that the lesson bans is refused for that ban."""
    tree = _parse(f"{ban}()")
    return tree is not None and f"`{ban}`" in (_banned(lesson, tree, {}) or "")


def _hidden(lesson: Lesson, tree: ast.AST, names: frozenset[str]) -> str | None:
    """Refuse builtins that reach a name by its text, unless the lesson uses them."""
    allowed = set[str]().union(*map(_names, _sources(lesson)))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    for name in sorted(used & names - allowed):
        return f"`{name}` may not be used here: call what you need by its name."
    return None


def _sources(lesson: Lesson) -> list[ast.AST]:
    """Return the trees of the answers that the lesson itself accepts."""
    answers = [lesson.answer, *(right.code for right in lesson.rights)]
    return [tree for tree in map(_parse, answers) if tree is not None]


def _unpredicted(lesson: Lesson, tree: ast.AST, added: dict[str, str]) -> str | None:
    """Refuse a prediction that computes its value instead of knowing it."""
    known = set(LITERALS)
    allowed: set[str] = set()
    for source in _sources(lesson):
        known |= _called(source)
        allowed |= {n.id for n in ast.walk(source) if isinstance(n, ast.Name)}
    for name, target in added.items():
        if target not in MODULES:
            return f"A prediction needs no `{name}`: write the value itself."
    # A comprehension's name may not hide one of the test's own.
    local = _stored(tree) - _test_names(lesson)
    imported = {
        name
        for name, target in (bindings(syntax.parse(lesson.source)) | added).items()
        if target.partition(".")[0] in MODULES
    }
    for node in ast.walk(tree):
        if isinstance(node, (ast.Lambda, ast.NamedExpr, ast.Await, ast.Yield)):
            return "A prediction is a value: write the value itself."
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Call)
            and ast.unparse(node) not in known
        ):
            return "A prediction asks no made value: write the value itself."
        if isinstance(node, ast.Call) and ast.unparse(node.func) not in known:
            called = ast.unparse(node.func)
            return (
                f"A prediction calls nothing: write the value that `{called}(...)` "
                "would give, as you expect it."
            )
        if isinstance(node, ast.Name) and node.id not in allowed | local | imported:
            if hasattr(builtins, node.id) and node.id not in DANGEROUS:
                continue
            if node.id in _test_names(lesson):
                return (
                    f"A prediction does not ask `{node.id}`: "
                    "write the value that you expect."
                )
    return None


def _called(tree: ast.AST) -> set[str]:
    return {ast.unparse(n.func) for n in ast.walk(tree) if isinstance(n, ast.Call)}


def _test_names(lesson: Lesson) -> set[str]:
    """Return every name that the koan binds: variables, arguments, functions."""
    tree = syntax.parse(lesson.koan)
    names = set(_stored(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
    return names


def _borrowed(lesson: Lesson, tree: ast.AST) -> str | None:
    """Refuse code that calls a function of the file which no listed answer uses."""
    functions = {
        node.name: node
        for node in syntax.parse(lesson.koan).body
        if isinstance(node, ast.FunctionDef)
    }
    around = {
        name
        for name, node in functions.items()
        if node.lineno <= lesson.line <= (node.end_lineno or 0)
    }
    allowed = around.union(*map(_names, _sources(lesson)))
    bound = _stored(tree) | {
        node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)
    }
    used = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
    shared = {
        name for n in ast.walk(tree) if isinstance(n, ast.Global) for name in n.names
    }
    for name in sorted((used - bound | shared) & functions.keys() - allowed):
        return f"`{name}` is the test's own: your answer has to do without it."
    return None
