"""The same small documents by both engines: the same letters at the same places.

And the names of the engines' libraries, which no other module may know.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import pipeline
from pipeline.readers.pdf.engine import read_marks
from pipeline.readers.pdf.marks import Glyphs, Marks
from pipeline.readers.pdf.second_engine.marks import bare_pages
from tests.unit.readers.pdf.engine.sheets import HELVETICA, Sheet, streamed, unicode_map

# PDFium rounds what it hands out. In points: a twentieth of a letter.
_NEAR = 0.5

COMPOSITE = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /Helvetica /Encoding /Identity-H /ToUnicode 21 0 R "
    "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Helvetica /DW 500 "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
    "/FontDescriptor << /Type /FontDescriptor /FontName /Helvetica /Flags 32 >> >>] >>"
)
LINE = "BT /F 10 Tf 50 300 Td (Naam: Rietdekker) Tj ET"
SHEETS = {
    "plain": Sheet(LINE),
    "cut": Sheet(["BT /F 10 Tf 50 300 Td [(Ri) -3", "(et) 40 (dekker)", "] TJ ET"]),
    "spaced": Sheet("BT /F 10 Tf 1.5 Tc 4 Tw 90 Tz 50 300 Td (Naam van het beroep) Tj ET"),
    "moved": Sheet("BT /F 9 Tf 12 TL 50 300 Td (Een) Tj T* (twee) Tj (drie) ' 3 4 (vier) \" ET"),
    "scaled": Sheet("q .5 0 0 .5 20 20 cm BT /F 24 Tf 1 0 0 1 90 90 Tm 5 Ts (Hoog) Tj ET Q"),
    "rotated 90": Sheet(LINE, box="0 0 400 600", entries="/Rotate 90"),
    "rotated 180": Sheet(LINE, box="-50 -20 350 580", entries="/Rotate 180"),
    "rotated 270": Sheet(LINE, box="100 100 700 500", entries="/Rotate 270"),
    "upwards": Sheet("BT /F 10 Tf 0 1 -1 0 200 100 Tm (Omhoog) Tj ET"),
    "form": Sheet(
        "q 1 0 0 1 30 30 cm /X Do Q",
        resources="/XObject << /X 20 0 R >>",
        others=[streamed(LINE, "/Subtype /Form /BBox [0 0 400 400] /Matrix [.8 0 0 .8 5 5]")],
    ),
    "composite": Sheet(
        "BT /F 10 Tf 50 300 Td <000100020003> Tj ET",
        fonts={"F": COMPOSITE},
        others=["null", unicode_map(("0001", "0052"), ("0002", "0069"), ("0003", "00EB"))],
    ),
    # The euro of PDFium's own Helvetica is wider than Adobe's; that of its Courier is not.
    "courier": Sheet(
        "BT /F 10 Tf 50 300 Td <8020393030> Tj ET",
        fonts={"F": HELVETICA.replace("Helvetica", "Courier")},
    ),
}  # fmt: skip


def letters(marks: Marks) -> list[tuple[str, int, float, float]]:
    """The letters of the first page, each with its direction and where it begins.

    Where one ends shows in where the next begins; PDFium's boxes are those of another font where
    a file has none.
    """
    glyphs = marks.glyphs
    return [
        (glyphs.chars[n], run.direction, glyphs.x0[n], run.baseline)
        for run in marks.pages[0].runs
        for n in range(run.start, run.end)
        if glyphs.chars[n].strip()
    ]


@pytest.mark.parametrize("name", SHEETS)
def test_the_second_engine_finds_the_same_letters_at_the_same_places(name: str) -> None:
    data = SHEETS[name].data()
    glyphs = Glyphs()
    second = Marks(tuple(bare_pages(data, [1], glyphs).values()), glyphs, None)
    ours, theirs = letters(read_marks(data)), letters(second)

    assert [letter[:2] for letter in ours] == [letter[:2] for letter in theirs]
    for our, their in zip(ours, theirs, strict=True):
        assert our[2:] == pytest.approx(their[2:], abs=_NEAR), our


# The names of engines, their libraries, and other tools that read PDFs; where each may stand.
HOMES = {
    "playa": r"readers/pdf/engine/",
    "pdfium": r"readers/pdf/(engine/__init__|second_engine/\w+)\.py",
    "pdf-oxide": r"readers/pdf/engine/__init__\.py",
    "pdfplumber": r"readers/pdf/picture\.py",
    "pdfminer": "nowhere",
    "pypdf": r"readers/pdf/second_engine/",
    "poppler": "nowhere",
    "mupdf": "nowhere",
}


@pytest.mark.parametrize("name", HOMES)
def test_the_name_of_an_engine_stands_in_its_own_package_alone(name: str) -> None:
    root = Path(pipeline.__file__).parent
    named = [
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if name in path.read_text("utf-8").lower() or name in path.stem
    ]

    assert [path for path in named if not re.match(HOMES[name], path)] == []
    assert bool(named) == (HOMES[name] != "nowhere")
