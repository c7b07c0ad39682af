"""All that a koan needs under plain pytest: the device, the seed, isolation.

Imports nothing of sensei's: `pytest koans` and `pytest solutions` need torch,
torchvision, numpy and pytest, and nothing else.
"""

from __future__ import annotations

import ast
import importlib.metadata
import os
import random
import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import torch

ROOT = Path(__file__).resolve().parent
KOANS = {ROOT / "koans", ROOT / "practice"}
"""Where a file that holds its blank is incomplete."""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("torch-koans")
    group.addoption(
        "--device",
        default="cpu",
        help="where the tests put their tensors: cpu (default), cuda, cuda:1, mps",
    )
    group.addoption(
        "--seed",
        type=int,
        default=0,
        help="torch, NumPy and Python draw from this seed in every test (default 0)",
    )


def pytest_configure(config: pytest.Config) -> None:
    _check_torchvision()
    name = config.getoption("--device")
    if name != "cpu":
        check_device(name)


# --- the device ---------------------------------------------------------------


def check_device(name: str) -> None:
    """Stop with a usage error (exit 4) unless tensors can be made on this device."""
    import torch

    available = ["cpu"]
    available += [f"cuda:{i}" for i in range(torch.cuda.device_count())]
    if torch.backends.mps.is_available():
        available.append("mps")
    if name in available or (name == "cuda" and "cuda:0" in available):
        return
    raise pytest.UsageError(
        f"--device {shlex.quote(name)}: this machine has no such device. "
        f"Available: {', '.join(available)}. "
        f"{_device_advice(name)}"
    )


def _device_advice(name: str) -> str:
    import torch

    if name.startswith("cuda") and not torch.cuda.is_available():
        if torch.version.cuda is None:
            return (
                f"torch {torch.__version__} is built without CUDA: install a build "
                "that has it, or leave --device out to run on the CPU."
            )
        return (
            "torch sees no NVIDIA GPU: see whether `nvidia-smi` does, "
            "or leave --device out to run on the CPU."
        )
    return "Name one of these, or leave --device out to run on the CPU."


def _check_torchvision() -> None:
    """Stop with a usage error where torchvision cannot be imported with this torch.

    Only a torch without CUDA (`+cpu`) beside a torchvision with it is tried: the
    import takes a second.
    """
    try:
        torch_version = importlib.metadata.version("torch")
        vision_version = importlib.metadata.version("torchvision")
    except importlib.metadata.PackageNotFoundError as error:
        raise pytest.UsageError(
            f"{error.name} is not installed for {sys.executable}. "
            "`make koans` installs all that is needed into .venv; with a Python of "
            "your own: pip install -c constraints.txt torch torchvision numpy pytest"
        ) from None
    if not torch_version.endswith("+cpu") or vision_version.endswith("+cpu"):
        return
    try:
        import torchvision  # noqa: F401
    except RuntimeError as error:
        raise pytest.UsageError(
            f"torch {torch_version} and torchvision {vision_version} do not fit: "
            f"{error}. The one is built for the CPU only, the other is not. Install "
            "both from the same place, at the versions in constraints.txt."
        ) from None


