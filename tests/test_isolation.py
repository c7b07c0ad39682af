"""What a test sets is put back; what it draws hangs on the seed alone."""

from __future__ import annotations

import re

import pytest

from tests.checkout import Checkout

LEAKS = """
import os
import random
import warnings
from pathlib import Path

import numpy
import pytest
import torch

CWD = Path.cwd()


def test_dtype():
    torch.set_default_dtype(torch.float64)


def test_dtype_is_back():
    assert torch.get_default_dtype() == torch.float32


def test_device():
    torch.set_default_device("meta")


def test_device_is_back():
    assert torch.ones(1).device.type == "cpu"


def test_grad():
    torch.set_grad_enabled(False)


def test_grad_is_back():
    assert torch.is_grad_enabled()


def test_deterministic():
    torch.use_deterministic_algorithms(True, warn_only=True)
    torch.utils.deterministic.fill_uninitialized_memory = False


def test_deterministic_is_back():
    assert not torch.are_deterministic_algorithms_enabled()
    assert not torch.is_deterministic_algorithms_warn_only_enabled()
    assert torch.utils.deterministic.fill_uninitialized_memory


def test_precision():
    torch.set_float32_matmul_precision("medium")


def test_precision_is_back():
    assert torch.get_float32_matmul_precision() == "highest"


def test_threads():
    assert torch.get_num_threads() == 1
    torch.set_num_threads(2)


def test_threads_is_back():
    assert torch.get_num_threads() == 1


def test_anomaly():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.autograd.set_detect_anomaly(True, check_nan=False)


def test_anomaly_is_back():
    assert not torch.is_anomaly_enabled()
    assert torch.is_anomaly_check_nan_enabled()


def test_environment():
    os.environ["MINE"] = "1"
    del os.environ["PATH"]


def test_environment_is_back():
    assert "MINE" not in os.environ
    assert "PATH" in os.environ


def test_cwd(tmp_path):
    os.chdir(tmp_path)


def test_cwd_is_back():
    assert Path.cwd() == CWD


def test_group():
    store = torch.distributed.HashStore()
    torch.distributed.init_process_group("gloo", store=store, rank=0, world_size=1)


def test_group_is_back():
    assert not torch.distributed.is_initialized()


def draw():
    numbers = [torch.rand(1).item(), numpy.random.rand(), random.random()]
    with open(CWD / "draws", "a") as out:
        out.write(f"{numbers}\\n")


def test_draw():
    draw()


def test_draw_again():
    draw()


def triple(x):
    return 3 * x


@pytest.mark.parametrize("size", range(2, 14))
def test_compile(size):
    compiled = torch.compile(triple, backend="eager", fullgraph=True, dynamic=False)
    assert compiled(torch.ones(size)).tolist() == [3.0] * size
"""
LEFT = [
    "dtype", "device", "grad", "deterministic", "precision", "threads", "anomaly",
    "environment", "cwd", "group",
]  # fmt: skip


@pytest.fixture(scope="module")
def leaks(tmp_path_factory):
    """Run tests that leave everything behind; return the outcomes and the draws."""
    checkout = Checkout(tmp_path_factory.mktemp("leaks") / "checkout", {})
    (checkout.home.solutions / "test_01_leaks.py").write_text(LEAKS)
    ran = checkout.pytest("solutions", "-v")
    checkout.pytest("solutions/test_01_leaks.py::test_draw", "--seed=7")
    found = dict(re.findall(r"::(\S+) (PASSED|FAILED|ERROR)", ran.stdout))
    return found, (checkout.home.root / "draws").read_text().splitlines()


@pytest.mark.parametrize("what", LEFT)
def test_what_a_test_leaves_behind_is_put_back(leaks, what):
    found, _ = leaks
    assert found[f"test_{what}"] == "PASSED"
    assert found[f"test_{what}_is_back"] == "PASSED"


def test_a_function_can_be_compiled_in_more_tests_than_its_cache_holds(leaks):
    found, _ = leaks
    compiled = [name for name in found if name.startswith("test_compile")]
    assert len(compiled) == 12
    assert {found[name] for name in compiled} == {"PASSED"}


def test_every_test_draws_from_the_same_seed(leaks):
    _, (first, second, _) = leaks
    assert first == second


def test_another_seed_draws_other_numbers(leaks):
    _, (first, _, other) = leaks
    pairs = zip(first.strip("[]").split(), other.strip("[]").split())
    assert all(one != two for one, two in pairs)
