"""Pictures of pages: of any size that a page may claim, in a bounded number of pixels."""

from __future__ import annotations

import io
import struct
from contextvars import ContextVar

import pytest
from PIL import Image

from pipeline.core import heartbeat
from pipeline.core.errors import DocumentError
from pipeline.isolation.each import in_processes
from pipeline.isolation.limits import MEGABYTE, Limits
from pipeline.readers.pdf.picture import Drawing, Picture, draw_page, page_pictures
from tests.hostile.pdfs import page, pdf

A4 = b"/MediaBox [0 0 595 842]"
EMPTY = b"/MediaBox [0 0 595 842] /CropBox [600 900 700 1000]"
SCREEN, PRINT = 4_000_000, 20_000_000
BOXES = {
    "A4": (A4, (804, 1137), (910, 1287)),
    "largest of the standard": (b"/MediaBox [0 0 14400 14400]", (2000, 2000), (4472, 4472)),
    "beyond the standard": (b"/MediaBox [0 0 40000 40000]", (2000, 2000), (4472, 4472)),
    "absurd": (b"/MediaBox [0 0 3000000000 3000000000]", (2000, 2000), (4472, 4472)),
    "a strip": (b"/MediaBox [0 0 0.1 100000]", (1, 16383), (1, 16383)),
    "a long strip": (b"/MediaBox [0 0 100 14400]", (114, 16383), (114, 16383)),
    "a dot": (b"/MediaBox [0 0 0.001 0.001]", (1, 1), (1, 1)),
    "units of any size": (A4 + b" /UserUnit 100000", (804, 1137), (910, 1287)),
    "a crop beyond the paper": (A4 + b" /CropBox [-9 -9 90000 90000]", (804, 1137), (910, 1287)),
    # What is no size is US Letter, for PDFium and for our reader.
    "no width": (b"/MediaBox [0 0 0 0]", (827, 1070), (936, 1211)),
    "too large for a number": (b"/MediaBox [0 0 1e30 1e30]", (827, 1070), (936, 1211)),
}
CASES = pytest.mark.parametrize("case", BOXES.values(), ids=list(BOXES))
# What a picture may cost: for comparison, 14,400 points square at a fixed scale took 3.1 GB.
SMALL = Limits(memory=400 * MEGABYTE)


def _near(found: tuple[int, int], wanted: tuple[int, int]) -> bool:
    """Whether a size is that one, but for the pixels that a begun one costs."""
    return all(
        one - 0.02 * one - 1 <= other <= one for one, other in zip(wanted, found, strict=True)
    )


@CASES
def test_a_page_of_any_size_has_a_small_picture(
    case: tuple[bytes, tuple[int, int], tuple[int, int]],
) -> None:
    box, wanted, _ = case

    def pixels(data: bytes) -> bytes:
        (picture,) = page_pictures(data)
        assert isinstance(picture, Picture)
        return struct.pack(">II", *picture.pixels)

    ((_, answer),) = in_processes([pdf(page(box=box))], pixels, 1, SMALL)

    assert isinstance(answer, bytes), answer
    width, height = struct.unpack(">II", answer)
    assert _near((width, height), wanted)
    assert width * height <= SCREEN


@CASES
def test_a_page_of_any_size_is_drawn_for_inspection(
    case: tuple[bytes, tuple[int, int], tuple[int, int]],
) -> None:
    box, _, wanted = case

    def drawing(data: bytes) -> bytes:
        boxes = [(-1e30, 100, 1e30, 200), (1e20, 1e20, 1e21, 1e21)]
        return draw_page(data, 1, Drawing(boxes, boxes, boxes))

    ((_, answer),) = in_processes([pdf(page(box=box))], drawing, 1, SMALL)

    assert isinstance(answer, bytes), answer
    width, height = Image.open(io.BytesIO(answer)).size
    assert _near((width, height), wanted)
    assert width * height <= PRINT


def test_a_page_whose_size_is_no_number_is_drawn_as_us_letter() -> None:
    (picture,) = page_pictures(pdf(page(box=b"/MediaBox [0 0 nan nan]")))

    assert isinstance(picture, Picture)
    assert picture.pixels == (827, 1070)


def test_a_page_that_cannot_be_drawn_leaves_the_others() -> None:
    objects = page(box=A4)
    objects[2] = b"<< /Type /Pages /Kids [3 0 R 6 0 R 3 0 R] /Count 3 >>"
    objects[6] = objects[3].replace(A4, EMPTY)
    data = pdf(objects)

    first, second, third = page_pictures(data)

    assert isinstance(first, Picture)
    assert second == "page 2 cannot be drawn: it is 0 points wide and 0 high"
    assert isinstance(third, Picture)
    with pytest.raises(DocumentError, match="page 2 cannot be drawn"):
        draw_page(data, 2, Drawing())
    with pytest.raises(DocumentError, match="page 4 cannot be drawn"):
        draw_page(data, 4, Drawing())


def test_each_page_is_a_sign_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[int] = []
    listeners = ContextVar("listeners", default=(lambda: heard.append(1),))
    monkeypatch.setattr(heartbeat, "_listeners", listeners)
    objects = page(box=A4)
    objects[2] = b"<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>"

    list(page_pictures(pdf(objects)))

    assert len(heard) == 2


def test_what_is_shown_of_a_page_is_what_the_crop_leaves_of_the_paper() -> None:
    box = b"/MediaBox [0 0 595 842] /CropBox [100 -50 9000 800]"

    (picture,) = page_pictures(pdf(page(box=box)))

    assert isinstance(picture, Picture)
    assert picture.shown == (100, 42, 495, 800)


def test_the_places_of_values_are_green_where_they_stand() -> None:
    drawing = Drawing(fields=[(72, 144, 216, 288)])
    image = Image.open(io.BytesIO(draw_page(pdf(page()), 1, drawing))).convert("RGB")

    for x, y in ((72, 200), (216, 200), (100, 144), (100, 288)):
        assert _is_green_near(image, round(x * 110 / 72), round(y * 110 / 72))
    assert not _is_green_near(image, 100, 100)


def _is_green_near(image: Image.Image, x: int, y: int) -> bool:
    """Whether a pixel within one of a spot is rather green than grey."""
    reds, greens, _ = image.crop((x - 1, y - 1, x + 2, y + 2)).split()
    pairs = zip(reds.tobytes(), greens.tobytes(), strict=True)
    return any(green > red + 50 for red, green in pairs)
