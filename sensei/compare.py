"""Says what is off with a predicted value, without giving the right one away.

Runs in the process of the koan, on the objects themselves; imports no torch.
"""

from __future__ import annotations

import math
from typing import Any

import pytest

Numbers = (int, float)
LONGEST = 10_000
"""Entries that are compared, at most."""
OTHER_PART = (
    "The values are right, but a part is of another type: a list is no tuple, and 1 is "
    "not True."
)


def off(wanted: object, given: object) -> str:
    """Return in one sentence how a predicted value is off, or "" where none fits.

    wanted: what the code gives; given: what the learner wrote.
    """
    try:
        return _off(plain(wanted), _written(wanted, given), wanted, given)
    except Exception:  # values of any kind, with any `__eq__`
        return ""


def plain(value: Any) -> Any:
    """Return tensors and tuples as lists, in dicts too; all else as it is."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return value


def _written(wanted: Any, given: Any) -> Any:
    """Return what was given as plain values, out of a `pytest.approx` around them.

    What is near enough for it becomes the value that is wanted.
    """
    if not type(given).__name__.startswith("Approx"):
        return plain(given)

    def near(want: Any, gave: Any) -> Any:
        if isinstance(gave, list) and isinstance(want, list) and len(gave) == len(want):
            return [near(*pair) for pair in zip(want, gave)]
        allowed = pytest.approx(gave, given.rel, given.abs, given.nan_ok)
        return want if want == allowed else gave

    return near(plain(wanted), plain(given.expected))


def _off(wanted: Any, given: Any, was: object, wrote: object) -> str:
    if isinstance(given, type) and not isinstance(wanted, type):
        more = " A dtype of torch's is wanted." if _is_dtype(wanted) else ""
        return f"Yours is the class `{given.__name__}` itself, and no value.{more}"
    if callable(given) and not callable(wanted):
        return "Yours is a function that is not called, and no value."
    if isinstance(wanted, bool) != isinstance(given, bool) and not isinstance(
        wanted, list
    ):
        if isinstance(wanted, bool):
            return f"A bool is wanted, and yours is of type {type(given).__name__}."
        return "No bool is wanted here."
    if isinstance(wanted, Numbers) and isinstance(given, Numbers):
        return _number(wanted, given)
    if isinstance(wanted, list) and isinstance(given, list):
        return _nested(wanted, given, was)
    if isinstance(wanted, list) and isinstance(given, (set, frozenset, dict)):
        return f"Entries in an order are wanted, and yours is a {type(given).__name__}."
    if isinstance(wanted, list) != isinstance(given, list):
        many = isinstance(wanted, list)
        return (
            "Several entries are wanted, and yours is a single value."
            if many
            else "A single value is wanted, and yours has several entries."
        )
    if isinstance(wanted, dict) and isinstance(given, dict):
        return _keys(wanted, given)
    if isinstance(wanted, (set, frozenset)) and isinstance(given, (set, frozenset)):
        return _members(wanted, given)
    if isinstance(wanted, str) and isinstance(given, str):
        return "Only the case is off." if wanted.lower() == given.lower() else ""
    if _is_dtype(wanted) and _is_dtype(given):
        return _dtype(wanted, given)
    if type(wanted) is not type(given):
        kind = type(wrote).__name__
        return f"The type is off: yours is of type {kind}."
    return ""


def _keys(wanted: dict[Any, Any], given: dict[Any, Any]) -> str:
    """Compare two dicts of plain values."""
    extra = [key for key in given if key not in wanted]
    missing = [key for key in wanted if key not in given]
    if extra or missing:
        said = [f"Yours lacks {_listed(missing)}."] if missing else []
        if extra:
            said.append(f"{_listed(extra)} {_is(extra)} in it.")
        return " ".join(said)
    wrong = [key for key in wanted if wanted[key] != given[key]]
    if not wrong:
        return OTHER_PART
    if len(wrong) > 1:
        return f"The values of {_listed(wrong)} are off."
    [key] = wrong
    more = _off(wanted[key], given[key], wanted[key], given[key])
    return f"The value of {key!r} is off. {more}".strip()


def _members(wanted: Any, given: Any) -> str:
    """Compare two sets."""
    extra = sorted(given - wanted, key=repr)
    count = len(wanted - given)
    said = [f"{_listed(extra)} {_is(extra)} in it."] if extra else []
    if count:
        said.append(f"Yours lacks {count} of {len(wanted)} members.")
    return " ".join(said)


def _listed(keys: list[Any]) -> str:
    *others, last = map(repr, keys)
    return f"{', '.join(others)} and {last}" if others else last


def _is(keys: list[Any]) -> str:
    return "is not" if len(keys) == 1 else "are not"


def _number(wanted: float, given: float) -> str:
    if math.isnan(wanted) or math.isnan(given):
        return "" if math.isnan(wanted) else "It is a number, not nan."
    if type(wanted) is type(given) is bool:
        return "It is the other of the two."
    if wanted == -given:
        return "The sign is off."
    if abs(wanted - given) == 1 and wanted == int(wanted):
        return "It is off by one."
    if wanted and math.isfinite(wanted) and math.isfinite(given):
        ratio = given / wanted
        if math.isclose(ratio, 1, rel_tol=0.02):
            return "It is close: some digits, or the rounding, are off."
        for factor in (2, 3, 4, 8, 10, 100, 1000):
            for sign, how in ((factor, "too large"), (1 / factor, "too small")):
                if math.isclose(ratio, sign, rel_tol=1e-6):
                    return f"It is {how}, by a factor of {factor}."
    return "It is too large." if given > wanted else "It is too small."


def _is_dtype(value: object) -> bool:
    return type(value).__name__ == "dtype"


def _dtype(wanted: Any, given: Any) -> str:
    if wanted.is_floating_point != given.is_floating_point:
        return "The dtype is of another kind: floating point, whole number, bool."
    return "The dtype is of the right kind, and of another width."


def _nested(wanted: list[Any], given: list[Any], was: object) -> str:
    shape, yours = _shape(wanted), _shape(given)
    if isinstance(was, tuple) and len(shape) == len(yours) == 1:
        return _dims(wanted, given)
    if (_depth(wanted), _depth(given)) != (len(shape), len(yours)):
        return _parts(wanted, given)
    if len(shape) != len(yours):
        return f"The number of dims is off: yours has {len(yours)}."
    if shape != yours:
        if shape == yours[::-1]:
            return "The dims are in another order."
        wrong = [i for i, (a, b) in enumerate(zip(shape, yours)) if a != b]
        if len(shape) == 1:
            return f"The number of entries is off: yours has {yours[0]}."
        return f"The size of dim {' and '.join(map(str, wrong))} is off."
    return _entries(wanted, given)


def _parts(wanted: list[Any], given: list[Any]) -> str:
    """Compare two lists of which one at least is no regular nest."""
    if len(wanted) != len(given):
        return f"The number of entries is off: yours has {len(given)}."
    wrong = [i for i, (a, b) in enumerate(zip(wanted, given)) if a != b]
    if not wrong:
        return OTHER_PART
    if len(wrong) > 1:
        more = f"the first is [{wrong[0]}]"
        return f"{len(wrong)} of {len(wanted)} parts are off; {more}."
    a, b = wanted[wrong[0]], given[wrong[0]]
    return f"Part [{wrong[0]}] is off. {_off(a, b, a, b)}".strip()


def _dims(wanted: list[Any], given: list[Any]) -> str:
    """Compare two shapes, or other flat tuples."""
    if len(wanted) != len(given):
        return f"The number of dims is off: yours has {len(given)}."
    if sorted(map(repr, wanted)) == sorted(map(repr, given)):
        return "These are the right sizes, in another order."
    wrong = [i for i, (a, b) in enumerate(zip(wanted, given)) if a != b]
    if len(wrong) == 1:
        [dim] = wrong
        by_one = wanted[dim] in (given[dim] - 1, given[dim] + 1)
        return f"One dim is off, dim {dim}{': by one' if by_one else ''}."
    return f"{len(wrong)} of {len(wanted)} dims are off."


def _entries(wanted: list[Any], given: list[Any]) -> str:
    """Compare two nests of one shape."""
    pairs = list(zip(flat(wanted), flat(given)))[:LONGEST]
    wrong = [(place, a, b) for (place, a), (_, b) in pairs if a != b]
    if not wrong:
        return OTHER_PART
    numbers = all(isinstance(x, Numbers) for _, a, b in wrong for x in (a, b))
    bools = all(isinstance(x, bool) for _, a, b in wrong for x in (a, b))
    if bools and len(wrong) == len(pairs) > 1:
        return "Each is the other of the two."
    if sorted(repr(a) for (_, a), _ in pairs) == sorted(repr(b) for _, (_, b) in pairs):
        return "These are the right entries, in another order."
    if len(wrong) > 1 and numbers and not bools:
        if all(a == -b for _, a, b in wrong):
            return "The sign is off."
        if (
            len({a - b for _, a, b in wrong}) == 1
            and abs(wrong[0][1] - wrong[0][2]) == 1
        ):
            return f"{len(wrong)} of {len(pairs)} entries are off, each by one."
    if len(wrong) == 1:
        place, a, b = wrong[0]
        more = "" if bools else _off(a, b, a, b)
        return f"One entry is off, {place}. {more}".strip()
    return f"{len(wrong)} of {len(pairs)} entries are off; the first is {wrong[0][0]}."


def _shape(value: Any) -> list[int]:
    """Return the sizes of a nest of lists, as deep as it is regular."""
    if not isinstance(value, list):
        return []
    inner = [_shape(part) for part in value]
    same = inner and all(shape == inner[0] for shape in inner)
    return [len(value), *(inner[0] if same else [])]


def _depth(value: Any) -> int:
    if not isinstance(value, list):
        return 0
    return 1 + max(map(_depth, value), default=0)


def flat(value: Any, place: str = "") -> list[tuple[str, Any]]:
    """Return the entries of a nest of lists, each with its place, such as `[1][0]`."""
    if not isinstance(value, list):
        return [(place, value)]
    return [e for i, part in enumerate(value) for e in flat(part, f"{place}[{i}]")]
