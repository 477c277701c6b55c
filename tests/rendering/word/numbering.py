"""Lists of a Word document: definitions of our own in numbering.xml, restarted by list."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from tests.rendering.word.elements import element
from tests.rendering.word.style import DocxStyle

# The sign and its font; private-use code points are those that Word itself writes.
_BULLETS = {
    "symbol": ("\uf0b7", "Symbol"),
    "wingdings": ("\uf0a7", "Wingdings"),
    "text": ("•", ""),
    "dash": ("-", ""),
}
_INDENT = 360  # twentieths of a point


class Numbering:
    """The numbering part of one document."""

    def __init__(self, document: Any, style: DocxStyle) -> None:
        self.root = document.part.numbering_part.element
        sign, font = _BULLETS[style.bullet]
        self.bullets = self._num(self._definition("bullet", sign, font))
        self.numbers = self._definition("decimal", "%1.", "")

    def new_numbers(self, start: int) -> int:
        """The id of a list that counts from `start`."""
        return self._num(self.numbers, start)

    def new_series(self) -> int:
        """The id of a series of headings.

        Lists of one definition share a counter, so each series has a definition of its own.
        """
        return self._num(self._definition("decimal", "%1.", "", indent=0))

    def _definition(self, form: str, text: str, font: str, indent: int = _INDENT) -> int:
        found = [int(e.get(qn("w:abstractNumId"))) for e in self.root.findall(qn("w:abstractNum"))]
        number = max(found, default=0) + 1
        level = element(
            "w:lvl",
            element("w:start", val=1),
            element("w:numFmt", val=form),
            element("w:lvlText", val=text),
            element("w:lvlJc", val="left"),
            element("w:pPr", element("w:ind", left=indent, hanging=indent)),
            ilvl=0,
        )
        if font:
            fonts = element("w:rFonts", ascii=font, hAnsi=font, hint="default")
            level.append(element("w:rPr", fonts))
        definition = element(
            "w:abstractNum",
            element("w:multiLevelType", val="hybridMultilevel"),
            level,
            abstractNumId=number,
        )
        # Definitions stand before the lists that use them.
        self.root.insert(0, definition)
        return number

    def _num(self, definition: int, start: int | None = None) -> int:
        number = max(int(e.get(qn("w:numId"))) for e in self.root.findall(qn("w:num"))) + 1
        num = element("w:num", element("w:abstractNumId", val=definition), numId=number)
        if start is not None:
            override = element("w:startOverride", val=start)
            num.append(element("w:lvlOverride", override, ilvl=0))
        self.root.append(num)
        return number


def number_paragraph(paragraph: Any, number: int) -> None:
    """Make a paragraph an item of a list."""
    properties = paragraph._p.get_or_add_pPr()
    properties._insert_numPr(
        element("w:numPr", element("w:ilvl", val=0), element("w:numId", val=number))
    )
