"""`__` raises Incomplete, however it is used."""

from __future__ import annotations

import asyncio
import copy
import math
import operator
import os
import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy
import pytest
import torch

from koans import Incomplete, __

UNARY = [
    bool, int, float, complex, str, bytes, hash, len, iter, next, reversed, list,
    abs, round, math.trunc, math.floor, math.ceil, divmod, operator.index,
    operator.neg, operator.pos, operator.invert, os.fspath, numpy.asarray,
]  # fmt: skip
BINARY = [
    operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge,
    operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv,
    operator.mod, operator.pow, operator.matmul, operator.and_, operator.or_,
    operator.xor, operator.lshift, operator.rshift, divmod,
    operator.iadd, operator.isub, operator.imul, operator.itruediv, operator.ipow,
    operator.ifloordiv, operator.imod, operator.imatmul, operator.iand,
    operator.ior, operator.ixor, operator.ilshift, operator.irshift,
]  # fmt: skip


@pytest.mark.parametrize("use", [use for use in UNARY if use is not divmod])
def test_a_use_of_the_blank_alone_is_incomplete(use):
    with pytest.raises(Incomplete):
        use(__)


@pytest.mark.parametrize("use", BINARY)
def test_a_use_of_the_blank_on_the_left_is_incomplete(use):
    with pytest.raises(Incomplete):
        use(__, 2)


@pytest.mark.parametrize("use", [use for use in BINARY if use.__name__[0] != "i"])
def test_a_use_of_the_blank_on_the_right_is_incomplete(use):
    with pytest.raises(Incomplete):
        use(2, __)


@pytest.mark.parametrize(
    "use",
    [
        lambda: __(),
        lambda: __("what to do", key=1),
        lambda: __[0],
        lambda: __[1:2],
        lambda: operator.setitem(__, 0, 1),
        lambda: operator.delitem(__, 0),
        lambda: 1 in __,
        lambda: __.shape,
        lambda: setattr(__, "shape", 1),
        lambda: delattr(__, "shape"),
        lambda: f"{__}",
        lambda: [*__],
        lambda: {**{}, __: 1},
        lambda: __ if __ else 1,
        lambda: not __,
        lambda: isinstance(1, __),
        lambda: issubclass(int, __),
        lambda: [1, 2][__],
        lambda: range(__),
    ],
)
def test_calls_indices_attributes_and_the_rest_are_incomplete(use):
    with pytest.raises(Incomplete):
        use()


def test_a_context_is_incomplete():
    with pytest.raises(Incomplete), __:
        pass


def test_a_base_class_is_incomplete():
    with pytest.raises(Incomplete):

        class Answer(__):
            pass


def test_asynchronous_uses_are_incomplete():
    async def wait():
        await __

    async def enter():
        async with __:
            pass

    async def walk():
        async for _ in __:
            pass

    for use in (wait, enter, walk):
        with pytest.raises(Incomplete):
            asyncio.run(use())


@pytest.mark.parametrize(
    "use",
    [
        lambda x: torch.add(x, __),
        lambda x: torch.stack([x, __]),
        lambda x: x + __,
        lambda x: x @ __,
        lambda x: x.reshape(__),
        lambda x: x[__],
        lambda x: torch.zeros(__),
        lambda x: torch.tensor(__),
        lambda x: torch.nn.functional.relu(__),
        lambda x: x.sum(dim=__),
    ],
)
def test_a_torch_function_with_a_blank_is_incomplete(use):
    with pytest.raises(Incomplete):
        use(torch.ones(2, 2))


def test_it_names_the_file_and_the_line():
    with pytest.raises(Incomplete) as caught:
        assert __ == 1
    line = caught.traceback[0].lineno + 1
    assert str(caught.value).startswith(f"{__file__}:{line}: ")


def test_pytest_raises_exception_lets_it_through():
    with pytest.raises(Incomplete), pytest.raises(Exception):  # noqa: B017, PT011
        __()


def test_it_survives_pickling():
    error = Incomplete("koan.py:3: the blank")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again)) == (Incomplete, "koan.py:3: the blank")


def use_the_blank() -> None:
    __()


def test_it_crosses_processes():
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        error = pool.submit(use_the_blank).exception(timeout=30)
    assert isinstance(error, Incomplete)


@pytest.mark.parametrize("name", ["_private", "__wrapped__", "__code__", "_fields"])
def test_an_attribute_with_an_underscore_is_not_there(name):
    with pytest.raises(AttributeError):
        getattr(__, name)


def test_collection_and_copying_can_look_at_it():
    assert "Blank" in repr(__)
    assert isinstance(copy.copy(__), type(__))
    assert not hasattr(__, "__test__")
