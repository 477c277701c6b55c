"""Pages with too many rules: text without its grid, and a warning; the other pages unharmed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.core.diagnostics import Place
from pipeline.core.errors import DocumentError
from pipeline.document.model import Table, texts
from pipeline.readers.pdf import crowded
from pipeline.readers.pdf.crowded import TOO_COMPLEX, without_crowds
from pipeline.readers.pdf.engine import read_marks
from pipeline.readers.pdf.marks import Marks, Page, Rule
from pipeline.readers.pdf.reader import read
from tests.hostile.pdfs import crowds, page, pdf, ruled_squares, stream
from tests.unit.readers.pdf.typed import Typed
from tests.waiting import lines_run

TABLE = (
    b"50 600 m 350 600 l S 50 650 m 350 650 l S 50 700 m 350 700 l S 50 600 m 50 700 l S "
    b"150 600 m 150 700 l S 350 600 m 350 700 l S BT /F1 12 Tf 60 670 Td (Niveau) Tj "
    b"100 0 Td (3) Tj -100 -50 Td (Naam) Tj 100 0 Td (Kok) Tj ET"
)
WORDS = b"BT /F1 12 Tf 50 700 Td (De medewerker werkt in de haven.) Tj ET\n"


def two_pages(squares: int) -> bytes:
    """A PDF with a page of so many squares in each direction, and a page with a small table."""
    objects = page(WORDS + ruled_squares(squares), b"/MediaBox [0 0 7000 7000]")
    objects[6] = objects[3].replace(b"4 0 R", b"7 0 R")
    objects[7] = stream(TABLE)
    objects[2] = b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>"
    return pdf(objects)


def crowd(levels: int, uprights: int, runs: int = 0, shades: int = 0) -> Marks:
    """A page with a grid of so many lines, so many words and so many shades in one row."""
    typed = Typed()
    for _ in range(runs):
        typed.run("a")
    rules = [
        *(Rule(True, 10.0 * n, 0, 10.0 * max(uprights, shades)) for n in range(levels)),
        *(Rule(False, 10.0 * n, 0, 10.0 * levels) for n in range(uprights)),
    ]
    level = Rule(True, 5, 0, 50)
    areas = [(10.0 * n, 0.0, 10.0 * n + 10, 10.0 * levels) for n in range(shades)]
    dots = ((0.0, 0.0, 1.0, 1.0),)
    page = Page(3, 9999, 9999, tuple(typed.runs), tuple(rules), tuple(areas), dots, False)
    return Marks((page, replace(page, number=4, rules=(level,), shades=())), typed.glyphs, None)


def fields(marks: Marks) -> list[int]:
    """How many fields the pages have that are too crowded."""
    pages, found = without_crowds(marks)
    assert [(bool(p.rules), bool(p.dots)) for p in pages.pages] == [(not found,) * 2, (True, True)]
    return [int(f.message.split()[3]) for f in found]


def test_a_page_is_crowded_by_its_fields_and_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowded, "MOST_FIELDS", 400)
    assert fields(crowd(20, 20)) == []
    assert fields(crowd(20, 21)) == [420]
    # With seven hundred words a page takes twice as long, with half as many half as long again.
    assert fields(crowd(20, 10, runs=700)) == []
    assert fields(crowd(20, 11, runs=700)) == [220]
    assert fields(crowd(20, 13, runs=350)) == []
    assert fields(crowd(20, 14, runs=350)) == [280]


def test_seven_hundred_words_halve_what_a_page_bears(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowded, "MOST_FIELDS", 4_000)

    assert fields(crowd(23, 87, runs=700)) == [2001]
    assert fields(crowd(23, 87, runs=699)) == []


def test_shades_crowd_a_page_as_rules_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowded, "MOST_FIELDS", 400)

    assert fields(crowd(20, 0, shades=15)) == []
    assert fields(crowd(20, 0, shades=20)) == [441]


def test_a_page_that_bears_its_rules_stays_as_it_is() -> None:
    marks = crowd(3, 3)

    assert without_crowds(marks) == (marks, ())


def test_the_warning_says_which_page_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowded, "MOST_FIELDS", 10)
    (warning,) = without_crowds(crowd(5, 5))[1]

    assert warning.place == Place(page=3)
    assert warning.message.startswith("its rules make 25 fields or more")


def test_a_page_with_too_many_rules_is_read_as_text_and_the_next_one_as_a_table() -> None:
    document = read(two_pages(1600))

    (warning,) = [f for f in document.findings if f.code == TOO_COMPLEX]
    assert warning.place is not None
    assert warning.place.page == 1
    assert "De medewerker werkt in de haven." in [t.chars for t in texts(document.blocks)]
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert [len(row.cells) for row in table.rows] == [2, 2]


def test_what_the_engine_bears_keeps_its_grid() -> None:
    assert TOO_COMPLEX not in [f.code for f in read(two_pages(60)).findings]


@pytest.mark.slow
def test_a_crowd_that_the_engine_bears_keeps_its_grid() -> None:
    for name, data in crowds():
        if name in ("crowd-grid", "crowd-lines"):
            assert _is_refused_or_ruled(data), name


def _is_refused_or_ruled(data: bytes) -> bool:
    """Whether a page is read with its grid, or holds no text to read."""
    try:
        return TOO_COMPLEX not in [f.code for f in read(data).findings]
    except DocumentError as error:
        return error.code == "BCP144"


def test_four_times_the_letters_and_rules_take_about_four_times_the_steps() -> None:
    """Struck-through text is looked for at its height alone."""
    few, many = (_steps(count) for count in (500, 2_000))

    assert many < 6 * few


def _steps(count: int) -> int:
    """How many lines of Python are run to read so many struck-through words."""
    pieces = b"".join(
        b"BT /F1 6 Tf 1 0 0 1 %d %.1f Tm (woord) Tj ET 0 %.1f m 3 %.1f l S\n"
        % (n * 7 % 500, n * 0.4, n * 0.4, n * 0.4)
        for n in range(count)
    )
    data = pdf(page(pieces, b"/MediaBox [0 0 595 4000]"))
    return lines_run(lambda: read_marks(data))
