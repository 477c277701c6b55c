"""Lines of several columns, typed as `Typed` does."""

from __future__ import annotations

from pipeline.document.text import BOLD
from pipeline.readers.pdf.dealing import Parts, dealt_out
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Rule
from tests.unit.readers.pdf.typed import Typed


def typed_row(typed: Typed, y: float, *parts: tuple[float, str], style: int = 0) -> Line:
    """One line on which each text begins at its own x."""
    runs = [typed.run(text, x, y, style=style) for x, text in parts]
    return typed.maker.lines(runs, 1)[0]


def bold_row(typed: Typed, y: float, *parts: tuple[float, str]) -> Line:
    """The same in bold."""
    return typed_row(typed, y, *parts, style=BOLD)


def dealt(typed: Typed, y: float, *texts: str, starts: tuple[float, ...]) -> Parts:
    """A line with a text in each column, none where that is empty."""
    placed = [(x, text) for x, text in zip(starts, texts, strict=True) if text]
    found = dealt_out(typed_row(typed, y, *placed), starts, typed.maker)
    assert found is not None
    return found


def level(at: float, start: float = 0.0, end: float = 600.0) -> Rule:
    """A level rule."""
    return Rule(True, at, start, end)
