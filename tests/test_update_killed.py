"""An update whose process is killed, and called again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests import update_world as world

SEED = 21
originals, git, root = world.originals, world.form, world.root
REPOSITORY = Path(__file__).resolve().parents[1]
DRIVER = """
import sys
from pathlib import Path
from tests import update_world
print("begun", flush=True)
update_world.update(Path(sys.argv[1]), git=sys.argv[2] == "True")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9 there")
@pytest.mark.parametrize("whole_group", [True, False], ids=["with_git", "alone"])
def test_an_update_killed_at_random_ends_as_if_it_had_not_been(
    root: Path, git: bool, whole_group: bool
) -> None:
    rng = random.Random(SEED)
    wrote = set(world.learn(root, rng).values())
    command = [sys.executable, "-c", DRIVER, str(root), str(git)]
    for _ in range(6):
        process = subprocess.Popen(
            command, cwd=REPOSITORY, start_new_session=True, stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        try:
            process.wait(rng.uniform(0.0, 0.25))
        except subprocess.TimeoutExpired:
            if whole_group:
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        process.communicate()
        assert wrote <= world.everything(root)
    world.update(root, git=git)
    world.as_the_new_version(root)
    assert wrote <= world.everything(root)
