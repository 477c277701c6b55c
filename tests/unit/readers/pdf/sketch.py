"""Pages sketched in letters: each is five points wide and twelve high, the size of the text is 10.

    +--------+--------+
    | Niveau | 4      |
    +--------+--------+

Bars and plus signs make uprights, two dashes and more a level line; both lie in the middle of their
sign, and reach to the edge of the last one where it is no plus sign. Text is parted by two blanks;
an underscore is a blank within a text that no glyph stands for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.document.text import BOLD
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.marks import Box, Marks, Page, Rule
from tests.unit.readers.pdf.typed import Typed

WIDE, HIGH = 5.0, 12.0
_LEVEL = re.compile(r"\+?-{2,}(?:\+-+)*\+?")
_TEXT = re.compile(r"[^\s|+]\S*(?: [^\s|+]\S*)*")


@dataclass(slots=True)
class Sketch:
    """Pages that were sketched, and the letters on them."""

    typed: Typed = field(default_factory=Typed)
    pages: list[Page] = field(default_factory=list)

    @property
    def page(self) -> Page:
        """The last page."""
        return self.pages[-1]

    @property
    def maker(self) -> LineMaker:
        """The maker of its lines."""
        return self.typed.maker

    @property
    def marks(self) -> Marks:
        """All pages."""
        return Marks(tuple(self.pages), self.typed.glyphs, None)

    @property
    def lines(self) -> list[Line]:
        """The lines of the last page, not parted by columns."""
        return self.maker.lines(self.page.runs, self.page.number)

    def take_in(self, drawing: str, shades: Sequence[Box] = (), bold: Sequence[str] = ()) -> None:
        """Put a page behind the others; texts that are among `bold` are so."""
        rows = drawing.strip("\n").splitlines()
        width = max(map(len, rows))
        grid = [row.ljust(width) for row in rows]
        first = len(self.typed.runs)
        rules: list[Rule] = []
        for n, row in enumerate(grid):
            rest = row
            for found in _LEVEL.finditer(row):
                rules.append(_rule(True, HIGH * (n + 0.5), found.group(), found.start(), WIDE))
                rest = rest[: found.start()] + " " * len(found.group()) + rest[found.end() :]
            for found in _TEXT.finditer(rest):
                style = BOLD * (found.group() in bold)
                self.typed.run(found.group(), WIDE * found.start(), HIGH * n + 9, style=style)
        for column in range(width):
            signs = "".join(row[column] for row in grid)
            for found in re.finditer(r"[|+]*\|[|+]*|\+{2,}", signs):
                at = WIDE * (column + 0.5)
                rules.append(_rule(False, at, found.group(), found.start(), HIGH))
        page = Page(
            number=len(self.pages) + 1,
            width=WIDE * width,
            height=HIGH * len(grid),
            runs=tuple(self.typed.runs[first:]),
            rules=tuple(rules),
            shades=tuple(shades),
            dots=(),
            has_images=False,
        )
        self.pages.append(page)

    def change(self, **values: object) -> None:
        """Change the last page."""
        self.pages[-1] = replace(self.page, **values)  # type: ignore[arg-type]


def _rule(level: bool, at: float, signs: str, start: int, step: float) -> Rule:
    """A rule along signs of which the first is number `start`."""
    begin = start + (0.5 if signs[0] == "+" else 0)
    end = start + len(signs) - (0.5 if signs[-1] == "+" else 0)
    return Rule(level, at, step * begin, step * end)


def sketched(*drawings: str, shades: Sequence[Box] = (), bold: Sequence[str] = ()) -> Sketch:
    """Pages of these drawings, each with the same shades."""
    sketch = Sketch()
    for drawing in drawings:
        sketch.take_in(drawing, shades, bold)
    return sketch


def area(left: float, top: float, right: float, bottom: float) -> Box:
    """A box in points, given in letters and rows from the upper left corner of a page."""
    return (WIDE * left, HIGH * top, WIDE * right, HIGH * bottom)


def frame(*columns: float, rows: Sequence[float] = (0.0, 100.0)) -> list[Rule]:
    """The lines of a grid that is whole."""
    return [
        *(Rule(True, at, columns[0], columns[-1]) for at in rows),
        *(Rule(False, at, rows[0], rows[-1]) for at in columns),
    ]
