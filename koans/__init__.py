"""Hands out `__`, the blank: put your answer in its place."""

from __future__ import annotations

import sys
from typing import Any


class Incomplete(BaseException):
    """A blank was used. The text names the file and the line that used it.

    A BaseException, so that `pytest.raises(Exception)` lets it through, and made
    from one string, so that it can be sent from one process to another.
    """


def _where() -> str:
    """Return `file:line` of the innermost code that is not this module's."""
    frame = sys._getframe(1)
    here = frame.f_code.co_filename
    while frame.f_back is not None and frame.f_code.co_filename == here:
        frame = frame.f_back
    return f"{frame.f_code.co_filename}:{frame.f_lineno}"


def _refuse(self: Blank, *args: Any, **kwargs: Any) -> Any:
    raise Incomplete(f"{_where()}: the blank `__` is still to be filled in")


class Blank:
    """Stands where the answer belongs, and raises Incomplete however it is used."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        _refuse(self)

    __hash__ = _refuse
    __repr__ = object.__repr__


USES = """
    call eq ne lt le gt ge bool int float complex index len iter next reversed contains
    getitem setitem delitem enter exit aenter aexit await aiter anext setattr delattr
    str format bytes array fspath torch_function
    instancecheck subclasscheck mro_entries
    add radd iadd sub rsub isub mul rmul imul truediv rtruediv itruediv
    floordiv rfloordiv ifloordiv mod rmod imod divmod rdivmod pow rpow ipow
    matmul rmatmul imatmul and rand iand or ror ior xor rxor ixor
    lshift rlshift ilshift rshift rrshift irshift
    neg pos abs invert round trunc floor ceil
"""
for _use in USES.split():
    setattr(Blank, f"__{_use}__", _refuse)
Blank.__torch_function__ = classmethod(_refuse)  # type: ignore[attr-defined]

__ = Blank()
