"""The marks of PDFium's bare text, for pages that our engine does not get through.

Letters and where they stand, but no rule and no shade, so that tables can only be guessed from how
the lines are aligned.
"""

from __future__ import annotations

import contextlib
import ctypes
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2.raw as pdfium

from pipeline.core import heartbeat
from pipeline.core.signs import CONTROL, UNKNOWN
from pipeline.readers.pdf.engine.fonts import style_of_name
from pipeline.readers.pdf.engine.showing import ASCENT, DESCENT, INVISIBLE_MODES, direction_of
from pipeline.readers.pdf.engines import guarded
from pipeline.readers.pdf.grouping import stretches
from pipeline.readers.pdf.marks import INVISIBLE, OFF_PAGE, Box, Glyphs, Page, Run, turned_back
from pipeline.readers.pdf.second_engine import HYPHEN, SecondEngineError, opened
from pipeline.readers.pdf.settings import Ems, Limit

# Letters whose baselines differ by rounding stand on one line.
_SAME_LINE: Ems = 0.1
# Bytes of the name of a font; what makes it bold or italic stands at its end, before that.
_LONGEST_NAME: Limit = 128
_QUARTER: Final = 90


@guarded
def bare_pages(data: bytes, numbers: Iterable[int], glyphs: Glyphs) -> dict[int, Page]:
    """The marks of the bare text of some pages, by number from 1; their glyphs are appended.

    Pages that PDFium does not read are left out.
    """
    found: dict[int, Page] = {}
    # A file that PDFium does not open has no such pages either.
    with contextlib.suppress(SecondEngineError), opened(data) as document:
        for number in numbers:
            heartbeat.beat()
            try:
                source = document[number - 1]
                reading = _PageReading(source, source.get_textpage(), glyphs)
            except SecondEngineError:
                continue
            runs = tuple(reading.runs())
            found[number] = Page(number, reading.width, reading.height, runs, (), (), (), False)
    return found


@dataclass(frozen=True, slots=True)
class _Letter:
    """One character of a page: where it stands (see `Run`), and the object that draws it."""

    char: str
    x0: float
    x1: float
    baseline: float
    size: float
    direction: int
    drawn_by: int


class _PageReading:
    """The characters of one page to runs."""

    def __init__(self, source: Any, textpage: Any, glyphs: Glyphs) -> None:
        self.textpage = textpage
        self.glyphs = glyphs
        self.turns = source.get_rotation() // _QUARTER
        self.media: Box = source.get_mediabox()
        self.crop: Box = source.get_cropbox()
        x0, y0, x1, y1 = self.media
        self.paper = (x1 - x0, y1 - y0)
        self.width, self.height = self.paper[::-1] if self.turns % 2 else self.paper

    def runs(self) -> Iterator[Run]:
        """The runs: a run ends with its line, and where another object goes on."""
        letters = (
            (number, letter)
            for number in range(self.textpage.count_chars())
            # Spaces and line ends that no object draws show in the places of the others.
            if pdfium.FPDFText_IsGenerated(self.textpage, number) != 1
            and (letter := self._letter(number)) is not None
        )
        for group in stretches(letters, lambda before, found: _goes_on(before[-1][1], found[1])):
            yield self._run([letter for _, letter in group], group[0][0])

    def _letter(self, number: int) -> _Letter | None:
        """A character; None where it does not say where it stands."""
        box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        x, y = ctypes.c_double(), ctypes.c_double()
        placed = (
            pdfium.FPDFText_GetLooseCharBox(self.textpage, number, box)
            and pdfium.FPDFText_GetMatrix(self.textpage, number, matrix)
            and pdfium.FPDFText_GetCharOrigin(self.textpage, number, x, y)
        )
        if not placed:
            return None
        across, up = self._shown(matrix.a, matrix.b)
        direction = direction_of(across, -up)
        corners = (
            self._along(direction, box.left, box.bottom),
            self._along(direction, box.right, box.top),
        )
        _, baseline = self._turned_back(direction, x.value, y.value)
        drawn_by = pdfium.FPDFText_GetTextObject(self.textpage, number)
        return _Letter(
            char=_char(pdfium.FPDFText_GetUnicode(self.textpage, number)),
            x0=min(corners),
            x1=max(corners),
            baseline=baseline,
            size=pdfium.FPDFText_GetFontSize(self.textpage, number)
            * math.hypot(matrix.c, matrix.d),
            direction=direction,
            drawn_by=ctypes.cast(drawn_by, ctypes.c_void_p).value or 0,
        )

    def _shown(self, across: float, up: float) -> tuple[float, float]:
        """A direction on the paper as it is on the page that is shown."""
        for _ in range(self.turns):
            across, up = up, -across
        return across, up

    def _along(self, direction: int, x: float, y: float) -> float:
        return self._turned_back(direction, x, y)[0]

    def _turned_back(self, direction: int, x: float, y: float) -> tuple[float, float]:
        """A point of the paper as it lies in the page turned back by that many quarters."""
        left, top = x - self.media[0], self.media[3] - y
        width, height = self.paper
        for _ in range(self.turns):
            left, top = height - top, left
            width, height = height, width
        return turned_back(direction, left, top, width, height)

    def _run(self, letters: list[_Letter], number: int) -> Run:
        glyphs, first = self.glyphs, letters[0]
        start = len(glyphs.chars)
        glyphs.chars.extend(letter.char for letter in letters)
        glyphs.x0.extend(letter.x0 for letter in letters)
        glyphs.x1.extend(letter.x1 for letter in letters)
        return Run(
            start=start,
            end=len(glyphs.chars),
            x0=first.x0,
            x1=max(letters[-1].x1, first.x0),
            top=first.baseline - ASCENT * first.size,
            bottom=first.baseline + DESCENT * first.size,
            baseline=first.baseline,
            size=first.size,
            style=style_of_name(self._font_name(number)),
            direction=first.direction,
            hidden=self._why_hidden(number),
        )

    def _font_name(self, number: int) -> str:
        buffer, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self.textpage, number, buffer, _LONGEST_NAME, flags)
        return buffer.value.decode("utf-8", "replace")

    def _why_hidden(self, number: int) -> str:
        """Whether a run cannot be seen; nothing is known of grounds, so white text is kept."""
        drawn_by = pdfium.FPDFText_GetTextObject(self.textpage, number)
        if pdfium.FPDFTextObj_GetTextRenderMode(drawn_by) in INVISIBLE_MODES:
            return INVISIBLE
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self.textpage, number, x, y)
        x0, y0, x1, y1 = self.crop
        return "" if x0 <= x.value <= x1 and y0 <= y.value <= y1 else OFF_PAGE


def _goes_on(last: _Letter, letter: _Letter) -> bool:
    return (
        letter.drawn_by == last.drawn_by
        and letter.direction == last.direction
        and letter.x0 >= last.x0
        and letter.x0 - last.x1 < last.size
        and abs(letter.baseline - last.baseline) <= _SAME_LINE * last.size
    )


def _char(code: int) -> str:
    """The text of a code of PDFium, as the first engine would give it."""
    char = chr(code)
    if char == HYPHEN:
        return "-"
    if char.isspace():
        return char if char == "\u00a0" else " "
    return UNKNOWN if CONTROL.match(char) else char
