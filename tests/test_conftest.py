"""Plain pytest on koans and solutions: the device, seeds, isolation, the blank."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys

import pytest

from tests.checkout import DOUBLE, REPAIR, REPOSITORY, SUM, Checkout, environment

ESSENTIAL = "import pytest\n\n\n@pytest.mark.essential\ndef test_"
GPU = "import pytest\n\n\n@pytest.mark.cuda\ndef test_"
LESSONS = {
    "01_first/test_01_sums.py": SUM.replace("def test_", ESSENTIAL),
    "01_first/test_02_doubles.py": DOUBLE,
    "02_second/test_01_totals.py": REPAIR,
}
INCOMPLETE = "incomplete: put your answer in place of `__`"


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path / "checkout", LESSONS)


@pytest.fixture(scope="module")
def root_conftest():
    """The root conftest.py as a module, to call its parts."""
    place = REPOSITORY / "conftest.py"
    spec = importlib.util.spec_from_file_location("root_conftest", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def outcomes(ran):
    """Return the last line's counts, such as {"failed": 2, "passed": 1}."""
    last = ran.stdout.strip().splitlines()[-1]
    return {name: int(count) for count, name in re.findall(r"(\d+) ([a-z]+)", last)}


# --- the device ----------------------------------------------------------------


@pytest.fixture
def gpus(monkeypatch):
    """Make torch see this many GPUs, and no mps."""
    import torch

    def see(count: int) -> None:
        monkeypatch.setattr(torch.cuda, "device_count", lambda: count)
        monkeypatch.setattr(torch.cuda, "is_available", lambda: count > 0)
        monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)

    return see


@pytest.mark.parametrize("name", ["cuda", "cuda:1", "mps", "tpu", "cuda:x", "", "CPU"])
def test_a_device_that_is_not_there_is_a_usage_error(root_conftest, gpus, name):
    gpus(0)
    with pytest.raises(pytest.UsageError) as error:
        root_conftest.check_device(name)
    said = str(error.value)
    assert said.startswith(f"--device {name or repr('')}: this machine has no such")
    assert "Available: cpu." in said
    assert "leave --device out" in said


@pytest.mark.parametrize("name", ["cuda:2", "cuda:x", "cuda:", "gpu", "mps"])
def test_another_device_than_those_there_is_a_usage_error(root_conftest, gpus, name):
    gpus(2)
    with pytest.raises(pytest.UsageError, match="Available: cpu, cuda:0, cuda:1"):
        root_conftest.check_device(name)


@pytest.mark.parametrize("name", ["cuda", "cuda:0", "cuda:1"])
def test_a_device_that_is_there_is_taken(root_conftest, gpus, name):
    gpus(2)
    root_conftest.check_device(name)


@pytest.mark.parametrize("name", ["tpu", ""])
def test_pytest_stops_before_collecting_with_exit_4(checkout, name):
    mark = checkout.home.root / "collected"
    (checkout.home.koans / "test_mark.py").write_text(f"open({str(mark)!r}, 'w')")
    ran = checkout.pytest(f"--device={name}")
    assert ran.returncode == 4
    assert ran.stderr.startswith("ERROR: --device ")
    assert "Available: cpu" in ran.stderr
    assert not mark.exists()


# --- torch and torchvision that do not fit -------------------------------------


@pytest.fixture
def pair(tmp_path, monkeypatch):
    """Pretend that these versions are installed, and that torchvision fails."""

    def install(torch, vision):
        site = tmp_path / "site"
        site.mkdir()
        for name, version in (("torch", torch), ("torchvision", vision)):
            info = site / f"{name}-{version}.dist-info"
            info.mkdir()
            (info / "METADATA").write_text(f"Name: {name}\nVersion: {version}\n")
        (site / "torchvision.py").write_text(
            "raise RuntimeError('operator torchvision::nms does not exist')"
        )
        monkeypatch.setenv("PYTHONPATH", str(site))

    return install


def test_torch_for_the_cpu_beside_torchvision_for_gpus_is_told(checkout, pair):
    pair("2.15.0+cpu", "0.29.2")
    ran = checkout.pytest()
    assert ran.returncode == 4
    assert "torch 2.15.0+cpu and torchvision 0.29.2 do not fit" in ran.stderr
    assert "nms does not exist" in ran.stderr
    assert "Install both from the same place" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_sensei_tells_of_the_pair_too(checkout, pair):
    pair("2.15.0+cpu", "0.29.2")
    checkout.answer("sums")
    ran = checkout.sensei("koans")
    assert ran.returncode == 2
    assert "do not fit" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("torch", "vision"), [("2.15.0", "0.29.2"), ("2.15.0+cpu", "0.29.2+cpu")]
)
def test_a_pair_that_fits_is_not_even_imported(checkout, pair, torch, vision):
    pair(torch, vision)
    checkout.answer("sums")
    assert outcomes(checkout.pytest("koans/01_first/test_01_sums.py")) == {"passed": 1}


# --- the blank -----------------------------------------------------------------


