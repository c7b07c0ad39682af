"""What all tests of sensei share: their order, and freedom from what make says."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Keep the tests of a file in one process: some share a run of the whole gate."""
    from xdist.scheduler import LoadFileScheduling

    return LoadFileScheduling(config, log)


@pytest.fixture(autouse=True)
def without_make(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget that `make test` started us: messages would name make's commands."""
    monkeypatch.delenv("MAKELEVEL", raising=False)
