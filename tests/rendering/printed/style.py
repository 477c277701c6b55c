"""How a profile looks on paper: every choice of a PDF that is not made by a word processor."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.rendering.arrangement import Arrangement
from tests.rendering.style import Style

PAPERS: dict[str, tuple[float, float]] = {
    "a4": (595.28, 841.89),
    "a4-landscape": (841.89, 595.28),
    "a5": (419.53, 595.28),
    "letter": (612.0, 792.0),
}
# Families that Debian packages (fonts-dejavu, fonts-liberation, fonts-crosextra-carlito).
FONTS = (
    "DejaVu Sans",
    "DejaVu Serif",
    "Liberation Sans",
    "Liberation Serif",
    "Carlito",
    "Liberation Sans Narrow",
)
RULES = ("solid", "dotted", "dashed", "double", "horizontal", "shaded", "frame", "none")
# Of makers that join the matrix with looks of their own: heavy rules around a table, a thin one
# below its heads, and neither uprights nor rules between rows.
MORE_RULES = ("booktabs",)
RULE_DRAWINGS = ("filled", "strokes", "boxes")
TEXT_DRAWINGS = ("line", "line-with-space", "word")
BULLETS = ("text", "symbol", "zapf", "drawn")
COVERS = ("none", "repeated", "alone")


@dataclass(frozen=True, slots=True)
class PdfStyle:
    """The look of one PDF. Lengths are in points.

    `wording` is what is printed and in which order, `arrangement` in which tables.
    `rules`: what divides the cells; `frame` has a rule around each table and between its rows
    none. `bullet_glyph`: the sign of the font, of Symbol or ZapfDingbats, or a drawn dot
    without text. `rule_drawing`: rules as thin filled rectangles with corner squares, as strokes,
    or as a box for each cell; `text_drawing`: a line at a time without or with the space at
    which it was wrapped, or a word at a time (all three of ReportLab alone, whose canvas is
    drawn on by hand). `paragraph_indent` of the first line, in place
    of `paragraph_gap`. `cover`: none, one that the title is repeated after, or one that alone
    holds the title. `label_width` is a share of the table's.
    """

    wording: Style = field(default_factory=lambda: Style(form="print"))
    arrangement: Arrangement = field(default_factory=Arrangement)
    paper: str = "a4"
    margin: float = 56.0
    font: str = "Liberation Sans"
    second_font: str = ""
    size: float = 10.0
    leading: float = 1.25
    padding: float = 4.0
    rules: str = "solid"
    label_width: float = 0.26
    label_bold: bool = True
    justified: bool = False
    hyphenated: bool = False
    paragraph_gap: float = 5.0
    paragraph_indent: float = 0.0
    bullet_glyph: str = "text"
    list_indent: float = 14.0
    running_header: bool = False
    running_footer: bool = True
    footer_style: int = 0
    cover: str = "none"
    contents: bool = False
    tagged: bool = True
    open_breaks: bool = False
    rule_drawing: str = "filled"
    text_drawing: str = "line-with-space"


def footer_text(name: str, page: int, pages: int, style: int) -> str:
    """The running footer in one of the usual ways."""
    ways = (
        f"BCP {name} Pagina {page}/{pages}",
        f"Pagina {page} van {pages}",
        f"{page}",
        f"BCP {name} - pagina {page}",
        f"{page} van {pages}",
    )
    return ways[style % len(ways)]


def header_text(title: str) -> str:
    """The running header."""
    return title
