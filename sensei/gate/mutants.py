"""Neighbours of an answer: a prediction's must all be rejected, code's are shown."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator

from sensei.feedback import form
from sensei.lesson import Lesson

DTYPES = (
    "float32",
    "float64",
    "float16",
    "bfloat16",
    "int64",
    "int32",
    "uint8",
    "bool",
)
ERRORS = ("RuntimeError", "ValueError", "TypeError", "IndexError")
MOST = 40


def predictions(lesson: Lesson) -> list[str]:
    """Return neighbours of a prediction, none of which may pass.

    Numbers off by one or by 10 %, negated bools, other dtypes, lists and shapes in
    another order or of another length. What the lesson lists under `Right:`, or
    what is equal to the answer, is left out.
    """
    equal = {form(lesson.answer), *(form(right.code) for right in lesson.rights)}
    values = [_value(lesson.answer), *(_value(right.code) for right in lesson.rights)]
    found: dict[str, None] = {}
    for code in _neighbours(lesson.answer):
        value = _value(code)
        if form(code) in equal or (value is not None and value in values):
            continue
        found.setdefault(code)
    return _spread(list(found))


def required(lesson: Lesson) -> list[str]:
    """Return the answers without content that code must be safe from."""
    if lesson.kind == "expression":
        return ["None"]
    return ["pass", "return None"]


def edits(lesson: Lesson) -> list[str]:
    """Return small edits of a code answer: many of them are equally right.

    A line dropped, two neighbours swapped, a dim or another small number changed.
    """
    try:
        tree = ast.parse(_wrapped(lesson.answer))
    except SyntaxError:
        return []
    equal = {form(lesson.answer), *(form(right.code) for right in lesson.rights)}
    equal |= {form(wrong.code) for wrong in lesson.wrongs} | {form(lesson.broken)}
    found: dict[str, None] = {}
    for change in [*_without_a_line(tree), *_swapped(tree), *_other_numbers(tree)]:
        code = _unwrapped(change)
        if code.strip() and form(code) not in equal:
            found.setdefault(code)
    return _spread(list(found))


def _spread(codes: list[str]) -> list[str]:
    """Return at most MOST of the codes, evenly from first to last."""
    if len(codes) <= MOST:
        return codes
    return [codes[i * len(codes) // MOST] for i in range(MOST)]


def _value(code: str) -> object:
    try:
        value: object = ast.literal_eval(code.strip())
    except (ValueError, SyntaxError, TypeError):
        return None
    return value


def _neighbours(answer: str) -> Iterator[str]:
    tree = ast.parse(f"({answer}\n)", mode="eval").body
    for index, node in enumerate(ast.walk(tree)):
        for new in _others(node):
            other = copy.deepcopy(tree)
            old = list(ast.walk(other))[index]
            yield ast.unparse(new if old is other else _Replacer(old, new).visit(other))


def _others(node: ast.AST) -> Iterator[ast.expr]:
    """Yield what could stand in the place of one node of an answer."""
    if isinstance(node, ast.Constant):
        for value in _other_values(node.value):
            yield ast.Constant(value)
    elif isinstance(node, ast.Attribute) and node.attr in DTYPES:
        for name in DTYPES:
            if name != node.attr:
                yield ast.Attribute(copy.deepcopy(node.value), name, ast.Load())
    elif isinstance(node, ast.Name) and node.id in ERRORS:
        for name in ERRORS:
            if name != node.id:
                yield ast.Name(name, ast.Load())
    elif isinstance(node, (ast.Tuple, ast.List)):
        for order in _orders(len(node.elts)):
            elements = [copy.deepcopy(node.elts[i]) for i in order]
            yield type(node)(elements, ast.Load())


def _orders(size: int) -> list[list[int]]:
    """Return other orders of so many elements, and one element less or more."""
    if size == 0:
        return []
    places = list(range(size))
    orders = [places[::-1]] if size > 2 else []
    for i in range(size - 1):
        orders.append([*places[:i], i + 1, i, *places[i + 2 :]])
    return [*orders, places[:-1], [*places, size - 1]]


def _other_values(value: object) -> list[bool | int | float | str]:
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        more = [round(value * 1.1)] if value > 14 else []
        return [value + 1, value - 1, *more]
    if isinstance(value, float):
        return [value + 1, float(f"{value * 1.1:.9g}") if value else 0.1]
    if isinstance(value, str):
        return [value + "x"]
    return [0] if value is None else []


class _Replacer(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else self.generic_visit(node)


def _wrapped(answer: str) -> str:
    """Return code as the body of a function, so that `return` may stand in it."""
    body = "\n".join(f"    {line}" for line in answer.splitlines())
    return f"def answer():\n{body}\n"


def _unwrapped(tree: ast.Module) -> str:
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    code = "\n".join(ast.unparse(statement) for statement in function.body)
    return code


def _bodies(tree: ast.AST) -> list[list[ast.stmt]]:
    found = []
    for node in ast.walk(tree):
        for name in ("body", "orelse"):
            body = getattr(node, name, None)
            if isinstance(body, list) and body and isinstance(body[0], ast.stmt):
                found.append(body)
    return found[1:]  # not the module's


def _without_a_line(tree: ast.Module) -> Iterator[ast.Module]:
    for i, body in enumerate(_bodies(tree)):
        for j in range(len(body)):
            other = copy.deepcopy(tree)
            twin = _bodies(other)[i]
            if len(twin) > 1:
                del twin[j]
            else:
                twin[j] = ast.Pass()
            yield other


def _swapped(tree: ast.Module) -> Iterator[ast.Module]:
    for i, body in enumerate(_bodies(tree)):
        for j in range(len(body) - 1):
            other = copy.deepcopy(tree)
            twin = _bodies(other)[i]
            twin[j], twin[j + 1] = twin[j + 1], twin[j]
            yield other


def _other_numbers(tree: ast.Module) -> Iterator[ast.Module]:
    numbers = [i for i, node in enumerate(ast.walk(tree)) if _is_small(node)]
    for i in numbers:
        for step in (1, -1):
            other = copy.deepcopy(tree)
            node = list(ast.walk(other))[i]
            assert isinstance(node, ast.Constant)
            assert isinstance(node.value, int)
            node.value += step
            yield ast.fix_missing_locations(other)


def _is_small(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Constant)
        and type(node.value) is int
        and abs(node.value) < 10
    )
