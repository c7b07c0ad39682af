"""Draws where a learner stands: mastery by topic, pace by week, days practised."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure

from sensei.errors import SenseiError
from sensei.practice.stats import Stats

NONE = "#ebedf0"
WEEKS = 26
"""Weeks shown in the calendar, and at most in the pace."""
LIGHT_TO_DARK = "YlGn"
INK = "#444444"


def draw(stats: Stats, titles: dict[str, str], today: date, file: Path) -> list[Path]:
    """Write the picture beside `file` as PNG and as SVG; return where they are.

    titles: of topics. Raises SenseiError where the files cannot be written.
    """
    rows = len(stats.topics)
    height = 2.9 + 0.24 * rows
    figure = Figure(figsize=(9, height), layout="constrained", facecolor="white")
    FigureCanvasAgg(figure)
    parts = figure.subplot_mosaic(
        [["mastery", "mastery"], ["pace", "days"]],
        height_ratios=[0.6 + 0.24 * rows, 1.9],
        width_ratios=[1, 1.2],
    )
    _mastery(figure, parts["mastery"], stats, titles)
    _pace(parts["pace"], stats)
    _calendar(parts["days"], stats, today)
    return _save(figure, file)


def _mastery(figure: Figure, axes: Axes, stats: Stats, titles: dict[str, str]) -> None:
    """One row per topic, one square per koan in the order of the path."""
    width = max((row.koans for row in stats.topics), default=1)
    empty = float("nan")
    cells = [
        [empty if cell is None else cell for cell in row.mastery]
        + [empty] * (width - row.koans)
        for row in stats.topics
    ] or [[empty]]
    there = [
        [0.0 if i < row.koans else empty for i in range(width)] for row in stats.topics
    ] or [[empty]]
    grid: dict[str, Any] = {"edgecolors": "white", "linewidth": 1.5}
    axes.pcolormesh(there, cmap=ListedColormap([NONE]), vmin=0, vmax=1, **grid)
    shown = axes.pcolormesh(cells, cmap=LIGHT_TO_DARK, vmin=0, vmax=1, **grid)
    axes.invert_yaxis()
    names = [titles.get(row.topic, row.topic) for row in stats.topics]
    axes.set_yticks([i + 0.5 for i in range(len(names))], names, fontsize=8)
    axes.set_xticks([])
    _plain(axes, "Mastery: one square per koan, grey before it is passed or practised")
    bar = figure.colorbar(shown, ax=axes, fraction=0.025, pad=0.02)
    bar.set_ticks([0, 0.5, 1], labels=["fresh", "", "mastered"], fontsize=8)
    bar.outline.set_visible(False)


def _pace(axes: Axes, stats: Stats) -> None:
    """The median time of a right answer, against the koan's first."""
    weeks = [row for row in stats.weeks if row.pace is not None][-WEEKS:]
    _plain(axes, "Time per item, first time = 100 %")
    if not weeks:
        _nothing(axes)
        return
    days = [row.monday for row in weeks]
    places = [day.toordinal() for day in days]
    axes.plot(
        places,
        [100 * (row.pace or 0) for row in weeks],
        marker="o",
        markersize=4,
        color="#238443",
    )
    axes.axhline(100, color=INK, linewidth=0.6, linestyle=":")
    axes.set_ylim(0, 105 * max(1.0, *(row.pace or 0 for row in weeks)))
    step = max(1, len(days) // 4)
    axes.set_xticks(
        places[::step], [f"{day:%d %b}" for day in days[::step]], fontsize=8
    )
    axes.tick_params(axis="y", labelsize=8)
    axes.yaxis.set_major_formatter("{x:.0f} %")
    axes.grid(axis="y", color=NONE)


def _calendar(axes: Axes, stats: Stats, today: date) -> None:
    """The days practised, a column per week."""
    first = today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
    counts = dict(stats.practised)
    empty = float("nan")

    def cell(week: int, weekday: int) -> float:
        day = first + timedelta(weeks=week, days=weekday)
        return empty if day > today else float(counts.get(day, 0))

    cells = [[cell(week, weekday) for week in range(WEEKS)] for weekday in range(7)]
    most = max(1.0, *(c for row in cells for c in row if c == c))
    shades = ListedColormap([NONE, "#c2e699", "#78c679", "#31a354", "#006837"])
    axes.pcolormesh(
        [[_shade(c, most) for c in row] for row in cells],
        cmap=shades,
        vmin=-0.5,
        vmax=4.5,
        edgecolors="white",
        linewidth=1.5,
    )
    axes.invert_yaxis()
    axes.set_aspect("equal")
    axes.set_yticks([0.5, 2.5, 4.5], ["Mon", "Wed", "Fri"], fontsize=8)
    ticks = range(0, WEEKS, 6)
    days = [first + timedelta(weeks=week) for week in ticks]
    axes.set_xticks(
        [week + 0.5 for week in ticks], [f"{day:%d %b}" for day in days], fontsize=8
    )
    _plain(axes, f"Days practised: {stats.streak} in a row now")


def _shade(count: float, most: float) -> float:
    if count != count or count == 0:
        return count
    return 1 + min(3, int(4 * (count - 1) / most))


def _plain(axes: Axes, title: str) -> None:
    axes.set_title(title, fontsize=9, loc="left", color=INK)
    axes.tick_params(length=0, colors=INK)
    for side in axes.spines.values():
        side.set_visible(False)


def _nothing(axes: Axes) -> None:
    axes.set_xticks([])
    axes.set_yticks([])
    axes.text(0.5, 0.5, "nothing yet", ha="center", va="center", color=INK, fontsize=8)


def _save(figure: Figure, file: Path) -> list[Path]:
    written: Sequence[Path] = [file.with_suffix(".png"), file.with_suffix(".svg")]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        for path in written:
            figure.savefig(path, dpi=150)
    except OSError as error:
        raise SenseiError(
            f"The picture cannot be written: {error}. Say where: PICTURE=file.png"
        ) from None
    return list(written)