@pytest.fixture
def device(request: pytest.FixtureRequest) -> torch.device:
    """The device named by --device, with its index where it has one."""
    import torch

    name = request.config.getoption("--device")
    return torch.device("cuda:0" if name == "cuda" else name)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a GPU where there is none."""
    gpu = [
        item
        for item in items
        if item.get_closest_marker("cuda") and not isinstance(item, IncompleteItem)
    ]
    if not gpu:
        return
    import torch

    if not torch.cuda.is_available():
        for item in gpu:
            item.add_marker(pytest.mark.skip(reason="needs a GPU: torch sees none"))


# --- data -----------------------------------------------------------------------


@pytest.fixture(scope="session")
def digit_files() -> list[tuple[torch.Tensor, torch.Tensor]]:
    """The shipped digits as (images, labels): for training, and for testing."""
    from torchvision.datasets import MNIST

    parts = [
        MNIST(ROOT / "data", train=train, download=False) for train in (True, False)
    ]
    return [(part.data[:, None] / 255, part.targets) for part in parts]


@pytest.fixture
def digits(
    digit_files: list[tuple[torch.Tensor, torch.Tensor]],
) -> tuple[torch.Tensor, torch.Tensor]:
    """1,287 handwritten digits: images (N, 1, 8, 8) from 0 to 1, labels (N,) int64."""
    images, labels = digit_files[0]
    return images.clone(), labels.clone()


@pytest.fixture
def unseen_digits(
    digit_files: list[tuple[torch.Tensor, torch.Tensor]],
) -> tuple[torch.Tensor, torch.Tensor]:
    """510 digits by other writers, as `digits` gives them: to test on alone."""
    images, labels = digit_files[1]
    return images.clone(), labels.clone()


# --- isolation ----------------------------------------------------------------


@pytest.fixture(autouse=True)
def isolation(request: pytest.FixtureRequest) -> Iterator[None]:
    """Seed the test, give it one thread, and put back whatever it sets."""
    if "torch" not in sys.modules:  # a test of sensei's
        yield
        return
    environment = dict(os.environ)
    folder = Path.cwd()
    seed(request.config.getoption("--seed"), request.config.getoption("--device"))
    undo = torch_state()
    yield
    undo()
    if dict(os.environ) != environment:
        os.environ.clear()
        os.environ.update(environment)
    os.chdir(folder)


def seed(number: int, device: str) -> None:
    """Seed torch on the CPU and on device, NumPy and Python."""
    import numpy
    import torch

    torch.default_generator.manual_seed(number)
    if device != "cpu":  # torch.manual_seed would queue a call for an idle CUDA
        torch.manual_seed(number)
    numpy.random.seed(number % 2**32)
    random.seed(number)


def torch_state() -> Callable[[], None]:
    """Set one thread and return a function that puts torch's global state back."""
    import torch

    torch.set_num_threads(1)
    dtype = torch.get_default_dtype()
    device = torch.get_default_device()
    deterministic = torch.are_deterministic_algorithms_enabled()
    warn_only = torch.is_deterministic_algorithms_warn_only_enabled()
    fill = torch.utils.deterministic.fill_uninitialized_memory  # type: ignore[attr-defined]
    precision = torch.get_float32_matmul_precision()
    anomaly = torch.is_anomaly_enabled()
    check_nan = torch.is_anomaly_check_nan_enabled()

    def undo() -> None:
        torch.set_grad_enabled(True)
        torch.set_num_threads(1)
        if torch.get_default_dtype() != dtype:
            torch.set_default_dtype(dtype)
        if torch.get_default_device() != device:
            torch.set_default_device(None if device.type == "cpu" else device)
        if (
            torch.are_deterministic_algorithms_enabled() != deterministic
            or torch.is_deterministic_algorithms_warn_only_enabled() != warn_only
        ):
            torch.use_deterministic_algorithms(deterministic, warn_only=warn_only)
        torch.utils.deterministic.fill_uninitialized_memory = fill  # type: ignore[attr-defined]
        if torch.get_float32_matmul_precision() != precision:
            torch.set_float32_matmul_precision(precision)
        torch.autograd.set_detect_anomaly(anomaly, check_nan)
        if "torch._dynamo" in sys.modules:
            torch._dynamo.reset()
        if torch.distributed.is_available() and torch.distributed.is_initialized():
            torch.distributed.destroy_process_group()

    return undo


# --- a koan that holds its blank is incomplete ---------------------------------


def pytest_pycollect_makemodule(
    module_path: Path, parent: pytest.Collector
) -> pytest.Module | None:
    """Collect a koan that holds its blank without importing it."""
    if not KOANS & set(module_path.parents):
        return None
    try:
        tree = ast.parse(module_path.read_bytes())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None  # pytest's own report says where
    lines = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id == "__"
    ]
    if not lines:
        return AnsweredModule.from_parent(parent, path=module_path)
    module: IncompleteModule = IncompleteModule.from_parent(parent, path=module_path)
    module.tree, module.line = tree, min(lines)
    return module


class AnsweredModule(pytest.Module):
    """A koan with an answer: one that ends Python ends its own collection alone."""

    def _getobj(self) -> Any:
        try:
            return super()._getobj()
        except SystemExit as end:
            raise self.CollectError(
                f"Importing this file ends Python (SystemExit: {end.code}). "
                "Take that call out of it."
            ) from None


class IncompleteModule(pytest.Module):
    """A koan that holds its blank: it is not run, whatever its tests would say."""

    tree: ast.Module
    line: int

    def collect(self) -> Iterator[pytest.Item]:
        tests = [
            node
            for node in self.tree.body
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test")
        ]
        for node in tests:
            item = IncompleteItem.from_parent(self, name=node.name)
            item.add_marks(node.decorator_list)
            yield item
        if not tests:  # deleted or renamed: still no reason to pass in silence
            yield IncompleteItem.from_parent(self, name=self.path.stem)

    def _getobj(self) -> Any:
        return None  # importing it could use the blank


class IncompleteItem(pytest.Item):
    """One test of a koan that holds its blank; fails in one plain line."""

    def add_marks(self, decorators: list[ast.expr]) -> None:
        """Mark the item as its test is marked, so that `-m` selects it."""
        for decorator in decorators:
            call = decorator.func if isinstance(decorator, ast.Call) else decorator
            name = ast.unparse(call)
            if name.startswith("pytest.mark."):
                name = name.removeprefix("pytest.mark.")
                if name in ("cuda", "slow", "essential"):  # not what would skip it
                    self.add_marker(name)

    def runtest(self) -> None:
        assert isinstance(self.parent, IncompleteModule)
        where = os.path.relpath(self.path, self.config.invocation_params.dir)
        pytest.fail(
            f"{where}:{self.parent.line}: incomplete: put your answer in place of `__`",
            pytrace=False,
        )

    def reportinfo(self) -> tuple[Path, int, str]:
        assert isinstance(self.parent, IncompleteModule)
        return self.path, self.parent.line - 1, self.name