@pytest.fixture(scope="module")
def pristine(tmp_path_factory):
    """One run of plain pytest over koans as they came."""
    checkout = Checkout(tmp_path_factory.mktemp("pristine") / "checkout", LESSONS)
    return checkout, checkout.pytest("koans")


def test_as_it_came_every_koan_fails(pristine):
    _, ran = pristine
    assert ran.returncode == 1
    assert outcomes(ran) == {"failed": 3}


@pytest.mark.parametrize("slug", ["sums", "doubles"])
def test_a_blank_is_told_in_one_plain_line_with_file_and_line(pristine, slug):
    checkout, ran = pristine
    lesson = checkout.lesson(slug)
    plain = f"koans/{lesson.path}:{lesson.line}: {INCOMPLETE}"
    assert plain in ran.stdout.splitlines()


def test_no_traceback_is_shown_for_a_blank(pristine):
    _, ran = pristine
    blanks = ran.stdout.partition("test_the_total")[0]
    assert "koans/__init__.py" not in ran.stdout
    assert not re.search(r"^[>E] ", blanks, re.MULTILINE)


def test_an_untouched_repair_fails_as_the_test_that_it_is(pristine):
    _, ran = pristine
    assert "E       assert 6 == 11" in ran.stdout
    assert "test_01_totals.py::test_the_total - assert 6 == 11" in ran.stdout


def test_a_koan_with_its_blank_is_not_imported(checkout):
    mark = checkout.home.root / "imported"
    checkout.edit("sums", "def test_", f"open({str(mark)!r}, 'w')\n\n\ndef test_")
    checkout.pytest("koans")
    assert not mark.exists()


def test_the_path_is_walked_in_order_up_to_the_first(checkout):
    checkout.answer("sums")
    ran = checkout.pytest("koans", "-x")
    assert outcomes(ran) == {"failed": 1, "passed": 1}
    assert "test_02_doubles.py" in ran.stdout


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["-m", "essential"], 1),
        (["-k", "doubles"], 1),
        (["koans/01_first"], 2),
        (["koans/01_first/test_02_doubles.py"], 1),
        (["koans/01_first/test_02_doubles.py::test_it_doubles"], 1),
        (["-p", "xdist", "-n", "2"], 3),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else None,
)
def test_pytest_selects_among_koans_as_among_tests(checkout, options, count):
    if "xdist" in options:
        pytest.importorskip("xdist")
    assert outcomes(checkout.pytest(*options))["failed"] == count


def test_the_line_is_told_from_the_folder_where_pytest_runs(checkout):
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"],
        cwd=checkout.home.koans / "01_first",
        env=environment(),
        capture_output=True,
        text=True,
    )
    assert f"\ntest_01_sums.py:{checkout.lesson('sums').line}: " in ran.stdout


@pytest.mark.parametrize(
    "mark", ["skip", "skipif(True, reason='later')", "xfail", "cuda"]
)
def test_no_mark_hides_a_blank(checkout, mark):
    checkout.edit("doubles", "def test_", f"@pytest.mark.{mark}\ndef test_")
    ran = checkout.pytest("koans/01_first/test_02_doubles.py")
    assert outcomes(ran) == {"failed": 1}


def test_a_koan_with_its_blank_and_without_its_test_is_incomplete(checkout):
    text = checkout.file("doubles").read_text()
    checkout.file("doubles").write_text(text[: text.index("def test_")])
    ran = checkout.pytest("koans/01_first/test_02_doubles.py")
    assert outcomes(ran) == {"failed": 1}
    assert INCOMPLETE in ran.stdout


@pytest.mark.parametrize(
    "bad",
    [b"x = (", b"x = '\xe9'", b"import no_such_module", b"import sys; sys.exit(3)"],
)
def test_a_koan_that_cannot_be_read_leaves_the_others_usable(checkout, bad):
    checkout.answer("sums")
    checkout.file("doubles").write_bytes(bad)
    ran = checkout.pytest("koans")
    assert outcomes(ran) == {"failed": 1, "passed": 1, "error": 1}


def test_a_blank_that_only_a_run_finds_is_incomplete_all_the_same(checkout):
    """The blank under another name, in a file that does not hold `__` as a name."""
    checkout.answer("doubles", "import koans\nreturn getattr(koans, '_' * 2) * x")
    ran = checkout.pytest("koans/01_first/test_02_doubles.py")
    assert outcomes(ran) == {"failed": 1}
    assert "the blank `__` is still to be filled in" in ran.stdout


# --- a GPU ---------------------------------------------------------------------


def test_a_solved_koan_that_needs_a_gpu_is_skipped_without_one(tmp_path):
    import torch

    if torch.cuda.is_available():
        pytest.skip("this machine has a GPU")
    lessons = {"01_first/test_02_doubles.py": DOUBLE.replace("def test_", GPU)}
    checkout = Checkout(tmp_path / "checkout", lessons)
    checkout.answer("doubles")
    ran = checkout.pytest("koans", "-rs")
    assert outcomes(ran) == {"skipped": 1}
    assert "needs a GPU: torch sees none" in ran.stdout
