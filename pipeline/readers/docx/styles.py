"""Styles of paragraphs, characters and tables: headings, lists, emphasis, hidden text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.docx.names import Element, child, is_on, name, number, value

# Word writes English names of built-in styles, LibreOffice and older Words localised ones.
_HEADING = re.compile(r"(?:heading|kop|überschrift|titre)\s?([1-9])$", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titel)$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|inhopg|contents|table of contents)\s?\d", re.IGNORECASE)
_MAX_CHAIN = 30
_MAX_OUTLINE = 8


@dataclass(frozen=True, slots=True)
class Toggles:
    """Whether text is bold, italic, hidden: True, False, or None where nothing says so."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None

    def over(self, below: Toggles) -> Toggles:
        """These, with those of a style that this one is based on where they say nothing."""
        return Toggles(
            below.bold if self.bold is None else self.bold,
            below.italic if self.italic is None else self.italic,
            below.hidden if self.hidden is None else self.hidden,
        )


def toggles(properties: Element | None) -> Toggles:
    """What `w:rPr` says itself."""
    if properties is None:
        return Toggles()
    hidden = is_on(child(properties, "w:vanish"))
    return Toggles(is_on(child(properties, "w:b")), is_on(child(properties, "w:i")), hidden)


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits."""

    toggles: Toggles = field(default_factory=Toggles)
    heading: int = 0
    contents: bool = False
    numbering: tuple[int, int] | None = None
    """(number of the list, level from 0)."""
    first_row: Toggles = field(default_factory=Toggles)
    first_column: Toggles = field(default_factory=Toggles)


class Styles:
    """The styles of a document by id; unknown ids give the default style of nothing."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._styles: dict[str, Style] = {}
        self.default_paragraph = ""
        self.defaults = Toggles()
        if root is None:
            return
        self.defaults = toggles(child(root, "w:docDefaults", "w:rPrDefault", "w:rPr"))
        for element in root:
            if name(element) != "w:style":
                continue
            identifier = value(element, "styleId") or ""
            self._elements[identifier] = element
            if value(element, "type") == "paragraph" and value(element, "default") in ("1", "true"):
                self.default_paragraph = identifier

    def style(self, identifier: str | None) -> Style:
        """The style of an id, with what it is based on."""
        if not identifier:
            return Style()
        if identifier not in self._styles:
            self._styles[identifier] = self._resolved(identifier, 0)
        return self._styles[identifier]

    def _resolved(self, identifier: str, depth: int) -> Style:
        element = self._elements.get(identifier)
        if element is None or depth > _MAX_CHAIN:
            return Style()
        based_on = value(child(element, "w:basedOn"))
        below = self._resolved(based_on, depth + 1) if based_on else Style()
        title = value(child(element, "w:name")) or identifier
        return Style(
            toggles=toggles(child(element, "w:rPr")).over(below.toggles),
            heading=_heading(element, title) or below.heading,
            contents=bool(_CONTENTS.match(title)) or below.contents,
            numbering=_numbering(child(element, "w:pPr")) or below.numbering,
            first_row=_conditional(element, "firstRow").over(below.first_row),
            first_column=_conditional(element, "firstCol").over(below.first_column),
        )


def _heading(element: Element, title: str) -> int:
    """The level that a style is a heading of, 0 for text."""
    found = _HEADING.match(title)
    if found:
        return int(found[1])
    if _TITLE.match(title):
        return 1
    outline = value(child(element, "w:pPr", "w:outlineLvl"))
    level = number(outline, _MAX_OUTLINE + 1)
    return level + 1 if level < _MAX_OUTLINE else 0


def _numbering(properties: Element | None) -> tuple[int, int] | None:
    found = child(properties, "w:numPr")
    if found is None:
        return None
    level = number(value(child(found, "w:ilvl")))
    return number(value(child(found, "w:numId"))), level


def _conditional(element: Element, kind: str) -> Toggles:
    """The emphasis that a table style gives its first row or column."""
    for part in element:
        if name(part) == "w:tblStylePr" and value(part, "type") == kind:
            return toggles(child(part, "w:rPr"))
    return Toggles()


def style_bits(found: Toggles) -> int:
    """Emphasis as `Text` counts it."""
    return (BOLD if found.bold else 0) | (ITALIC if found.italic else 0)
