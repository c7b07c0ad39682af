"""Processes that stand ready: one koan each, killed when need be, the last text."""

from __future__ import annotations

import os
import signal
import sys
import threading

import pytest

from sensei.judge import Judge
from sensei.pool import Pool
from sensei.warm import Spawner
from sensei.zygote import Forked, Zygote
from tests.checkout import Checkout
from tests.live import ended

TIMEOUT = 10.0
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux only")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    return Checkout(tmp_path_factory.mktemp("warm") / "checkout")


@pytest.fixture(scope="module")
def pool(checkout):
    pool = Pool(checkout.home.root, "cpu", 0)
    pool.prepare()
    yield pool
    pool.close()


def verdict(checkout, pool, answer, timeout=TIMEOUT):
    """Judge `double` with this answer, in a ready process."""
    checkout.answer("doubles", answer)
    lesson, judge = checkout.lesson("doubles"), Judge(checkout.home, timeout=timeout)
    seen = judge.look(lesson)
    run = pool.run(checkout.file("doubles"), timeout)
    return judge.verdict(lesson, seen, run)


def test_a_right_answer_passes(checkout, pool):
    assert verdict(checkout, pool, "return 2 * x").verdict == "passed"


def test_every_judgement_has_a_process_of_its_own(checkout, pool):
    leave = "import builtins\nbuiltins.left = getattr(builtins, 'left', 0) + 1\n"
    for _ in range(3):
        found = verdict(checkout, pool, f"{leave}return 2 * x * builtins.left")
        assert found.verdict == "passed"


def test_two_texts_of_one_size_in_one_second_are_told_apart(checkout, pool):
    found = [verdict(checkout, pool, f"return {n} * x").verdict for n in (2, 3, 2, 3)]
    assert found == ["passed", "wrong", "passed", "wrong"]


def test_an_endless_loop_is_stopped_and_its_line_named(checkout, pool):
    found = verdict(checkout, pool, "while True:\n    pass", timeout=0.3)
    assert found.verdict == "timeout"
    assert (
        "while True"
        in checkout.file("doubles").read_text().splitlines()[found.line - 1]
        or "pass" in checkout.file("doubles").read_text().splitlines()[found.line - 1]
    )


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("import os\nos._exit(3)", "exit code 3"),
        ("import ctypes\nctypes.string_at(0)", "a segmentation fault"),
        ("import os\nos.kill(os.getpid(), 9)", "SIGKILL"),
        ("import sys\nsys.exit()", "asks Python to stop"),
        pytest.param(
            "return bytearray(1 << 40)", "More memory is asked for", marks=only_linux
        ),
        pytest.param(
            "import torch\nreturn torch.zeros(1 << 38)",
            "More memory is asked for",
            marks=only_linux,
        ),
    ],
)
def test_a_crash_is_told(checkout, pool, answer, said):
    found = verdict(checkout, pool, answer)
    assert found.verdict == "crashed"
    assert said in found.message


def test_output_without_end_is_cut(checkout, pool):
    found = verdict(checkout, pool, "while True:\n    print('x' * 10**6)")
    assert (found.verdict, "200 MB" in found.message) == ("crashed", True)


@only_linux
@pytest.mark.parametrize("apart", [False, True])
def test_what_an_answer_starts_ends_with_it(checkout, pool, tmp_path, apart):
    note = tmp_path / "child"
    start = "import pathlib, subprocess\n"
    start += "with open('/dev/null') as null:\n"
    start += "    child = subprocess.Popen(\n"
    start += f"        ['sleep', '60'], stdin=null, start_new_session={apart}\n    )\n"
    start += f"pathlib.Path({str(note)!r}).write_text(str(child.pid))\n"
    start += "child.returncode = 0  # nobody is warned of it\nreturn 2 * x"
    assert verdict(checkout, pool, start).verdict == "passed"
    verdict(checkout, pool, "return 2 * x")  # by now the first was cleaned up
    assert ended(int(note.read_text()))


def test_of_ten_saves_the_last_is_judged_and_no_other(checkout, pool, tmp_path):
    """Each text waits for a file that only the last one's run finds there."""
    go = tmp_path / "go"
    wait = f"import pathlib\nwhile not pathlib.Path({str(go)!r}).exists():\n    pass\n"
    found, threads = [], []
    for n in range(10):
        checkout.answer("doubles", f"{wait}return {n} * x")
        turn = pool.stop()

        def run(n=n, turn=turn):
            found.append((n, pool.run(checkout.file("doubles"), TIMEOUT, turn)))

        threads.append(threading.Thread(target=run))
        threads[-1].start()
    go.touch()
    for thread in threads:
        thread.join()
    assert [n for n, run in found if run is not None] == [9]


@only_linux
def test_a_zygote_that_was_killed_is_replaced(checkout, pool):
    assert verdict(checkout, pool, "return 2 * x").verdict == "passed"
    assert isinstance(pool._maker, Zygote)
    os.kill(pool._maker.process.pid, signal.SIGKILL)
    pool._maker.process.wait()
    assert verdict(checkout, pool, "return 2 * x").verdict == "passed"


@only_linux
def test_a_ready_process_that_was_killed_is_replaced(checkout, pool):
    pool.prepare()
    assert isinstance(pool._spare, Forked)
    os.kill(pool._spare.pid, signal.SIGKILL)
    assert pool._spare.lines.get(timeout=TIMEOUT) is None
    assert verdict(checkout, pool, "return 2 * x").verdict == "passed"


def test_another_conftest_is_imported_anew(checkout, pool):
    conftest = checkout.home.root / "conftest.py"
    text = conftest.read_text()
    try:
        conftest.write_text(text + "\n\nimport builtins\nbuiltins.twice = 2\n")
        os.utime(conftest, (1, 1))
        found = verdict(checkout, pool, "import builtins\nreturn builtins.twice * x")
        assert found.verdict == "passed"
    finally:
        conftest.write_text(text)


def test_spawned_processes_judge_as_forked_ones_do(checkout):
    pool = Pool(checkout.home.root, "cpu", 0, make=Spawner)
    try:
        assert verdict(checkout, pool, "return 2 * x").verdict == "passed"
        assert verdict(checkout, pool, "return x").verdict == "wrong"
        found = verdict(checkout, pool, "while True:\n    pass", timeout=0.3)
        assert found.verdict == "timeout"
    finally:
        pool.close()
