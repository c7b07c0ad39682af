"""How the session looks."""

from __future__ import annotations

from textual.theme import Theme

THEME = Theme(
    name="koans",
    primary="#7aa2f7",
    secondary="#9ece6a",
    accent="#e0af68",
    foreground="#d5d9e6",
    background="#16181f",
    surface="#1b1e27",
    panel="#20242f",
    success="#9ece6a",
    warning="#e0af68",
    error="#f7768e",
    dark=True,
)

CSS = """
Screen { layout: vertical; background: $background; }
#header { height: 2; background: $panel; }
#main { height: 1fr; layout: vertical; }
#idea { height: auto; max-height: 55%; padding: 0 1; }
#file { height: 1fr; min-height: 4; padding: 0 1; }
#path { color: $primary; height: 1; }
#code { height: 1fr; }
#verdict { height: auto; max-height: 60%; padding: 0 1; background: $surface; }
#verdict.-whole { height: 1fr; max-height: 100%; }
#verdict.passed { background: #1d2b1f; }
#verdict.wrong, #verdict.timeout, #verdict.crashed { background: #2b1d23; }
#verdict.broken { background: #281f2f; }
#verdict.banned, #verdict.altered { background: #2b271b; }
#status { height: auto; padding: 0 1; color: $accent; }
#keys { height: auto; padding: 0; background: $panel; }
.-tall #idea { padding: 1 1 0 1; }
.-tall #file { padding: 1 1 0 1; }
.-tall #path { height: 2; }
.-tall #verdict { padding: 1 1; }
.-wide #main { layout: horizontal; }
.-wide #idea { width: 38%; height: 100%; max-height: 100%; padding: 1 2; }
.-wide #file { width: 1fr; height: 100%; padding: 1 1; }
.-wide #verdict { padding: 1 2; }
VerticalScroll, OptionList {
    scrollbar-size-vertical: 1;
    scrollbar-color: $panel-lighten-2;
    scrollbar-background: $surface;
}
ModalScreen { align: center middle; background: $background 70%; }
Question { align: center bottom; }
.box { width: 100%; height: auto; padding: 1 1; background: $panel; }
.page { width: 100; max-width: 98%; height: 94%; padding: 1 2; background: $surface; }
.page VerticalScroll { height: 1fr; }
.-narrow .page { width: 100%; max-width: 100%; padding: 0 1; }
.page Markdown { padding: 0; }
.page MarkdownFence > Label { padding: 0 1; }
.page MarkdownH1 { margin: 1 0; }
.-short .page { height: 100%; }
.foot { height: auto; margin-top: 1; }
Input { border: none; height: 1; padding: 0 1; background: $panel; margin-bottom: 1; }
Input:focus { border: none; }
OptionList { border: none; height: 1fr; background: $surface; padding: 0; }
OptionList:focus { border: none; }
.-plain VerticalScroll { scrollbar-size-vertical: 0; }
.-plain OptionList { scrollbar-size-vertical: 0; }
"""
