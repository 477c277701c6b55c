"""What a reading came by is what it was made of: its lines, its tables, why they are so."""

from __future__ import annotations

from pytest import approx
from reportlab.pdfgen.canvas import Canvas

from pipeline.readers.pdf.areas import CellArea, PageLayout, TableArea
from pipeline.readers.pdf.marks import Page
from pipeline.readers.pdf.reader import read, stages
from pipeline.readers.pdf.stages import Seen, SeenCell, SeenTable, Stages, drawn_seen
from tests.unit.readers.pdf.drawing import Draw, lines, pdf, ruled, together
from tests.unit.readers.pdf.tagging import At, Tag, tagged_pdf
from tests.unit.readers.pdf.typed import Typed

GRID = ruled([40, 140, 340], [360, 330, 300])
FILLED = together(
    GRID,
    lines("Sector", "Functie", x=50, top=345, leading=30),
    lines("Haven en water", "Sluiswachter", x=150, top=345, leading=30),
)
# Two rows of two cells, as content of a page of 400 points.
DRAWN_BOXES = "40 300 100 60 re S 140 300 200 60 re S 40 330 m 340 330 l S"
ROWS = (
    Tag("TR", [Tag("TH", [At(50, 55, "Sector")]), Tag("TD", [At(150, 55, "Haven en water")])]),
    Tag("TR", [Tag("TH", [At(50, 85, "Functie")]), Tag("TD", [At(150, 85, "Sluiswachter")])]),
)


def cells(found: Stages) -> list[tuple[int, int, str]]:
    """Row, column and text of all cells."""
    return [
        (cell.row, cell.column, " ".join(line.chars for line in cell.lines))
        for table in found.seen().tables
        for cell in table.cells
    ]


def told(found: Stages) -> list[str]:
    return [str(reason) for reason in found.document.reasons.of_stage("tables")]


def test_the_cells_of_a_drawn_page_have_their_lines_and_their_drawn_boxes() -> None:
    found = stages(pdf(together(FILLED, lines("Een slot onder de tabel", top=200))))

    assert cells(found) == [
        (0, 0, "Sector"), (0, 1, "Haven en water"), (1, 0, "Functie"), (1, 1, "Sluiswachter"),
    ]  # fmt: skip
    assert found.boxes_of_cells(1)[1] == approx((140, 40, 340, 70), abs=1)
    assert [line.chars for line in found.seen().text] == ["Een slot onder de tabel"]
    assert found.boxes_of_rules(1)
    assert told(found) == ["table: by rules"]


def test_each_page_has_its_own_boxes() -> None:
    found = stages(pdf(FILLED, lines("Een bladzijde zonder tabel")))

    assert len(found.boxes_of_cells(1)) == 4
    assert found.boxes_of_cells(2) == found.boxes_of_rules(2) == []


def test_a_table_inside_a_cell_is_seen_after_the_one_around_it() -> None:
    inner = ruled([160, 240, 320], [350, 320])
    page = together(
        ruled([40, 140, 340], [360, 300, 270]), inner,
        lines("Niveau", "Slot", x=50, top=345, leading=65), lines("Vier", x=170, top=332),
        lines("Vijf", x=250, top=332), lines("Geen", x=150, top=280),
    )  # fmt: skip
    found = stages(pdf(page))

    assert [len(table.cells) for table in found.seen().tables] == [4, 2]
    assert cells(found)[-2:] == [(0, 0, "Vier"), (0, 1, "Vijf")]


def test_what_runs_in_the_margins_is_left_out() -> None:
    texts = ("Hij bedient de sluis.", "Zij leidt de schepen.", "Wie oud is wacht.")
    pages = [together(lines("Profiel sluiswachter", top=385), lines(text)) for text in texts]
    found = stages(pdf(*pages)).seen()

    assert {line.chars for line in found.furniture} == {"Profiel sluiswachter"}
    assert [line.chars for line in found.text] == list(texts)


