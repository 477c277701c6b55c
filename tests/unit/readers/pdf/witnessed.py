"""Pages of runs, and what the witness tells of texts that were made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.core.diagnostics import Diagnostic
from pipeline.document.text import INSERTED, Text
from pipeline.readers.pdf.marks import BoxLocator, Glyphs, Marks, Page, Run
from pipeline.readers.pdf.second_engine import BareText
from pipeline.readers.pdf.witness import witness_findings

# Letters of the pages below are so wide, and so large, in points.
WIDTH, SIZE = 5.0, 10.0


@dataclass(slots=True)
class Sheet:
    """Pages of runs; `run` hands back the text of one."""

    glyphs: Glyphs = field(default_factory=Glyphs)
    runs: list[list[Run]] = field(default_factory=lambda: [[]])

    def page(self) -> None:
        """Begin another page."""
        self.runs.append([])

    def run(self, chars: str, x: float = 50.0, y: float = 100.0, hidden: str = "") -> Text:
        """Draw letters from a place on; white space is drawn as well."""
        start = len(self.glyphs.chars)
        for n, char in enumerate(chars):
            self.glyphs.chars.append(char)
            self.glyphs.x0.append(x + n * WIDTH)
            self.glyphs.x1.append(x + (n + 1) * WIDTH)
        end, x1 = len(self.glyphs.chars), x + len(chars) * WIDTH
        run = Run(start, end, x, x1, y - 7.5, y + 2.5, y, SIZE, 0, hidden=hidden)
        self.runs[-1].append(run)
        return Text(chars, tuple(range(start, end)), bytes(len(chars)))

    def findings(self, other: Sequence[str], *texts: Text, count: int = 0) -> list[Diagnostic]:
        """What is told where the witness reads `other`, page by page, and we the texts."""
        pages = tuple(
            Page(number, 400, 400, tuple(runs), (), (), (), has_images=False)
            for number, runs in enumerate(self.runs, 1)
        )
        marks = Marks(pages, self.glyphs, None)
        second = BareText(count or len(other), tuple(other))
        return list(witness_findings(second, marks, texts, BoxLocator.of(marks)))

    def messages(self, other: Sequence[str], *texts: Text) -> list[str]:
        """The messages of what is told."""
        return [finding.message for finding in self.findings(other, *texts)]


def without(text: Text, at: int) -> Text:
    """A text without one of its characters."""
    return text[:at] + text[at + 1 :]


def spaced(text: Text, at: int) -> Text:
    """A text with a blank that was not drawn."""
    return text[:at] + Text(" ", (INSERTED,), b"\0") + text[at:]
