"""The source beside the profile: the pages of a PDF with boxes on them, else its blocks."""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from pipeline.core.diagnostics import Place
from pipeline.core.errors import DocumentError
from pipeline.core.signs import BULLET
from pipeline.document.model import (
    Block,
    Document,
    Furniture,
    Heading,
    ListItem,
    PageEnd,
    Paragraph,
    Table,
)
from pipeline.document.text import Text
from pipeline.interpret.tree import visible_origins
from pipeline.readers import BINARY_READERS, read
from pipeline.review.values import Value

Box = tuple[float, float, float, float]
NO_SOURCE = "De bron is niet gevonden; noem haar map met --sources."


@dataclass(slots=True)
class View:
    """The markup of a source, and for each value (by its number) the marks that it lights up."""

    lines: list[str] = field(default_factory=list)
    marks: dict[int, list[str]] = field(default_factory=dict)
    count: int = 0

    def new_mark(self, owners: Sequence[int]) -> str:
        """The id of one more mark, which is a place of these values."""
        self.count += 1
        mark = f"m{self.count}"
        for owner in owners:
            self.marks.setdefault(owner, []).append(mark)
        return mark


def view_of(source: bytes | None, values: Sequence[Value]) -> View:
    """The view of a source for these values."""
    if source is None:
        return View([f"<p>{NO_SOURCE}</p>"])
    try:
        document = read(source)
    except DocumentError as error:
        return View([f"<p>De bron kan niet worden getoond: {escape(error.message)}</p>"])
    if BINARY_READERS[0].claims(source):
        # A damaged file may be read and not be drawn: its blocks stand for its pages then.
        with contextlib.suppress(ValueError):
            return _pages(source, document, values)
    return _blocks(document, values)


def _pages(source: bytes, document: Document, values: Sequence[Value]) -> View:
    from pipeline.readers.pdf.picture import page_pictures

    boxes: dict[tuple[int, tuple[float, ...]], list[int]] = {}
    for number, value in enumerate(values):
        for place in value.places:
            if "page" in place and place.get("box"):
                boxes.setdefault((place["page"], tuple(place["box"])), []).append(number)
    left_out = list(_left_out(document.blocks, document))
    view = View()
    for number, picture in enumerate(page_pictures(source), start=1):
        if isinstance(picture, str):
            view.lines.append(f"<p>Pagina {number} kan niet worden getoond: {escape(picture)}</p>")
            continue
        left, top, width, height = picture.shown
        encoded = base64.b64encode(picture.data).decode()
        view.lines += [
            f'<figure class="sheet"><figcaption>Pagina {number}</figcaption><div>',
            f'<img alt="Pagina {number} van de bron" loading="lazy" width="{picture.pixels[0]}" '
            f'height="{picture.pixels[1]}" src="data:image/webp;base64,{encoded}">',
            f'<svg viewBox="{left:g} {top:g} {width:g} {height:g}" aria-hidden="true">',
        ]
        for (page, box), owners in boxes.items():
            if page == number:
                view.lines.append(_rectangle(box, owners, view.new_mark(owners)))
        for kind, spot in left_out:
            if spot.page == number and spot.box is not None:
                view.lines.append(_rectangle(spot.box, (), view.new_mark(()), kind))
        view.lines.append("</svg></div></figure>")
    return view


def _left_out(blocks: Sequence[Block], document: Document) -> Iterator[tuple[str, Place]]:
    """(kind, place) of what is no content by its form: headers, footers, hidden text."""
    for block in blocks:
        if isinstance(block, Furniture):
            yield from ((block.kind, place) for place in _places(block.text, document))
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _left_out(cell.blocks, document)


def _rectangle(box: tuple[float, ...], owners: Sequence[int], mark: str, kind: str = "") -> str:
    x0, top, x1, bottom = box
    named = " ".join(f"v{owner}" for owner in owners)
    return (
        f'<rect class="mark{" left-out" if kind else ""}" id="{mark}" data-values="{named}" '
        f'data-kind="{escape(kind)}" x="{x0 - 1:g}" y="{top - 1:g}" '
        f'width="{x1 - x0 + 2:g}" height="{bottom - top + 2:g}"></rect>'
    )


def _blocks(document: Document, values: Sequence[Value]) -> View:
    wanted = [[_as_place(place) for place in value.places] for value in values]
    view = View()
    view.lines += list(_drawn(document.blocks, document, wanted, view))
    return view


def _as_place(plain: Mapping[str, Any]) -> Place:
    return Place(
        line=plain.get("line"),
        column=plain.get("column"),
        end_line=plain.get("end_line"),
        end_column=plain.get("end_column"),
        page=plain.get("page"),
        box=tuple(plain["box"]) if plain.get("box") else None,
        part=plain.get("part"),
        path=plain.get("path"),
    )


def _drawn(
    blocks: Sequence[Block], document: Document, wanted: Sequence[Sequence[Place]], view: View
) -> Iterator[str]:
    for block in blocks:
        match block:
            case Table():
                yield "<table>"
                if block.caption:
                    yield f"<caption>{escape(block.caption.chars)}</caption>"
                for row in block.rows:
                    yield "<tr>"
                    for cell in row.cells:
                        spans = f' colspan="{cell.colspan}" rowspan="{cell.rowspan}"'
                        yield f"<td{spans}>"
                        yield from _drawn(cell.blocks, document, wanted, view)
                        yield "</td>"
                    yield "</tr>"
                yield "</table>"
            case PageEnd():
                yield '<p class="page-end">Einde van de pagina</p>'
            case Heading() | Paragraph() | ListItem() | Furniture():
                yield _marked(block, document, wanted, view)


def _marked(
    block: Heading | Paragraph | ListItem | Furniture,
    document: Document,
    wanted: Sequence[Sequence[Place]],
    view: View,
) -> str:
    """A block as a mark that its values light up."""
    places = _places(block.text, document)
    owners = [
        number
        for number, theirs in enumerate(wanted)
        if any(_overlap(one, other) for one in theirs for other in places)
    ]
    mark = view.new_mark(owners)
    named = " ".join(f"v{owner}" for owner in owners)
    is_furniture = isinstance(block, Furniture)
    kind = block.kind if isinstance(block, Furniture) else ""
    bullet = f"{BULLET} " if isinstance(block, ListItem) else ""
    text = escape(f"{bullet}{block.text.chars.strip()}")
    look = "mark furniture" if is_furniture else "mark"
    return (
        f'<p class="{look}" id="{mark}" data-values="{named}" data-kind="{escape(kind)}">{text}</p>'
    )


def _places(text: Text, document: Document) -> tuple[Place, ...]:
    origins = visible_origins(text)
    return document.locator.places(origins) if origins else ()


def _overlap(one: Place, other: Place) -> bool:
    """Whether two places share something: columns of a line, a box, an element of a part."""
    if one.box is not None and other.box is not None:
        return one.page == other.page and _meet(one.box, other.box)
    if one.path is not None or other.path is not None:
        return (one.part, one.path) == (other.part, other.path)
    if one.line is None or other.line is None:
        return False
    return _start(one) < _end(other) and _start(other) < _end(one)


def _meet(one: Box, other: Box) -> bool:
    """Whether two boxes (left, top, right, bottom) have a common part."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _start(place: Place) -> tuple[int, int]:
    return place.line or 0, place.column or 0


def _end(place: Place) -> tuple[int, int]:
    return place.end_line or place.line or 0, place.end_column or 0
