"""Filled fields of a form: what each shows stands above the page, and is content of it.

Text fields and choices show a value, by a stream of their own (ISO 32000-2, 12.5.5 and 12.7). Boxes
to tick and buttons are left out; so is what has no such stream, as viewers make it up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pipeline.readers.pdf.engine.matrices import IDENTITY, Matrix, box_of, product
from pipeline.readers.pdf.engine.nesting import form, matrix_of
from pipeline.readers.pdf.engine.paths import WHOLE
from pipeline.readers.pdf.engine.source import (
    Sheet,
    UnreadableError,
    dictionary,
    name,
    numbers,
    reference,
    resolved,
    stream,
)
from pipeline.readers.pdf.engine.state import Marked, State, id_of_object
from pipeline.readers.pdf.marks import Box
from pipeline.readers.pdf.settings import Limit

if TYPE_CHECKING:
    from pipeline.readers.pdf.engine.content import Interpreter

_WITH_VALUES = ("Tx", "Ch")
# Flags of what is not seen: hidden, and not shown on a screen.
_UNSEEN: Final = 2 | 32
_CORNERS: Final = 4
# A field has what its parents say; forms are not nested deeper.
_DEEPEST: Limit = 8


@dataclass(frozen=True, slots=True)
class _Field:
    """A field on a page: the number of its object (0 for none), where it stands, what shows it."""

    number: int
    box: Box
    shown: Any
    layer: Any


def draw_fields(page: Interpreter, sheet: Sheet) -> None:
    """Take in what the fields of a page show, above its content."""
    for value in _annotations(page, sheet):
        try:
            found = _field(value)
            if found is not None:
                _draw(page, found, sheet)
        except UnreadableError as error:
            page.complaints.add(f"a form field cannot be read: {error}")


def _annotations(page: Interpreter, sheet: Sheet) -> list[Any]:
    """What stands above a page, as it refers to it."""
    try:
        found = resolved(sheet.annotations)
    except UnreadableError as error:
        page.complaints.add(f"its form fields cannot be read: {error}")
        return []
    return found if isinstance(found, list) else []


def _field(value: Any) -> _Field | None:
    """A field with a value that is seen; None for all other annotations."""
    entries = dictionary(value)
    if name(entries.get("Subtype")) != "Widget" or _kind(entries) not in _WITH_VALUES:
        return None
    flags = resolved(entries.get("F"))
    box = numbers(entries.get("Rect"), _CORNERS)
    shown = stream(dictionary(entries.get("AP")).get("N"))
    if box is None or shown is None or (isinstance(flags, int) and flags & _UNSEEN):
        return None
    x0, y0, x1, y1 = box
    ordered = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return _Field(reference(value) or 0, ordered, shown, entries.get("OC"))


def _kind(entries: dict[str, Any]) -> str:
    """The kind of a field, by itself or by its parents."""
    return next((kind for one in _lineage(entries) if (kind := name(one.get("FT")))), "")


def _lineage(entries: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for _ in range(_DEEPEST):
        yield entries
        entries = dictionary(entries.get("Parent"))


def _draw(page: Interpreter, field: _Field, sheet: Sheet) -> None:
    entries = dictionary(field.shown)
    box = numbers(entries.get("BBox"), _CORNERS)
    if box is None:
        return
    fitted = _fitting(box_of(matrix_of(entries) or IDENTITY, *box), field.box)
    page.state = State(product(fitted, sheet.matrix()), WHOLE)
    marked = Marked(id_of_object(field.number), off=page.layers.hide(field.layer), field=True)
    form(page, None, field.shown, marked)
    fault, page.fault = page.fault, ""
    if fault:
        raise UnreadableError(fault)


def _fitting(box: Box, room: Box) -> Matrix:
    """What takes a box to the room that it is to fill; it keeps its size where it has none."""
    across = (room[2] - room[0]) / (box[2] - box[0]) if box[2] > box[0] else 1.0
    down = (room[3] - room[1]) / (box[3] - box[1]) if box[3] > box[1] else 1.0
    return (across, 0.0, 0.0, down, room[0] - across * box[0], room[1] - down * box[1])
