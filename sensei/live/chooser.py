"""The list of koans: search by typing, filter by state, jump to a koan or a topic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from sensei.live import panes
from sensei.live.dialogs import Over
from sensei.live.panes import COLORS, Glyphs
from sensei.live.session import Row

FILTERS = ("all", "open", "passed", "tried")

NOTHING = "  No koan has all of these words. Take one away, or press tab to see all."


def matching(rows: Sequence[Row], words: str, which: str) -> list[Row]:
    """Return the koans that hold all the words and are in the state.

    which: all, open (not passed), passed, or tried (judged and not passed). A word
    that names a state is a state, a number that of a koan or a topic.
    """
    wanted = words.lower().replace("_", " ").replace("/", " ").split()
    found = []
    for row in rows:
        kept = {
            "all": True,
            "open": row.state != "passed",
            "passed": row.state == "passed",
            "tried": row.state not in ("passed", "incomplete"),
        }[which]
        if kept and all(_has(row, word) for word in wanted):
            found.append(row)
    return found


def _has(row: Row, word: str) -> bool:
    if word in COLORS:
        return row.state == word
    folder = row.path.partition("/")[0]
    if word.isdigit():
        return word == str(row.number) or folder.startswith(f"{int(word):02}_")
    about = f"topic {folder} {row.slug} {row.title} {row.topic}".lower()
    return word in about.replace("_", " ")


class Chooser(Over[str | None]):
    """Ends with the path of the koan that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "back"),
        Binding("down", "move('down')", priority=True),
        Binding("up", "move('up')", priority=True),
        Binding("pagedown", "move('page_down')", priority=True),
        Binding("pageup", "move('page_up')", priority=True),
        Binding("home", "move('first')", priority=True),
        Binding("end", "move('last')", priority=True),
        Binding("tab", "filter", priority=True),
    ]

    def __init__(self, rows: Sequence[Row], current: str, glyphs: Glyphs) -> None:
        super().__init__()
        self.rows, self.current, self.glyphs = rows, current, glyphs
        self.which = 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="page"):
            yield Input(placeholder="type to search: a word, a topic, a state")
            yield OptionList(id="koans")
            yield self.news()
            yield Static(id="count", classes="foot")

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        self.fill()

    def on_input_changed(self) -> None:
        self.fill()

    def fill(self) -> None:
        """Show what matches, with the current koan or the first under the cursor."""
        words = self.query_one(Input).value
        found = matching(self.rows, words, FILTERS[self.which])
        options: list[Option] = []
        topic, place = "", 0
        for row in found:
            if row.topic != topic:
                topic = row.topic
                options.append(Option(self._topic(row, found), id=f"topic {row.path}"))
            exact = row.slug.replace("_", " ") == words.strip().replace("_", " ")
            if row.path == self.current or exact or (words and not place):
                place = len(options)
            options.append(Option(self._row(row), id=row.path))
        if not found:
            options.append(Option(Text(NOTHING, "dim"), disabled=True))
        koans = self.query_one("#koans", OptionList)
        koans.clear_options()
        koans.add_options(options)
        if found:
            koans.highlighted = place or min(1, len(options) - 1)
        pairs = [("enter", "go"), ("tab", f"shown: {FILTERS[self.which]}")]
        pairs += [("esc", "back")]
        foot = panes.keys(pairs, frozenset(), 100)
        foot.append(f"{len(found)} of {len(self.rows)}", "dim")
        self.query_one("#count", Static).update(foot)

    def _topic(self, first: Row, found: Sequence[Row]) -> Text:
        rows = [row for row in self.rows if row.topic == first.topic]
        passed = sum(row.state == "passed" for row in rows)
        line = Text(first.topic, "bold", no_wrap=True)
        return line.append(f"  {passed} of {len(rows)}", "dim not bold")

    def _row(self, row: Row) -> Text:
        state = row.state if row.state in COLORS else "incomplete"
        line = Text(
            no_wrap=True, overflow="ellipsis" if self.glyphs.unicode else "crop"
        )
        line.append(f"  {self.glyphs.sign(state)} ", COLORS[state])
        line.append(f"{row.number:>3} ", "dim")
        line.append(row.slug.replace("_", " "), "dim" if state == "passed" else "")
        if state not in ("passed", "incomplete"):
            line.append(f"  {row.state}", COLORS[state])
        return line

    def action_move(self, how: str) -> None:
        koans = self.query_one("#koans", OptionList)
        getattr(koans, f"action_{'cursor_' if how in ('up', 'down') else ''}{how}")()

    def action_filter(self) -> None:
        self.which = (self.which + 1) % len(FILTERS)
        self.fill()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._take(event.option_id)

    def on_input_submitted(self) -> None:
        """Take what is under the cursor; what was typed before has been searched."""
        koans = self.query_one("#koans", OptionList)
        if koans.highlighted is not None:
            self._take(koans.get_option_at_index(koans.highlighted).id)

    def _take(self, chosen: str | None) -> None:
        """End with a koan; a topic stands for its first koan that is not passed."""
        if chosen is None:
            return
        if chosen.startswith("topic "):
            first = chosen.removeprefix("topic ")
            topic = next(row.topic for row in self.rows if row.path == first)
            rows = [row for row in self.rows if row.topic == topic]
            still = [row for row in rows if row.state != "passed"]
            chosen = (still or rows)[0].path
        self.dismiss(chosen)
