"""A workbook in memory, the same bytes each time, in which every text is text and none is lost."""

from __future__ import annotations

import datetime as dt
import io
from math import ceil
from typing import Any

# A cell of Excel holds no more characters; XlsxWriter would leave out what is longer.
LONGEST = 32_767
_A4 = 9
# Points; rows of more Excel does not have.
_SIZE, _LEADING, _HIGHEST_ROW = 11, 1.36, 409.0
# In characters: more would be too small to read on paper, and goes over several pages.
_WIDEST_ON_A_PAGE = 320
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_OVERFLOW = "Vervolg"
_FORMATS: dict[str, dict[str, Any]] = {
    "text": {"text_wrap": True, "valign": "top"},
    "label": {"text_wrap": True, "valign": "top", "bold": True},
    "head": {"text_wrap": True, "valign": "top", "bold": True, "bg_color": "#DCE6F1", "bottom": 1},
    "level 1": {"bold": True, "font_size": 18, "font_color": "#1F3864"},
    "level 2": {"bold": True, "font_size": 14, "font_color": "#1F3864", "bottom": 2},
    "level 3": {"bold": True, "font_size": 12, "font_color": "#1F3864", "bg_color": "#DCE6F1"},
    "level 4": {"bold": True, "font_size": 11, "font_color": "#1F3864"},
    "level 5": {"bold": True, "italic": True, "font_size": 11},
    "level 6": {"italic": True, "font_size": 11, "font_color": "#1F3864"},
    "level 7": {"italic": True, "font_size": 11, "indent": 1},
}
DEEPEST_HEADING = 7


class Book:
    """A workbook; sheets and cells are added, then `data` hands it out.

    `created` is said in its properties, so that the bytes depend on no clock.
    """

    def __init__(self, title: str, created: dt.datetime) -> None:
        # An optional extra, and slow to load.
        import xlsxwriter

        self._stream = io.BytesIO()
        self._book: Any = xlsxwriter.Workbook(self._stream, _OPTIONS)
        self._book.set_properties({"title": title, "created": created.replace(tzinfo=None)})
        self._formats = {name: self._book.add_format(look) for name, look in _FORMATS.items()}
        self._overflow: list[tuple[str, str]] = []
        self._widths: dict[str, tuple[float, ...]] = {}
        self._heights: dict[str, dict[int, float]] = {}

    def sheet(self, name: str, widths: tuple[float, ...], *, repeat_head: bool = False) -> Any:
        """A new sheet with the widths of its columns, set up to be printed on A4."""
        sheet = self._book.add_worksheet(name)
        self._widths[name], self._heights[name] = widths, {}
        for number, width in enumerate(widths):
            sheet.set_column(number, number, width)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        if sum(widths) <= _WIDEST_ON_A_PAGE:
            sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&A&R&P / &N")
        if repeat_head:
            sheet.repeat_rows(0)
            sheet.freeze_panes(1, 0)
        return sheet

    def text(self, sheet: Any, row: int, column: int, text: str, look: str = "text") -> None:
        """Write a text; what does not fit in a cell goes on in a sheet at the end."""
        if len(text) > LONGEST:
            where = f"{sheet.get_name()}, rij {row + 1}"
            note = f" [vervolg in blad {_OVERFLOW}]"
            cut = LONGEST - len(note)
            self._overflow += [
                (where, text[at : at + LONGEST]) for at in range(cut, len(text), LONGEST)
            ]
            text = text[:cut] + note
        sheet.write_string(row, column, text, self._formats[look])
        self._make_room(sheet.get_name(), row, column, text, look)

    def _make_room(self, name: str, row: int, column: int, text: str, look: str) -> None:
        """Let the row be as high as its texts are: not every program does so by itself."""
        size = _FORMATS[look].get("font_size", _SIZE)
        wraps = _FORMATS[look].get("text_wrap", False)
        width = self._widths[name][column]
        lines = sum(ceil(max(len(line), 1) / width) for line in text.split("\n")) if wraps else 1
        height = min(lines * size * _LEADING, _HIGHEST_ROW)
        heights = self._heights[name]
        heights[row] = max(heights.get(row, 0.0), height)

    def number(self, sheet: Any, row: int, column: int, number: int) -> None:
        """Write a number."""
        sheet.write_number(row, column, number, self._formats["text"])

    def data(self) -> bytes:
        """The bytes of the workbook, which is closed by this."""
        if self._overflow:
            sheet = self.sheet(_OVERFLOW, (30, 110), repeat_head=True)
            rest, self._overflow = self._overflow, []
            for row, (where, text) in enumerate([("Vindplaats", "Vervolg van de tekst"), *rest]):
                self.text(sheet, row, 0, where, "label")
                self.text(sheet, row, 1, text)
        for sheet in self._book.worksheets():
            for row, height in sorted(self._heights[sheet.get_name()].items()):
                sheet.set_row(row, height)
        self._book.close()
        return self._stream.getvalue()
