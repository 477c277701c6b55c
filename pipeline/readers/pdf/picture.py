"""Pages of a PDF as pictures: bare, or with what the reader saw drawn over them.

A page may claim any size; its picture has no more pixels than a bound that is stated here.
"""

from __future__ import annotations

import contextlib
import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Final

from pdfplumber.display import PageImage
from PIL import Image

from pipeline.core import heartbeat
from pipeline.core.errors import DocumentError
from pipeline.readers.pdf.engines import guarded
from pipeline.readers.pdf.marks import Box
from pipeline.readers.pdf.second_engine import MOST_PAGES, SecondEngineError, opened
from pipeline.readers.pdf.settings import Share


@dataclass(frozen=True, slots=True)
class _Fineness:
    """Pixels to a point; larger pages get fewer, so that no picture has more than `most`."""

    scale: float
    most: int


# For a page on a screen. Up to A2 it is drawn as fine as that.
_SCREEN: Final = _Fineness(1.35, most=4_000_000)
_QUALITY: Final = 45
# 110 dots per inch, at which the smallest print can be read, up to A0.
_PRINT: Final = _Fineness(110 / 72, most=20_000_000)
# The longest side that WebP knows.
_LONGEST: Final = 16_383
# Where begun pixels are too many, the picture shrinks by steps of this.
_SMALLER: Share = 0.99
_RULES: Final = (220, 30, 30)
_CELLS: Final = (30, 60, 220, 40)
_FIELDS: Final = (20, 150, 60)
_NOTHING: Final = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as WebP: its width and height in pixels, and what of the page is shown.

    `shown` is left, top, width and height in points, in the measure of the places of a trace.
    """

    data: bytes
    pixels: tuple[int, int]
    shown: Box


def page_pictures(data: bytes) -> Iterator[Picture | str]:
    """The pages of a PDF as small pictures; for a page that cannot be drawn the reason.

    Raises ValueError where the second engine cannot open the file.
    """
    with _opened(data) as document:
        for number in range(1, min(len(document), MOST_PAGES) + 1):
            try:
                image, shown = _drawn(document, number, _SCREEN)
            except ValueError as error:
                yield str(error)
            else:
                stream = io.BytesIO()
                image.save(stream, format="WEBP", quality=_QUALITY, method=4)
                yield Picture(stream.getvalue(), image.size, shown)
            heartbeat.beat()


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn over a page: rules red, cells shaded blue, the boxes of fields green."""

    rules: Sequence[Box] = ()
    cells: Sequence[Box] = ()
    fields: Sequence[Box] = ()


def draw_page(data: bytes, number: int, over: Drawing) -> bytes:
    """A page as PNG, with a drawing over it. Raises DocumentError where it cannot be drawn."""
    try:
        with _opened(data) as document:
            image, shown = _drawn(document, number, _PRINT)
    except ValueError as error:
        raise DocumentError("BCP141", str(error)) from error
    canvas = _canvas(image, shown)
    canvas.draw_rects(list(_within(shown, over.cells)), fill=_CELLS, stroke=_CELLS)
    rules = _within(shown, over.rules)
    canvas.draw_lines([((x0, top), (x1, bottom)) for x0, top, x1, bottom in rules], stroke=_RULES)
    canvas.draw_rects(list(_within(shown, over.fields)), fill=_NOTHING, stroke=_FIELDS)
    stream = io.BytesIO()
    canvas.save(stream, format="PNG")
    return stream.getvalue()


def _canvas(image: Image.Image, shown: Box) -> PageImage:
    """What pdfplumber draws with, over a picture that is there already.

    Of the page it asks for nothing but its boxes; those of the file may be of any size, so that
    it gets what the picture shows.
    """
    left, top, width, height = shown
    box = (left, top, left + width, top + height)
    page: Any = SimpleNamespace(is_original=True, bbox=box, mediabox=box, cropbox=box)
    return PageImage(page, original=image)


def _within(shown: Box, boxes: Sequence[Box]) -> Iterator[Box]:
    """What the picture shows of the boxes: a mark may lie anywhere."""
    left, high, width, height = shown
    right, low = left + width, high + height
    for x0, top, x1, bottom in boxes:
        box = max(x0, left), max(top, high), min(x1, right), min(bottom, low)
        if box[0] <= box[2] and box[1] <= box[3]:
            yield box


@contextlib.contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    with contextlib.ExitStack() as stack:
        try:
            document = stack.enter_context(opened(data))
        except SecondEngineError as error:
            raise ValueError(f"the second engine cannot draw it: {error}") from error
        yield document


@guarded
def _drawn(document: Any, number: int, fineness: _Fineness) -> tuple[Image.Image, Box]:
    """The picture of a page, and what it shows of the page (see `Picture`).

    Raises ValueError, which names the page, where it cannot be drawn.
    """
    try:
        with contextlib.closing(document[number - 1]) as page:
            scale = _fitting(page.get_size(), fineness)
            image: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
            return image, _shown(page)
    except (SecondEngineError, ValueError) as error:
        raise ValueError(f"page {number} cannot be drawn: {error}") from error


def _fitting(size: tuple[float, float], fineness: _Fineness) -> float:
    """How many pixels to a point a page of that size gets. Raises ValueError where it has none."""
    width, height = size
    if not (0 < width < math.inf and 0 < height < math.inf):
        raise ValueError(f"it is {width:g} points wide and {height:g} high")
    scale = min(
        fineness.scale,
        math.sqrt(fineness.most / width / height),
        _LONGEST / max(width, height),
    )
    # Begun pixels are whole ones.
    while not _fits(math.ceil(width * scale), math.ceil(height * scale), fineness.most):
        scale *= _SMALLER
    return scale


def _fits(width: int, height: int, most: int) -> bool:
    return width * height <= most and max(width, height) <= _LONGEST


def _shown(page: Any) -> Box:
    width, height = page.get_size()
    if page.get_rotation():
        return (0.0, 0.0, width, height)
    x0, y0, x1, y1 = page.get_mediabox()
    # What is outside the paper is not drawn, whatever the crop box says.
    shown_left, _, _, shown_top = page.get_bbox()
    return (shown_left - min(x0, x1), max(y0, y1) - shown_top, width, height)
