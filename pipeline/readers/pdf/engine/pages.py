"""A page of the file to its marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.core import heartbeat
from pipeline.readers.pdf.engine.content import Interpreter
from pipeline.readers.pdf.engine.fields import draw_fields
from pipeline.readers.pdf.engine.fonts import Fonts
from pipeline.readers.pdf.engine.layers import Layers
from pipeline.readers.pdf.engine.matrices import box_of
from pipeline.readers.pdf.engine.paths import WHOLE, Drawing
from pipeline.readers.pdf.engine.seen import seen
from pipeline.readers.pdf.engine.showing import Showing
from pipeline.readers.pdf.engine.source import Complaints, Sheet, UnreadableError
from pipeline.readers.pdf.engine.state import State
from pipeline.readers.pdf.marks import Glyphs, Page

# What is told of a page that cannot be read at all.
_A4: Final = (595.0, 842.0)


@dataclass(slots=True)
class PageReader:
    """Reads the pages of one document; its fonts and glyphs are those of all pages."""

    fonts: Fonts
    layers: Layers
    complaints: Complaints
    glyphs: Glyphs

    def page(self, sheet: Sheet, number: int) -> Page:
        """The marks of a page, none where nothing of it can be read."""
        heartbeat.beat()
        try:
            return self._page(sheet, number)
        except UnreadableError as error:
            return Page(number, *_A4, (), (), (), (), has_images=False, fault=str(error))

    def _page(self, sheet: Sheet, number: int) -> Page:
        width, height = sheet.size()
        showing, drawing = Showing(self.glyphs, width, height), Drawing(width, height)
        interpreter = Interpreter(self.fonts, self.layers, self.complaints, showing, drawing)
        if not sheet.has_contents():
            self.complaints.add(f"page {number} has no content")
        # The streams of a page are one stream (ISO 32000-2, 7.8.2).
        data = b"\n".join(_readable(sheet, interpreter))
        interpreter.read(data, sheet.resources, State(sheet.matrix(), WHOLE))
        # Their frames part no rows.
        above = Drawing(width, height)
        draw_fields(Interpreter(self.fonts, self.layers, self.complaints, showing, above), sheet)
        showing.finish()
        page = Page(
            number=number,
            width=width,
            height=height,
            runs=(),
            rules=tuple(drawing.rules),
            shades=tuple(drawing.shades),
            dots=tuple(drawing.dots),
            has_images=drawing.has_images,
            size_is_assumed=not sheet.has_size(),
            fault=interpreter.fault,
            shade_colours=tuple(drawing.shade_colours),
            white_rules=tuple(drawing.white_rules),
        )
        shown = box_of(sheet.matrix(), *sheet.crop())
        return seen(page, showing.drawn, [*drawing.grounds, *above.grounds], shown)


def _readable(sheet: Sheet, interpreter: Interpreter) -> Iterator[bytes]:
    """The streams of a page, up to the first that cannot be read."""
    try:
        yield from sheet.contents()
    except UnreadableError as error:
        interpreter.fault = str(error)
