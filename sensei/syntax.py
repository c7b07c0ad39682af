"""Python's parser, for one thread at a time.

Python 3.11 counts the depth of its syntax trees for all threads together: two that
parse at once may fail with "SystemError: AST constructor recursion depth mismatch".
"""

from __future__ import annotations

import ast
import threading

_alone = threading.Lock()


def parse(text: str | bytes) -> ast.Module:
    """Return the syntax tree of a file. Raises what `ast.parse` raises."""
    with _alone:
        return ast.parse(text)


def literal(text: str) -> object:
    """Return the value of a literal. Raises what `ast.literal_eval` raises."""
    with _alone:
        return ast.literal_eval(text)
