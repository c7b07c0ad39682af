"""What the results of a lesson's variants say about the lesson."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sensei.errors import Fault
from sensei.gate.shards import Result
from sensei.gate.variants import Variant
from sensei.lesson import Lesson

NOT_PYTHON = frozenset({"SyntaxError", "IndentationError"})
NOT_FOUND = frozenset(
    {"NameError", "UnboundLocalError", "ImportError", "ModuleNotFoundError"}
)
NOT_ENDED = frozenset({"crash", "Expired", "SystemExit"})
NOT_A_VERDICT = NOT_PYTHON | NOT_FOUND | NOT_ENDED
NEEDS = "needs "
"""How the reason of a skip begins: what the machine lacks, as in conftest.py."""
FAST, HEAVY = 0.1, 0.3
"""Seconds that a lesson's tests may take, warm; HEAVY for training and the like."""
NOISE = 3
"""Times as long as that it may take by the clock: other programs run as well."""
HEAVY_NAMES = ("torchvision", "optim", "compile", "distributed", "DataLoader", "export")


def of_variant(variant: Variant, results: Sequence[Result]) -> Iterator[Fault]:
    """Yield what is wrong with a variant, from the results of its tests."""
    if variant.passes:
        yield from _must_pass(variant, results)
    elif variant.kind != "edit":
        yield from _must_fail(variant, results)
    leaks = sorted({leak for result in results for leak in result.leaks})
    if leaks and variant.passes:
        yield _fault(
            variant,
            f"its tests leave behind another {', '.join(leaks)}",
            "Put it back at the end, or teach conftest.py to.",
        )


def _fault(variant: Variant, what: str, mend: str) -> Fault:
    return Fault(f"solutions/{variant.lesson.path}", variant.line, what, mend)


def _named(variant: Variant) -> str:
    """Return how a variant is called in a message."""
    short = " ".join(variant.answer.split())
    short = short if len(short) <= 60 else short[:57] + "..."
    names = {
        "blank": "the koan with its blank",
        "solution": "the solution",
        "right": "this `Right:`",
        "wrong": "this `Wrong:`",
        "mutant": f"the neighbour `{short}` of the answer",
        "empty": f"the empty answer `{short}`",
        "edit": f"the edit `{short}`",
    }
    if variant.kind == "wrong" and variant.answer == variant.lesson.broken:
        return "the broken code"
    return names[variant.kind]


def _must_pass(variant: Variant, results: Sequence[Result]) -> Iterator[Fault]:
    if not any(result.outcome != "imported" for result in results):
        yield _fault(variant, f"{_named(variant)} runs no test", "Name it test_...")
    skipped = next((r for r in results if r.outcome == "skipped"), None)
    if skipped is not None and not excused(skipped):
        what = f"{_named(variant)} is skipped: {' '.join(skipped.how.split())}"
        mend = f"A test that cannot run here says so: `{NEEDS}...`."
        yield _fault(variant, what, mend)
    failed = [result for result in results if result.outcome == "failed"]
    if failed:
        first = failed[0]
        seeds = sorted({result.seed for result in failed})
        shown = ", ".join(map(str, seeds[:5])) + (", ..." if len(seeds) > 5 else "")
        yield _fault(
            variant,
            f"{_named(variant)} fails at seed {shown}: {how(first)}",
            "Every accepted answer passes with every seed.",
        )


def excused(result: Result) -> bool:
    """Say whether a test was skipped for what this machine lacks."""
    return result.outcome == "skipped" and result.how.startswith(NEEDS)


def _must_fail(variant: Variant, results: Sequence[Result]) -> Iterator[Fault]:
    outcomes: dict[int, set[str]] = {}
    for result in results:
        if result.outcome != "imported":
            outcomes.setdefault(result.seed, set()).add(result.outcome)
    if outcomes and all(found == {"skipped"} for found in outcomes.values()):
        return  # needs a GPU
    passed = [seed for seed, found in outcomes.items() if "failed" not in found]
    if passed or not outcomes:
        seeds = ", ".join(map(str, sorted(passed)[:5]))
        yield _fault(
            variant,
            f"{_named(variant)} is accepted" + (f" at seed {seeds}" if seeds else ""),
            "Change the test until it is rejected."
            if variant.kind != "mutant"
            else "Change the test, or list it under `Right:`.",
        )
    if variant.kind == "wrong":
        odd = next((r for r in results if r.exception in NOT_A_VERDICT), None)
        if odd is not None:
            yield _fault(
                variant,
                f"{_named(variant)} is not rejected by a test: {how(odd)}",
                "List an answer that runs.",
            )


def how(result: Result) -> str:
    """Return in one line how a test failed."""
    words = " ".join(result.how.split())
    words = words if len(words) <= 160 else words[:157] + "..."
    if result.exception == "AssertionError":
        return words or "an assert does not hold"
    return f"{result.exception}: {words}"


def of_time(lesson: Lesson, results: Sequence[Result]) -> Iterator[Fault]:
    """Yield a fault where the solution, run a second time, takes too long."""
    ran = [result for result in results if result.outcome != "imported"]
    seeds = {result.seed for result in ran}
    if len(seeds) < 2:
        return
    warm = min(
        max(
            sum(result.work for result in ran if result.seed == seed),
            sum(result.seconds for result in ran if result.seed == seed) / NOISE,
        )
        for seed in seeds
    )
    limit = HEAVY if any(name in _code(lesson) for name in HEAVY_NAMES) else FAST
    if "slow" not in lesson.marks and warm > limit:
        yield Fault(
            f"solutions/{lesson.path}",
            1,
            f"its tests take {warm * 1000:.0f} ms, warm",
            f"At most {limit * 1000:.0f}: make it smaller, or mark it `slow`.",
        )


def _code(lesson: Lesson) -> str:
    return lesson.source.split('"""', 2)[-1]  # behind the docstring


def of_slow(lessons: Sequence[Lesson]) -> Iterator[Fault]:
    """Yield a fault where more than one lesson in fifty is marked slow."""
    slow = [lesson for lesson in lessons if "slow" in lesson.marks]
    if len(slow) > max(1, len(lessons) // 50):
        yield Fault(
            f"solutions/{slow[-1].path}",
            1,
            f"{len(slow)} of {len(lessons)} lessons are marked `slow`",
            "At most one in fifty: make this one faster.",
        )


def by_variant(results: Sequence[Result]) -> Mapping[str, list[Result]]:
    """Return the results by the name of the variant's file."""
    found: dict[str, list[Result]] = {}
    for result in results:
        found.setdefault(result.file, []).append(result)
    return found
