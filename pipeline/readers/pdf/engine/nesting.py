"""The operators of marked content, of pictures, and of forms: streams within the stream."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pipeline.readers.pdf.engine.matrices import Matrix, box_of, common, product
from pipeline.readers.pdf.engine.paths import NOWHERE
from pipeline.readers.pdf.engine.source import (
    UnreadableError,
    content_of,
    dictionary,
    name,
    numbers,
    reference,
    resolved,
    stream,
)
from pipeline.readers.pdf.engine.state import Marked, Operators, id_of
from pipeline.readers.pdf.engine.syntax import Name, Properties
from pipeline.readers.pdf.settings import Limit

if TYPE_CHECKING:
    from pipeline.readers.pdf.engine.content import Interpreter

# A form may draw itself; printers nest theirs two or three deep.
_MAX_FORM_DEPTH: Limit = 12
# Entries of a picture that let something through.
_STENCIL = (Name("IM"), Name("ImageMask"))
_SEE_THROUGH = ("SMask", "Mask", "ImageMask", "SMaskInData")


def begin_marked(page: Interpreter, tag: Name, properties: Any = None) -> None:
    around = page.marked[-1]
    content, group = _marked(page, properties)
    page.marked.append(
        Marked(
            around.tag if content is None else id_of(content, page.form),
            around.artifact or tag.text == "Artifact",
            around.off or (tag.text == "OC" and page.layers.hide(group)),
            around.field,
        )
    )


def _marked(page: Interpreter, properties: Any) -> tuple[int | None, Any]:
    """The number of a marked content, and the layer that its property list is or refers to."""
    named = None
    if isinstance(properties, Properties):
        content = properties.number(b"MCID")
    else:
        if isinstance(properties, Name):
            named = properties = page.resource("Properties", properties)
        content = resolved(dictionary(properties).get("MCID"))
    # A form without parents in the tag tree is part of what it is drawn in.
    if not isinstance(content, int) or (page.depth and page.form is None):
        content = None
    return content, named


def end_marked(page: Interpreter) -> None:
    if len(page.marked) > 1:
        page.marked.pop()


def picture(page: Interpreter, *entries: Any) -> None:
    """A picture inside the stream: `entries` are keys and values."""
    masked = any(key in _STENCIL and value is True for key, value in pairwise(entries))
    if not page.is_off():
        _picture(page, not masked)


def _picture(page: Interpreter, covers: bool) -> None:
    state = page.state
    covers = covers and state.normal and state.opacity >= 1
    box = box_of(state.matrix, 0.0, 0.0, 1.0, 1.0)
    page.drawing.picture(box, state.clip, page.order(), covers)


def draw(page: Interpreter, key: Name) -> None:
    """The operator Do: a picture, or a form, whose content stream is read in its place."""
    found = stream(page.resource("XObject", key))
    if found is None:
        return
    entries = dictionary(found)
    off = page.is_off() or page.layers.hide(entries.get("OC"))
    kind = name(entries.get("Subtype"))
    if kind == "Image" and not off:
        _picture(page, not any(resolved(entries.get(entry)) for entry in _SEE_THROUGH))
    elif kind == "Form" and page.depth < _MAX_FORM_DEPTH:
        around = page.marked[-1]
        own = reference(page.resource("XObject", key)) if "StructParents" in entries else None
        form(page, own, found, replace(around, off=around.off or off))


def form(page: Interpreter, own: int | None, found: Any, marked: Marked) -> None:
    """Take in what a form shows; `own` is the number of its object where the tags name it."""
    entries = dictionary(found)
    try:
        data = content_of(found)
    except UnreadableError as error:
        page.fault = page.fault or str(error)
        return
    state = page.state.saved()
    matrix = matrix_of(entries)
    if matrix is not None:
        state.matrix = product(matrix, state.matrix)
    box = numbers(entries.get("BBox"), 4)
    if box is not None:
        x0, y0, x1, y1 = box
        state.clip = common(state.clip, box_of(state.matrix, x0, y0, x1, y1)) or NOWHERE
    inner = page.inside(own, marked)
    line, at = page.showing.line, page.showing.at
    # A form without resources uses those of the page (a habit of PDF 1.1).
    inner.read(data, dictionary(entries.get("Resources")) or page.resources, state)
    page.showing.line, page.showing.at = line, at
    page.fault = page.fault or inner.fault


def matrix_of(entries: dict[str, Any]) -> Matrix | None:
    """The matrix of a form; None where it has none."""
    found = numbers(entries.get("Matrix"), 6)
    if found is None:
        return None
    a, b, c, d, e, f = found
    return (a, b, c, d, e, f)


NESTING: Operators = {
    b"BMC": (1, begin_marked), b"BDC": (2, begin_marked), b"EMC": (0, end_marked),
    b"Do": (1, draw), b"EI": (-1, picture),
}  # fmt: skip
