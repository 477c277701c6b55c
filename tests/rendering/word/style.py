"""How a profile looks as a Word document, and what its editing history left in the file."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.rendering.arrangement import Arrangement
from tests.rendering.style import Style

# Centimetres.
PAPERS = {
    "a4": (21.0, 29.7),
    "a4-landscape": (29.7, 21.0),
    "a5": (14.8, 21.0),
    "letter": (21.59, 27.94),
}
LISTS = ("style", "numbering")
BULLETS = ("symbol", "wingdings", "text", "dash")
BORDERS = ("grid", "horizontal", "none", "shaded")
CONTROLS = ("none", "rows", "cells", "blocks", "runs")


@dataclass(frozen=True, slots=True)
class DocxStyle:
    """The dress of one document.

    `lists`: by the template's list styles, or by direct numbering with a definition of its own.
    `automatic_numbers`: numbers of headings and trends come from numbering, not from text.
    `emphasis_by_style`: a character style in place of direct formatting. `controls`: what
    content controls are set around. `tracked`: in some paragraphs words were inserted and
    others deleted. `noise`: proofing marks, bookmarks, revision ids.
    """

    wording: Style = field(default_factory=lambda: Style(form="print"))
    arrangement: Arrangement = field(default_factory=Arrangement)
    paper: str = "a4"
    margin: float = 2.2
    font: str = "Liberation Sans"
    second_font: str = ""
    size: float = 10.0
    label_width: float = 0.26
    label_bold: bool = True
    paragraph_gap: float = 4.0
    justified: bool = False
    hyphenated: bool = False
    borders: str = "grid"
    lists: str = "style"
    bullet: str = "symbol"
    automatic_numbers: bool = False
    emphasis_by_style: bool = False
    rows_may_break: bool = True
    running_header: bool = False
    running_footer: bool = True
    cover: bool = False
    contents: bool = False
    stamp: bool = False
    footnote: bool = False
    tracked: bool = False
    controls: str = "none"
    split_runs: bool = False
    noise: bool = False
    soft_hyphens: bool = False
    no_break_hyphens: bool = False
