"""Bad lessons that leave something behind, need something, take long, or are lost."""

from __future__ import annotations

from tests.bad_lessons import Case, lesson, sums

TORCH = "import torch"
LEAVES = "its tests leave behind another"

GOOD = {
    "good_needs_a_gpu": Case(
        lesson(
            sums(mark="@pytest.mark.cuda").replace("test_it()", "test_it(device)"),
            imports="import pytest",
        )
    ),
    "good_by_conftest": Case(
        lesson(
            sums(
                "torch.set_default_dtype(torch.float64)",
                "torch.set_grad_enabled(False)",
                "torch.set_num_threads(2)",
                'os.environ["LEFT"] = "yes"',
                'os.chdir("/")',
            ),
            imports="import os\n\nimport torch",
        )
    ),
    "good_finds_float32": Case(
        lesson(
            sums('assert str(torch.ones(1).dtype)[-2:] == "32"  # blank'),
            imports=TORCH,
            wrongs=('"64"', '"16"'),
        )
    ),
    "good_slow": Case(
        lesson(
            sums("time.sleep(0.12)", mark="@pytest.mark.slow"),
            imports="import time\n\nimport pytest",
        )
    ),
}

LEFT_BEHIND = {
    "leaves_print_options": Case(
        lesson(sums("torch.set_printoptions(precision=2)"), imports=TORCH),
        (f"19: {LEAVES} print options",),
    ),
    "leaves_autocast_on": Case(
        lesson(sums('torch.set_autocast_enabled("cpu", True)'), imports=TORCH),
        (f"19: {LEAVES} autocast",),
    ),
    "leaves_a_folder_to_import_from": Case(
        lesson(sums('sys.path.append("here")'), imports="import sys"),
        (f"19: {LEAVES} import path",),
    ),
    "sets_a_dtype_when_imported": Case(
        lesson(f"torch.set_default_dtype(torch.float64)\n\n\n{sums()}", imports=TORCH),
        (f"20: {LEAVES} default dtype",),
    ),
}

NEEDS = {
    "seed_of_zero": Case(
        lesson(
            sums("assert random.randrange(1000) == 864  # blank"),
            imports="import random",
        ),
        ("18: the solution fails at seed 1, 2: assert 137 == 864",),
    ),
    "second_test_needs_the_first": Case(
        lesson(
            "SEEN = []\n\n\ndef test_before():\n    SEEN.append(9)\n\n\n"
            + sums("assert sum(SEEN[:1]) == 9  # blank")
        ),
        ("22: the solution fails at seed 0, 1, 2: assert 0 == 9",),
    ),
    "first_test_needs_the_second": Case(
        lesson(
            "SEEN = []\n\n\n"
            + sums("assert sum(SEEN[:1]) == 9  # blank")
            + "\n\ndef test_after():\n    SEEN.append(9)\n"
        ),
        ("1: the solution fails when it runs alone: ",),
    ),
    "needs_what_others_import": Case(
        lesson(
            sums(
                'names = {"sensei.gate.plugin"} & sys.modules.keys()',
                "assert len(names) == 1  # blank",
            ),
            imports="import sys",
        ),
        ("1: the solution fails when it runs alone: ",),
    ),
}

TIME = {
    "works_long": Case(
        lesson(
            sums(
                "end = time.process_time() + 0.12",
                "while time.process_time() < end:",
                "    pass",
            ),
            imports="import time",
        ),
        ("1: its tests take 1",),
    ),
    "waits_long": Case(
        lesson(sums("time.sleep(0.33)"), imports="import time"),
        ("1: its tests take 1",),
    ),
    "one_slow_too_many": Case(
        lesson(sums(mark="@pytest.mark.slow"), imports="import pytest"),
        ("1: 2 of ",),
    ),
    "solution_never_ends": Case(
        lesson(
            sums("while True:", "    assert sum([2, 3]) == 5  # blank"),
            wrongs=("4", "3"),
        ),
        ("17: the solution fails at seed 0: Expired: still running after",),
    ),
    "solution_kills_python": Case(
        lesson(
            sums("assert sum([2, 3]) == 5  # blank", "os._exit(1)"),
            imports="import os",
            wrongs=("4", "3"),
        ),
        (
            "18: the solution fails at seed 0: crash: the process ended with exit "
            "code 1",
        ),
    ),
}

FILES = {
    "see_nothing": Case(
        lesson(see=("math.fsum", "math.no_such_name", "no.such.module")),
        (
            "12: `See: math.no_such_name` cannot be imported",
            "13: `See: no.such.module` cannot be imported",
        ),
    ),
    "single_quotes": Case(
        lesson(sums("assert len('abc') == 3  # blank"), wrongs=("5", "4")),
        ("10: the formatter would change the derived koan",),
    ),
    "unsorted_imports": Case(
        lesson(sums(), imports="import sys\nimport os"),
        ("6: the linter would change the derived koan: Import block is un-sorted",),
    ),
    "koan_drifted": Case(
        lesson(), ("10: the koan differs from its lesson outside the blank",)
    ),
    "koan_missing": Case(lesson(), ("1: the koan is missing",)),
    "not_utf8": Case(lesson(), ("1: not UTF-8: ",)),
}

CASES = GOOD | LEFT_BEHIND | NEEDS | TIME | FILES
