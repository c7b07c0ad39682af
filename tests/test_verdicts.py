"""The facts of a run become a verdict."""

from __future__ import annotations

import errno
import signal
from dataclasses import replace

import pytest

from sensei import lesson as lessons
from sensei.verdict import Run, of_run, printed
from sensei.verdict import Test as Seen
from tests.checkout import DOUBLE, REPAIR, SUM

FILE = "/home/ann/koans/01_first/test_01_sums.py"
PASSED = Seen("test_a", "passed", 0.1, "", "", None, None, None, "", "")
FAILED = replace(
    PASSED, outcome="failed", exception="AssertionError", message="no", line=7
)
SKIPPED = replace(PASSED, outcome="skipped", message="needs a GPU: torch sees none")
prediction = lessons.read(SUM, "01_first/test_01_sums.py")
block = lessons.read(DOUBLE, "01_first/test_02_doubles.py")
repair = lessons.read(REPAIR, "02_second/test_01_totals.py")
on_gpu = lessons.read(
    DOUBLE.replace("def test_it", "@pytest.mark.cuda\ndef test_it"),
    "01_first/test_02_doubles.py",
)


def verdict(run, lesson=prediction, timeout=10.0):
    return of_run(lesson, run, FILE, timeout)


def ran(*tests, error=None):
    return Run(tests=tests, error=error, complete=True)


def ended(code, *stack):
    return Run(code=code, stack=stack)


def test_all_tests_passed_is_passed():
    found = verdict(ran(PASSED, PASSED))
    assert (found.verdict, found.message) == ("passed", prediction.title.text)


def test_no_test_is_never_passed():
    assert verdict(ran()).verdict == "altered"


def test_one_failure_among_passes_is_wrong():
    found = verdict(ran(PASSED, FAILED, PASSED), block)
    assert (found.verdict, found.line, found.detail) == ("wrong", 7, "no")


def test_a_wrong_prediction_keeps_the_value_to_itself():
    found = verdict(ran(FAILED))
    assert (found.message, found.detail) == ("It is not that.", "")


def test_right_numbers_in_another_container_are_told_as_that():
    found = verdict(ran(replace(FAILED, kind="Size")))
    assert found.message.endswith("wants a Size.")


def test_an_error_in_an_answer_is_named():
    error = replace(FAILED, exception="NameError", message="name 'y' is not defined")
    found = verdict(ran(error), block)
    assert found.detail == "NameError: name 'y' is not defined"


def test_a_blank_used_at_run_time_is_incomplete():
    found = verdict(ran(replace(FAILED, exception="Incomplete")), block)
    assert found.verdict == "incomplete"


def test_an_incomplete_repair_is_told_in_other_words():
    found = verdict(ran(replace(FAILED, exception="Incomplete")), repair)
    assert "broken lines" in found.message


def test_sys_exit_in_a_test_is_crashed():
    found = verdict(ran(replace(FAILED, exception="SystemExit")), block)
    assert (found.verdict, found.line) == ("crashed", 7)


def test_too_much_output_is_crashed():
    message = f"[Errno {errno.EFBIG}] File too large"
    found = verdict(ran(replace(FAILED, exception="OSError", message=message)), block)
    assert found.verdict == "crashed"
    assert "200 MB" in found.message


def test_another_oserror_is_wrong():
    found = verdict(ran(replace(FAILED, exception="OSError", message="gone")), block)
    assert found.verdict == "wrong"


def test_a_file_that_stops_python_at_import_is_crashed():
    error = replace(FAILED, exception="SystemExit")
    assert verdict(ran(error=error)).verdict == "crashed"


def test_a_missing_module_is_broken_with_its_line():
    error = replace(
        FAILED, exception="ModuleNotFoundError", message="No module", line=3
    )
    found = verdict(ran(error=error))
    assert (found.verdict, found.line) == ("broken", 3)
    assert found.detail == "ModuleNotFoundError: No module"


def test_skipped_where_a_gpu_is_needed_is_skipped():
    found = verdict(ran(SKIPPED), on_gpu)
    assert (found.verdict, found.message) == (
        "skipped",
        "Not run here: needs a GPU: torch sees none",
    )


def test_an_answer_that_skips_its_test_is_wrong():
    assert verdict(ran(PASSED, replace(SKIPPED, line=5)), block).verdict == "wrong"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (-signal.SIGSEGV, "a segmentation fault"),
        (-signal.SIGKILL, "memory runs out"),
        (-signal.SIGABRT, "an abort"),
        (-signal.SIGFPE, "SIGFPE"),
        (-250, "signal 250"),
        (0, "exit code 0"),
        (3, "exit code 3"),
    ],
)
def test_a_process_that_ended_is_crashed_and_says_how(code, said):
    found = verdict(ended(code))
    assert found.verdict == "crashed"
    assert said in found.message


def test_a_crash_names_the_innermost_line_of_the_koan():
    stack = (
        "Fatal Python error: Segmentation fault",
        '  File "/usr/lib/python3/ctypes.py", line 9 in string_at',
        f'  File "{FILE}", line 21 in double',
        f'  File "{FILE}", line 30 in test_a',
    )
    found = verdict(ended(-11, *stack))
    assert found.line == 21
    assert "at line 21" in found.message


def test_the_line_is_found_where_the_path_is_not_ascii():
    stack = ('  File "/home/j\\xfcrgen/\\u65e5.py", line 4 in test_a',)
    found = of_run(prediction, ended(-11, *stack), "/home/jürgen/日.py", 10)
    assert found.line == 4


def test_a_loop_is_a_timeout_and_says_where():
    stack = ("Timeout (0:00:10)!", f'  File "{FILE}", line 21 in double')
    found = verdict(ended(1, *stack))
    assert (found.verdict, found.line) == ("timeout", 21)
    assert "line 21 after 10 seconds" in found.message


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Timeout (0:01:00)!", "after 60 seconds"),
        ("Timeout (0:00:00.500000)!", "after 0.5 seconds"),
        ("Timeout!", "after 10 seconds"),
    ],
)
def test_the_time_named_is_the_time_that_was_waited(title, said):
    assert said in verdict(ended(1, title)).message


def test_a_process_that_had_to_be_killed_is_a_timeout():
    assert verdict(Run()).verdict == "timeout"


def test_what_waits_in_a_debugger_is_told_so():
    stack = ("Timeout (0:00:10)!", '  File "/usr/lib/python3.11/pdb.py", line 341 in x')
    found = verdict(ended(1, *stack, f'  File "{FILE}", line 9 in test_a'))
    assert found.verdict == "timeout"
    assert "breakpoint()" in found.message


def test_the_failed_test_says_what_was_printed():
    talks = replace(PASSED, output="passed\n")
    fails = replace(FAILED, output="failed\n")
    assert printed(ran(talks, fails)) == "failed"
    assert printed(ran(talks, PASSED)) == "passed"
    assert printed(ran(PASSED)) == ""
