"""Which of the ways to read a file is taken where its tags hold little of it, or too much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from pipeline.document.model import Block, Paragraph, Table, texts
from pipeline.readers.pdf.furniture import Repeated
from pipeline.readers.pdf.marks import Marks, Page, Tagged
from pipeline.readers.pdf.readings import Reading, read_drawn, read_tagged
from tests.unit.readers.pdf.sketch import frame
from tests.unit.readers.pdf.typed import Typed

RULES = (*frame(40, 190, 540, rows=(80, 110, 140)), *frame(40, 190, 540, rows=(200, 230, 260)))
TEXTS = [
    ("Rol", 50, 100), ("Wachter", 200, 100), ("Taak", 50, 130), ("Waken", 200, 130),
    ("Eis", 50, 220), ("Uithouding", 200, 220), ("Houding", 50, 250), ("Waakzaam", 200, 250),
]  # fmt: skip
FIRST, SECOND = [["Rol", "Wachter"], ["Taak", "Waken"]], [
    ["Eis", "Uithouding"], ["Houding", "Waakzaam"],
]  # fmt: skip


def content(*numbers: int) -> Tagged:
    return Tagged("P", tuple((1, n) for n in numbers))


def table(first: int) -> Tagged:
    """A table of two rows of two cells, the texts from this one on."""
    rows = ((first, first + 1), (first + 2, first + 3))
    return Tagged(
        "Table",
        tuple(Tagged("TR", tuple(Tagged("TD", (content(n),)) for n in row)) for row in rows),
    )


def file(*kids: Tagged, below: str = "", other: Mapping[str, object] | None = None) -> Repeated:
    """Two drawn tables and a text below, in marked contents; `other` is in a cell of the second."""
    typed = Typed()
    placed = [*TEXTS, *([(below, 50, 400)] if below else [])]
    runs = [replace(typed.run(*text), tag=n) for n, text in enumerate(placed)]
    if other is not None:
        runs.append(replace(typed.run("Concept", 450, 220), **other))  # type: ignore[arg-type]
    page = Page(1, 600, 800, tuple(runs), RULES, (), (), has_images=False)
    return Repeated(Marks((page,), typed.glyphs, Tagged("Document", kids), ""), {})


def tagged(repeated: Repeated) -> Reading:
    found = read_tagged(repeated)
    assert found is not None
    return found


def cells(blocks: Sequence[Block]) -> list[list[str]]:
    return [
        [" ".join(text.chars for text in texts(cell.blocks)) for cell in row.cells]
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


def told(found: Reading) -> list[str]:
    return [finding.message for finding in found.findings]


def test_tags_of_text_alone_give_way_to_the_drawing_without_a_warning() -> None:
    repeated = file(content(*range(8)))
    found = tagged(repeated)

    assert cells(found.blocks) == [*FIRST, *SECOND] == cells(read_drawn(repeated).blocks)
    assert (found.structure, told(found)) == (("rules",), [])
    assert "they hold no table" in str(found.reasons[0])


def test_tags_that_leave_out_most_tables_give_way_to_the_drawing() -> None:
    # The tagged table holds 19 characters, both drawn ones 47.
    more = "Hij loopt elke dag langs de sl"
    found = tagged(file(table(0), content(4, 5, 6, 7), content(8), below=more))

    assert found.structure == ("rules",)
    assert told(found) == [
        "tagged tables hold 24% of the text, drawn ones 61%; the drawn page is followed"
    ]


@pytest.mark.parametrize("letters", [10, 34])
def test_they_do_not_where_they_hold_some_or_the_drawing_does_not_hold_most(letters: int) -> None:
    # With ten letters more the tagged table holds a third, with 34 the drawn ones hold 58 %.
    found = tagged(file(table(0), content(4, 5, 6, 7), content(8), below="x" * letters))

    assert found.structure == ("tags and rules",)
    assert told(found) == [
        "4 texts stand in drawn cells, 0 of them in tagged ones; the drawn table is followed"
    ]
    assert cells(found.blocks) == [*FIRST, *SECOND]
    assert isinstance(found.blocks[-1], Paragraph)


@pytest.mark.parametrize("change", [{"artifact": True}, {"hidden": "white text"}])
def test_what_is_no_text_of_a_table_is_none_of_it_where_the_drawing_is_read(
    change: Mapping[str, object],
) -> None:
    found = tagged(file(table(0), content(4, 5, 6, 7), other=change))

    assert found.structure == ("tags and rules",)
    assert cells(found.blocks) == [*FIRST, *SECOND]
