"""What opens over the koan: a question, a text to read, the guide."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from rich.console import RenderableType
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from sensei.live import panes

T = TypeVar("T")


class Question(ModalScreen[bool]):
    """Asks before something happens that cannot be taken back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "dismiss(True)", "yes"),
        Binding("n,escape,q", "dismiss(False)", "no"),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(self.question, markup=False)
            pairs = [("y", "yes"), ("n", "no")]
            yield Static(panes.keys(pairs, frozenset(), 60), classes="foot")


class Over(ModalScreen[T]):
    """A page over the koan; a verdict that comes meanwhile is shown at its foot."""

    def tell(self, verdict: RenderableType) -> None:
        """Show a verdict."""
        news = self.query_one("#news", Static)
        news.display = True
        news.update(verdict)

    def news(self) -> Static:
        """Return the line for a verdict, hidden until there is one."""
        line = Static(id="news")
        line.display = False
        return line


class Reading(Over[None]):
    """Shows a text; Markdown, such as the guide, is rendered.

    closes: whether a success closes it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,g,s,a", "dismiss", "back"),
        Binding("down,j", "scroll(1)"),
        Binding("up,k", "scroll(-1)"),
        Binding("pagedown,space", "scroll(10)"),
        Binding("pageup", "scroll(-10)"),
        Binding("right", "shift(8)"),
        Binding("left", "shift(-8)"),
    ]

    def __init__(
        self,
        content: RenderableType | str,
        *,
        markdown: bool = False,
        closes: bool = False,
    ) -> None:
        super().__init__()
        self.content, self.markdown, self.closes = content, markdown, closes

    def compose(self) -> ComposeResult:
        with Vertical(classes="page"):
            with VerticalScroll(id="page"):
                if self.markdown and isinstance(self.content, str):
                    from textual.widgets import Markdown  # slow to import

                    yield Markdown(self.content, open_links=False)
                else:
                    text = self.content
                    yield Static(Text(text) if isinstance(text, str) else text)
            yield self.news()
            pairs = [("esc", "back"), ("up down", "scroll")]
            if self.markdown:
                pairs.append(("left right", "drawings"))
            yield Static(panes.keys(pairs, frozenset(), 60), classes="foot")

    def on_mount(self) -> None:
        self.query_one("#page").focus()

    def action_scroll(self, lines: int) -> None:
        self.query_one("#page").scroll_relative(y=lines, animate=False)

    def action_shift(self, columns: int) -> None:
        """Show the other side of drawings that are wider than the screen."""
        for drawing in self.query("MarkdownFence"):
            drawing.scroll_relative(x=columns, animate=False)