def test_the_reading_by_tags_is_seen_by_its_tags_and_not_by_the_rules() -> None:
    heading = Tag("H1", [At(50, 20, "Het beroep")])
    data = tagged_pdf(heading, Tag("Table", ROWS), drawing=DRAWN_BOXES)
    found = stages(data)

    assert [table.evidence for table in found.seen().tables] == ["tags"]
    assert cells(found)[1] == (0, 1, "Haven en water")
    # Around the text: no tag tells where a cell ends.
    x0, top, x1, bottom = found.boxes_of_cells(1)[1]
    assert (x0, x1) == approx((150, 220), abs=1)
    assert 40 < top < 55 < bottom < 65
    assert [line.chars for line in found.seen().text] == ["Het beroep"]
    assert told(found) == ["table: by tags; 4 cells are the same by rules"]


def test_without_tags_the_drawn_page_is_read() -> None:
    data = tagged_pdf(Tag("Table", ROWS), drawing=DRAWN_BOXES)
    found = stages(data, without_tags=True)

    assert [table.evidence for table in found.seen().tables] == ["rules"]
    assert found.document.structure == ("rules",)
    assert told(found) == ["table: by rules"]


def test_tags_have_no_rival_where_nothing_is_drawn() -> None:
    assert told(stages(tagged_pdf(Tag("Table", ROWS)))) == ["table: by tags"]


def test_a_tagged_table_on_two_pages_has_boxes_and_reasons_on_each() -> None:
    below = Tag("TR", [
        Tag("TH", [At(50, 55, "Niveau", 2)]),
        Tag("TD", [At(150, 55, "Vier", 2), At(150, 70, "en meer", 2)]),
    ])  # fmt: skip
    found = stages(tagged_pdf(Tag("Table", [*ROWS, below]), pages=2))

    assert [len(found.boxes_of_cells(page)) for page in (1, 2)] == [4, 2]
    first, second = found.document.reasons.of_stage("tables")
    assert first.last < second.first


def test_columns_count_on_after_cells_that_reach_over_several() -> None:
    wide = Tag("TD", [At(50, 25, "Het werk van de sluiswachter")], colspan=2)
    tall = Tag("TH", [At(50, 55, "Sector")], rowspan=2)
    table = Tag("Table", [
        Tag("TR", [wide, Tag("TD", [At(300, 25, "Bron")])]),
        Tag("TR", [tall, Tag("TD", [At(150, 55, "Haven")]), Tag("TD", [At(300, 55, "A")])]),
        Tag("TR", [Tag("TD", [At(150, 85, "Water")]), Tag("TD", [At(300, 85, "B")])]),
    ])  # fmt: skip

    assert cells(stages(tagged_pdf(table))) == [
        (0, 0, "Het werk van de sluiswachter"), (0, 2, "Bron"),
        (1, 0, "Sector"), (1, 1, "Haven"), (1, 2, "A"), (2, 1, "Water"), (2, 2, "B"),
    ]  # fmt: skip


def test_tags_that_are_refused_are_the_rival_with_what_speaks_against_them() -> None:
    # Each column is tagged as one cell, which reaches over the line between the rows.
    torn = [
        Tag("TD", [Tag("P", [At(x, 55, upper)]), Tag("P", [At(x, 85, lower)])])
        for x, upper, lower in ((50, "Sector", "Functie"), (150, "Haven", "Sluiswachter"))
    ]
    found = stages(tagged_pdf(Tag("Table", [Tag("TR", torn)]), drawing=DRAWN_BOXES))

    assert [finding.code for finding in found.document.findings] == ["BCP146"]
    assert told(found) == [
        "table: by rules "
        "(not: by tags, for 4 texts stand in drawn cells, and 0 in tagged ones elsewhere)"
    ]


def on_its_side(draw: Draw) -> Draw:
    """A page whose text reads upwards."""

    def turned(canvas: Canvas) -> None:
        canvas.translate(400, 0)
        canvas.rotate(90)
        canvas.setFont("Helvetica", 10)
        draw(canvas)

    return turned


