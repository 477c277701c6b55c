"""How a profile is dressed: every choice that an editor, a tool or a page makes, as one value.

A style changes the look and never the content. Choices that a form of document does not
have (a definition list in tabbed text) are ignored by its renderer. The form `print` is that
of DOCX and PDF, whose own look is a style of its own (`word.style`, `printed.style`); it is
not among FORMS, which are those that `render` writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FORMS = ("text", "cms", "word", "definitions", "markdown")
Form = Literal["text", "cms", "word", "definitions", "markdown", "print"]
EMPHASES = ("i", "b", "em", "strong")
LISTS = ("li", "unclosed", "typed", "br")
ITEMS = ("li", "typed", "paragraphs", "lines", "flat")
NAMES = ("comma", "semicolon", "li", "lines")
HEADERS = ("columns", "rows", "inline")
CUTS = ("sentence", "item", "paragraphs", "items", "competency", "rows")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")
NBSP = ("none", "character", "entity")


@dataclass(frozen=True, slots=True)
class Cut:
    """A page end: at what kind of place, and at which of those places."""

    kind: str
    place: int


@dataclass(frozen=True, slots=True)
class Style:
    """The dress of one rendering.

    `label_choice` picks a label variant of each field; `lists` is the form of lists in prose,
    `items` that of indicators and items, `names` that of job titles and related occupations.
    """

    form: Form = "text"
    label_choice: int = 0
    label_colon: bool = False
    numbered_sections: bool = True
    section_order: tuple[int, ...] = (0, 1, 2, 3)
    header: str = "columns"
    lists: str = "li"
    items: str = "paragraphs"
    names: str = "comma"
    bullet: str = "•"
    emphasis: str = "i"
    inline_heads: bool = False
    competency_rows: bool = True
    trend_emphasis: bool = False
    source_apart: bool = False
    short_name_in_cell: bool = True
    cuts: tuple[Cut, ...] = ()
    cut_reopens: bool = True
    running_footer: bool = False
    third_column: bool = False
    wrap: int = 0
    entities: bool = False
    nbsp: str = "none"
    encoding: str = "utf-8"
    line_end: str = "\n"
    date_style: int = 0
    role_heading: int = 0
