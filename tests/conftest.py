"""How the tests of sensei are spread over processes."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Keep the tests of a file in one process: some share a run of the whole gate."""
    from xdist.scheduler import LoadFileScheduling

    return LoadFileScheduling(config, log)
