"""Glyphs, runs and lines typed in letters that are half as wide as they are high."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.marks import Glyphs, Run

WIDE = 0.5


@dataclass(slots=True)
class Typed:
    """What is typed on one page, in the order of typing."""

    glyphs: Glyphs = field(default_factory=Glyphs)
    runs: list[Run] = field(default_factory=list)

    def run(
        self,
        chars: str,
        x: float = 50.0,
        y: float = 100.0,
        size: float = 10.0,
        style: int = 0,
        gap: float = 0.0,
    ) -> Run:
        """One run of letters; `gap` is what lies between each two of them, in points.

        An underscore leaves the room of a letter free.
        """
        glyphs, start, at = self.glyphs, len(self.glyphs.chars), x
        for char in chars:
            if char != "_":
                glyphs.chars.append(char)
                glyphs.x0.append(at)
                glyphs.x1.append(at + WIDE * size)
            at += WIDE * size + gap
        end = len(glyphs.chars)
        box = (glyphs.x0[start], glyphs.x1[end - 1], y - 0.75 * size, y + 0.25 * size)
        self.runs.append(Run(start, end, *box, y, size, style))
        return self.runs[-1]

    @property
    def maker(self) -> LineMaker:
        """The maker of its lines."""
        return LineMaker(self.glyphs)

    def line(self, chars: str, x: float = 50.0, y: float = 100.0, size: float = 10.0) -> Line:
        """A line that is one run."""
        return self.maker.lines([self.run(chars, x, y, size)], 1)[0]

    def lines(
        self, *texts: str, x: float = 50.0, y: float = 100.0, leading: float = 12.0
    ) -> list[Line]:
        """Lines below each other."""
        return [self.line(text, x, y + n * leading) for n, text in enumerate(texts)]

    def shown(self) -> list[str]:
        """The lines that all runs make."""
        return [line.chars for line in self.maker.lines(self.runs, 1)]