def test_the_boxes_of_a_page_on_its_side_are_those_that_are_shown() -> None:
    found = stages(pdf(on_its_side(FILLED)))

    assert cells(found)[1] == (0, 1, "Haven en water")
    # What is upright (140, 40, 340, 70) reads upwards: its left side is the lower one.
    assert found.boxes_of_cells(1)[1] == approx((40, 60, 70, 260), abs=1)
    assert min(box[0] for box in found.boxes_of_rules(1)) == approx(40, abs=1)
    assert max(box[2] for box in found.boxes_of_rules(1)) == approx(100, abs=1)


def test_the_document_of_the_stages_is_the_one_that_is_read() -> None:
    data = pdf(FILLED)

    assert stages(data).document.blocks == read(data).blocks


def test_what_tags_leave_out_is_seen_and_what_is_tagged_as_a_note_is_left_out() -> None:
    note = Tag("Note", [At(50, 380, "Zie het register van sluizen.")])
    more = [
        Tag("P", [At(50, 110 + 12 * n, f"De sluiswachter bedient sluis nummer {n} van de haven.")])
        for n in range(20)
    ]
    found = stages(tagged_pdf(Tag("Table", ROWS), *more, note, loose=[At(350, 200, "los")])).seen()

    assert [line.chars for line in found.furniture] == ["Zie het register van sluizen."]
    assert found.text[-1].chars == "los"
    assert len(found.text) == 21


def test_what_repeats_on_tagged_pages_is_left_out() -> None:
    tops = [Tag("P", [At(50, 15, "Profiel sluiswachter", page)]) for page in (1, 2, 3)]
    texts = [Tag("P", [At(50, 200, f"Hij bedient sluis {page}.", page)]) for page in (1, 2, 3)]
    tree = [tag for pair in zip(tops, texts, strict=True) for tag in pair]
    found = stages(tagged_pdf(Tag("Table", ROWS), *tree, pages=3)).seen()

    assert {line.chars for line in found.furniture} == {"Profiel sluiswachter"}


def cell_of(text: str, *pages: int) -> SeenCell:
    box = (0.0, 0.0, 9.0, 9.0)
    return SeenCell(0, 0, 1, 1, tuple((page, box) for page in pages), (Typed().line(text),))


def test_a_table_stands_on_the_pages_of_its_cells() -> None:
    assert SeenTable("rules", (cell_of("Niveau", 3), cell_of("4", 2, 3))).pages == [2, 3]
    assert SeenTable("tags", (cell_of("Niveau"),)).pages == []


def test_what_another_reading_saw_stands_behind() -> None:
    one, other, third = Typed().lines("Sector", "Haven", "Profiel")
    table, second = SeenTable("tags", (cell_of("a", 1),)), SeenTable("rules", (cell_of("b", 2),))
    found = Seen((one,), (table,), (third,)).with_others(Seen((other,), (second,), (one,)))

    assert found == Seen((one, other), (table, second), (third, one))


def test_tables_are_seen_in_their_order_and_so_are_those_inside_one() -> None:
    def area(label: str, top: float, *inner: TableArea) -> TableArea:
        box = (0.0, top, 90.0, top + 9)
        line = typed.line(label, y=top)
        cells = [CellArea(0, n, 1, 1, box, (line,), (one,)) for n, one in enumerate(inner)]
        return TableArea(box, tuple(cells) or (CellArea(0, 0, 1, 1, box, (line,)),), "rules")

    typed = Typed()
    deep = area("d", 15)
    first = area("a", 10, area("b", 12, deep), area("c", 14))
    page = Page(1, 400, 400, (), (), (), (), has_images=False)
    layout = PageLayout(page, (first, area("e", 50)), ())
    seen = drawn_seen([layout], ())

    assert [table.cells[0].lines[0].chars for table in seen.tables] == list("abdce")


def test_how_lines_were_parted_into_rows_is_among_the_reasons() -> None:
    page = together(
        lines("Sector", "Functie", "Niveau", x=50, top=345, leading=30),
        lines("Haven en water", "Sluiswachter", "Vier", x=150, top=345, leading=30),
    )
    found = stages(pdf(page))

    assert told(found) == ["table: by alignment"]
    assert [str(reason) for reason in found.document.reasons.of_stage("seams")] == [
        "parted: something of its own stands beside it",
        "parted: something of its own stands beside it",
    ]
