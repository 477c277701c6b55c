"""Pictures, drawings and objects: the texts that they hold, and where one stands for a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.document.model import Block, Furniture, PageEnd, Paragraph
from pipeline.readers.docx.lists import Numbered
from pipeline.readers.docx.names import Element, name, nearest, number, value

TEXT_BOX, DIAGRAM, WORD_ART = "text box", "diagram", "WordArt"
BOX, ART, DRAWN_TEXT = "w:txbxContent", "v:textpath", "a:t"

# What fills a shape with a picture, in the drawings of today and those of before; a chart is one.
_FILLINGS = frozenset("blip imagedata chart relIds".split())
_OBJECTS = frozenset({"OLEObject", "objectEmbed", "objectLink", "control"})
_SHAPES = frozenset("wsp wgp wpc".split())
# English Metric Units and twentieths of a point, in an inch.
_EMU, _TWIPS = 914_400, 1440
_A4 = (11_906, 16_838)
# A picture that takes this share of the paper leaves no room for text.
_MOST_OF_A_PAGE = 0.5


@dataclass(frozen=True, slots=True)
class Pictured:
    """A paragraph that holds a picture and no text; `listed` tells that it is one of a list."""

    paragraph: Element
    picture: Element
    listed: bool


Placed = Block | Numbered | Pictured


def boxes_in(drawing: Element) -> Iterator[Element]:
    """The text boxes of a drawing, those inside them and the fall-backs of drawings left out."""
    for box in drawing.iter():
        if name(box) == BOX and not _is_inner(box, drawing):
            yield box


def drawn_lines(root: Element, kind: str) -> list[list[Element]]:
    """The elements of a kind that hold text, by the paragraph of the drawing; not those of boxes.

    `kind` is that of the text itself (`a:t`), or of WordArt, of which each is a paragraph.
    """
    lines: dict[Element, list[Element]] = {}
    for element in root.iter():
        if name(element) == kind and not _is_inner(element, root):
            lines.setdefault(nearest(element, ("a:p",)), []).append(element)
    return list(lines.values())


def is_object(drawing: Element) -> bool:
    """Whether another program has made what is shown; early Word files hold pictures alike."""
    return bool(_kinds_in(drawing) & _OBJECTS)


def is_picture(drawing: Element) -> bool:
    """Whether a drawing shows a picture: a mere shape (a rule, an arrow) says nothing."""
    kinds = _kinds_in(drawing)
    return bool(kinds & _FILLINGS) or ("inline" in kinds and not kinds & _SHAPES)


def _kinds_in(drawing: Element) -> set[str]:
    """What the parts of a drawing are, without their name spaces."""
    return {name(part).rpartition(":")[2] for part in drawing.iter()}


def description(drawing: Element) -> str:
    """What a picture is said to show, for those who do not see it."""
    for part in drawing.iter():
        if name(part).rpartition(":")[2] in ("docPr", "shape"):
            shown = value(part, "descr") or value(part, "alt") or ""
            return " ".join(shown.split())
    return ""


def fills_page(drawing: Element) -> bool:
    """Whether a picture takes most of a page."""
    extent = next(drawing.iter("{*}extent"), None)
    page = next(drawing.getroottree().iter("{*}pgSz"), None)
    width, height = (number(value(page, side), a4) for side, a4 in zip("wh", _A4, strict=True))
    area = number(value(extent, "cx")) * number(value(extent, "cy")) / _EMU**2
    return width > 0 and height > 0 and area > _MOST_OF_A_PAGE * width * height / _TWIPS**2


def in_place_of_text(found: Sequence[Placed], in_table: bool) -> Iterator[Pictured]:
    """The pictures that stand as one item among others, or in a cell as one paragraph of several.

    A picture at the edge of a text, or between two texts of a page, may adorn it.
    """
    before = _latest(found)
    after = reversed(_latest(list(reversed(found))))
    for block, first, last in zip(found, before, after, strict=True):
        if isinstance(block, Pictured):
            beside = (first, last)
            amid_items = all(isinstance(other, Numbered) for other in beside)
            amid_text = in_table and all(isinstance(o, Numbered | Paragraph) for o in beside)
            if block.listed or amid_items or amid_text:
                yield block


def between_texts(found: Sequence[Placed]) -> Iterator[Pictured]:
    """The pictures below the first text: what stands above it is a cover."""
    for block, before in zip(found, _latest(found), strict=True):
        if isinstance(block, Pictured) and before is not None:
            yield block


def without_pictures(found: Iterable[Placed]) -> list[Block | Numbered]:
    """The blocks that are text."""
    return [block for block in found if not isinstance(block, Pictured)]


def _latest(found: Sequence[Placed]) -> list[Block | Numbered | None]:
    """For each block the nearest one before it that holds text."""
    latest: Block | Numbered | None = None
    before: list[Block | Numbered | None] = []
    for block in found:
        before.append(latest)
        is_empty = isinstance(block, Numbered) and not block.text
        if not isinstance(block, Pictured | Furniture | PageEnd) and not is_empty:
            latest = block
    return before


def _is_inner(part: Element, outer: Element) -> bool:
    """Whether a part of a drawing stands in a text box, or in the fall-back of another part."""
    for parent in part.iterancestors():
        if parent is outer:
            return False
        if name(parent) in (BOX, "mc:Fallback"):
            return True
    return False
