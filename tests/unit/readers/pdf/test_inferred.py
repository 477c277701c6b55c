"""Tables that lines show are candidates like those that are drawn."""

from __future__ import annotations

from dataclasses import replace

from pipeline.document.text import BOLD
from pipeline.readers.pdf.aligned_columns import AlignedColumns
from pipeline.readers.pdf.areas import table_of
from pipeline.readers.pdf.candidates import ALIGNMENT, HEADS, TAGS, Candidate, weighed
from pipeline.readers.pdf.headed import HeadedTable, Heads
from pipeline.readers.pdf.headed_cells import HeadedCell
from pipeline.readers.pdf.inferred import aligned, by_heads, by_tags
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.stages import SeenCell
from tests.unit.readers.pdf.typed import Typed
from tests.unit.readers.pdf.typed_rows import typed_row

COLUMNS = AlignedColumns((200.0,), 500.0, leading=1.2, size=10.0)


def test_rows_that_alignment_shows_are_a_grid_with_lines() -> None:
    typed = Typed()
    lines = [
        typed.line("Vooraf geldt dat elke dijk een wachter heeft die waakt", 50, 80),
        typed_row(typed, 100, (50, "Rol"), (200, "Wachter")),
        typed.line("van de dijk", 200, 112),
        typed_row(typed, 130, (50, "Taak"), (200, "Waken")),
    ]
    text, table = aligned(lines, COLUMNS, ())

    assert isinstance(text, Line)
    assert isinstance(table, Candidate)
    assert table.source == ALIGNMENT
    assert [(c.row, c.column, c.rowspan, c.colspan) for c in table.grid.cells] == [
        (0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1),
    ]  # fmt: skip
    assert [[line.chars for line in own] for own in table.lines] == [
        ["Rol"], ["Wachter", "van de dijk"], ["Taak"], ["Waken"],
    ]  # fmt: skip
    assert table.grid.columns == (50, 200, 500)
    assert table.grid.rows == (92.5, 122.5, 132.5)
    assert table.grid.box == (50, 92.5, 500, 132.5)
    parts = [line for own in table.lines for line in own]
    assert (weighed(table, parts).fits, weighed(table, parts).cut) == (5, 0)


def test_how_labels_were_parted_goes_with_their_table() -> None:
    typed = Typed()
    lines = [
        typed_row(typed, 100, (50, "Rol"), (200, "Wachter")),
        typed_row(typed, 130, (50, "Taak"), (200, "Waken")),
        typed_row(typed, 142, (50, "en eis"), (200, "Meten")),
    ]
    (table,) = aligned(lines, COLUMNS, ())

    assert isinstance(table, Candidate)
    assert [str(reason) for reason in table.reasons] == [
        "parted: something of its own stands beside it",
        "joined: it goes on in lower case, by 8.0 pt",
    ]
    assert table_of(table, table.lines).reasons == table.reasons


def test_how_heads_go_on_goes_with_their_table() -> None:
    typed = Typed()
    lines = [
        typed_row(typed, 100, (50, "Naam"), (180, "Datum"), (300, "Status"), style=BOLD),
        typed_row(typed, 110, (180, "van vandaag"), style=BOLD),
        typed_row(typed, 120, (50, "Kok"), (180, "1 mei"), (300, "Concept")),
    ]
    (table,) = aligned(lines, COLUMNS, ())

    assert isinstance(table, Candidate)
    assert [str(reason) for reason in table.reasons] == [
        "joined: it goes on in lower case", "parted: its form sets the next line apart",
    ]  # fmt: skip


def test_cells_below_heads_are_a_grid_row_by_row() -> None:
    typed = Typed()
    heads, four, metal = (
        typed.line(t, x, y) for t, x, y in [("Niveau", 50, 20), ("4", 50, 40), ("Metaal", 150, 40)]
    )
    cells = (
        HeadedCell(0, 0, 1, (50, 12, 150, 22), (heads,)),
        HeadedCell(1, 0, 1, (50, 32, 150, 42), (four,)),
        HeadedCell(0, 1, 2, (150, 12, 250, 42), (metal,)),
    )
    found = by_heads(HeadedTable(Heads((), (50, 150)), (), cells, goes_on=False))

    assert found.source == HEADS
    assert [(c.row, c.column, c.rowspan, c.colspan) for c in found.grid.cells] == [
        (0, 0, 1, 1), (0, 1, 2, 1), (1, 0, 1, 1),
    ]  # fmt: skip
    assert found.lines == ((heads,), (metal,), (four,))
    assert found.grid.columns == (50, 150, 250)
    assert found.grid.rows == (12, 32, 42)
    table = table_of(found, found.lines)
    assert (table.evidence, table.box) == ("heads", (50, 12, 250, 42))
    assert [cell.lines for cell in table.cells] == list(found.lines)


def test_what_tagged_cells_show_of_a_page_is_a_grid_with_the_lines_there() -> None:
    typed = Typed()
    label = SeenCell(4, 0, 2, 1, ((1, (50, 92, 65, 102)),), (typed.line("Rol", 50, 100),))
    value = typed.line("Wachter", 200, 100)
    below = replace(typed.line("van de dijk", 200, 80), page=2)
    boxes = ((1, (200, 92, 235, 102)), (2, (200, 72, 255, 82)))
    both = SeenCell(4, 1, 1, 3, boxes, (value, below))
    first, second = (by_tags([label, both], n, (0, 0, 9, 9)) for n in (1, 2))

    assert {first.source, second.source} == {TAGS}
    assert [(c.row, c.column, c.rowspan, c.colspan) for c in first.grid.cells] == [
        (4, 0, 2, 1), (4, 1, 1, 3),
    ]  # fmt: skip
    assert first.grid.box == (50, 92, 235, 102)
    assert [[line.chars for line in own] for own in first.lines] == [["Rol"], ["Wachter"]]
    assert [[line.chars for line in own] for own in second.lines] == [["van de dijk"]]


def test_where_no_tagged_cell_stands_tags_show_no_cells_of_the_place() -> None:
    found = by_tags([], 1, (0, 0, 9, 9))

    assert (found.grid.cells, found.grid.box, found.lines) == ((), (0, 0, 9, 9), ())
