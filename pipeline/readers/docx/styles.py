"""Styles of paragraphs, characters and tables: headings, lists, emphasis, hidden text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.asides import RAISED, STRUCK
from pipeline.readers.docx.names import Element, child, is_on, name, number, value

# Word writes English names of built-in styles, LibreOffice and older Words localised ones.
_HEADING = re.compile(r"(?:heading|kop|überschrift|titre)\s?([1-9])$", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titel)$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|inhopg|contents|table of contents)\s?\d", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list (?:bullet|number) ([2-5])$", re.IGNORECASE)
_PLACEHOLDER = "placeholder text"
_LINKS = ("Hyperlink", "InternetLink", "FollowedHyperlink")
_MAX_CHAIN = 30
# ECMA-376, 17.9.20: levels 0 to 8 are headings.
_BODY_TEXT = 9


@dataclass(frozen=True, slots=True)
class Toggles:
    """Whether text is bold, italic, hidden ...: True, False, or None where nothing says so."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None

    def over(self, below: Toggles) -> Toggles:
        """These, with those of a style that this one is based on where they say nothing."""
        return Toggles(
            below.bold if self.bold is None else self.bold,
            below.italic if self.italic is None else self.italic,
            below.hidden if self.hidden is None else self.hidden,
            below.struck if self.struck is None else self.struck,
            below.raised if self.raised is None else self.raised,
        )


def toggles(properties: Element | None) -> Toggles:
    """What `w:rPr` says itself."""
    if properties is None:
        return Toggles()
    once, doubly = (is_on(child(properties, kind)) for kind in ("w:strike", "w:dstrike"))
    alignment = value(child(properties, "w:vertAlign"))
    return Toggles(
        is_on(child(properties, "w:b")),
        _is_italic(properties),
        is_on(child(properties, "w:vanish")),
        once or (once if doubly is None else doubly),
        None if alignment is None else alignment == "superscript",
    )


def _is_italic(properties: Element) -> bool | None:
    """Whether text is italic, or underlined, which stresses it as well; links are so too."""
    line = value(child(properties, "w:u"))
    slanted = is_on(child(properties, "w:i"))
    if line in (None, "none") or value(child(properties, "w:rStyle")) in _LINKS:
        return slanted
    return True


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits."""

    toggles: Toggles = field(default_factory=Toggles)
    heading: int = 0
    contents: bool = False
    new_page: bool = False
    identifier: str = ""
    list_number: int | None = None
    list_level: int | None = None
    """Counted from 0."""
    placeholder: bool = False
    """Whether it is the style of what stands in a control that nobody filled in."""
    list_depth: int = 0
    """How deep the built-in list styles set their items: 1 for `List Bullet 2`."""
    first_row: Toggles = field(default_factory=Toggles)
    first_column: Toggles = field(default_factory=Toggles)


class Styles:
    """The styles of a document by id; unknown ids give the default style of nothing."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._styles: dict[str, Style] = {}
        self.default_paragraph = ""
        self.defaults = Toggles()
        self.are_lost = root is None
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

    def has_ground(self, identifier: str | None) -> bool:
        """Whether a style, or one that it is based on, shades what it is of, or a part of that."""
        for _ in range(_MAX_CHAIN):
            element = self._elements.get(identifier or "")
            if element is None:
                return False
            if any(name(part) == "w:shd" for part in element.iter()):
                return True
            identifier = value(child(element, "w:basedOn"))
        return False

    def _resolved(self, identifier: str, depth: int) -> Style:
        element = self._elements.get(identifier)
        if element is None or depth > _MAX_CHAIN:
            return Style()
        based_on = value(child(element, "w:basedOn"))
        below = self._resolved(based_on, depth + 1) if based_on else Style()
        title = value(child(element, "w:name")) or identifier
        new_page = is_on(child(element, "w:pPr", "w:pageBreakBefore"))
        return Style(
            toggles=toggles(child(element, "w:rPr")).over(below.toggles),
            heading=_heading(element, title, below.heading),
            contents=bool(_CONTENTS.match(title)) or below.contents,
            new_page=below.new_page if new_page is None else new_page,
            identifier=identifier,
            list_number=_list_value(element, "w:numId", below.list_number),
            list_level=_list_value(element, "w:ilvl", below.list_level),
            placeholder=title.lower() == _PLACEHOLDER,
            list_depth=_list_depth(title) or below.list_depth,
            first_row=_conditional(element, "firstRow").over(below.first_row),
            first_column=_conditional(element, "firstCol").over(below.first_column),
        )


def _heading(element: Element, title: str, inherited: int) -> int:
    """The level that a style is a heading of, 0 for text."""
    found = _HEADING.match(title)
    if found:
        return int(found[1])
    if _TITLE.match(title):
        return 1
    return outline_level(child(element, "w:pPr"), inherited)


def outline_level(properties: Element | None, inherited: int) -> int:
    """The heading level that paragraph properties set; the level after the last is body text."""
    written = value(child(properties, "w:outlineLvl"))
    if written is None:
        return inherited
    level = number(written, _BODY_TEXT)
    return level + 1 if 0 <= level < _BODY_TEXT else 0


def _list_value(element: Element, kind: str, inherited: int | None) -> int | None:
    """The list or the level in it that a style sets; each is inherited by itself."""
    found = value(child(element, "w:pPr", "w:numPr", kind))
    return inherited if found is None else number(found)


def _list_depth(title: str) -> int:
    found = _LIST_STYLE.match(title)
    return int(found[1]) - 1 if found else 0


def _conditional(element: Element, kind: str) -> Toggles:
    """The emphasis that a table style gives its first row or column."""
    for part in element:
        if name(part) == "w:tblStylePr" and value(part, "type") == kind:
            return toggles(child(part, "w:rPr"))
    return Toggles()


def style_bits(found: Toggles) -> int:
    """Emphasis as `Text` counts it, and what `without_asides` decides."""
    emphasis = (BOLD if found.bold else 0) | (ITALIC if found.italic else 0)
    return emphasis | (STRUCK if found.struck else 0) | (RAISED if found.raised else 0)
