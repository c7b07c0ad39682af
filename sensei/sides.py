"""Says how the two sides of a comparison differ that failed.

Runs in the process of the koan, on the objects themselves; imports no torch.
"""

from __future__ import annotations

import math
from typing import Any

from sensei.compare import OTHER_PART, flat, plain


def container(wanted: object, given: object) -> str:
    """Return the type that was wanted where only the container is another."""
    try:
        same = type(wanted) is not type(given) and plain(wanted) == plain(given)
    except Exception:  # values of any kind, with any `__eq__`
        return ""
    return type(wanted).__name__ if same else ""


def alike(left: object, right: object) -> str:
    """Return what differs between two sides that look the same, or "" if they do not.

    They look the same where they are written the same, or only the container differs.
    """
    try:
        kinds = type(left).__name__, type(right).__name__
        if type(left) is not type(right) and plain(left) == plain(right):
            return f"The same values, but the left is of type {kinds[0]}, " + (
                f"the right of type {kinds[1]}."
            )
        if plain(left) == plain(right):
            return OTHER_PART
        if repr(left) != repr(right):
            return ""
        if kinds[0] != kinds[1]:
            return f"Both are written so, but they are of types {' and '.join(kinds)}."
        if any(part != part for _, part in flat(plain(left))):
            return "nan is equal to nothing, itself included."
        return "Both are written so, and yet they are not equal."
    except Exception:  # values of any kind, with any `__eq__` and `__repr__`
        return ""


def tensors(actual: Any, expected: Any) -> str:
    """Return how two tensors differ: shape, dtype, device, largest error and where.

    Empty where they are no tensors, or do not differ in any of these.
    """
    if not (hasattr(actual, "dtype") and hasattr(expected, "dtype")):
        return ""
    try:
        head = [
            f"actual    {_facts(actual)}",
            f"expected  {_facts(expected)}",
        ]
        if tuple(actual.shape) != tuple(expected.shape):
            return "\n".join(head)
        return "\n".join([*head, *_largest(actual, expected)])
    except Exception:  # tensors of any kind: sparse, meta, quantised
        return ""


def _facts(tensor: Any) -> str:
    dtype = str(tensor.dtype).removeprefix("torch.")
    return f"shape {tuple(tensor.shape)}, {dtype}, {tensor.device}"


def _largest(actual: Any, expected: Any) -> list[str]:
    """Return the line about the largest error, of tensors of one shape."""
    one, other = (x.detach().cpu().to_dense().double() for x in (actual, expected))
    error = (one - other).abs()
    wrong = (error != 0) & ~(one.isnan() & other.isnan())
    count = int(wrong.sum())
    if not count:
        return []
    flat = int(error.nan_to_num(nan=math.inf).argmax())
    place = []
    for size in reversed(error.shape):
        flat, index = divmod(flat, size)
        place.append(index)
    where = f" at [{', '.join(map(str, reversed(place)))}]" if place else ""
    at = tuple(reversed(place))
    return [
        f"largest error {float(error[at]):.4g}{where}: "
        f"{float(one[at]):.6g} for {float(other[at]):.6g}; "
        f"{count} of {error.numel()} differ"
    ]
