"""By tags or by what is drawn: which reading is taken, and what is left out of the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from pipeline.document.model import Block, Furniture, Heading, Paragraph, Table, texts
from pipeline.readers.asides import NOTE_MARKS
from pipeline.readers.pdf import layout, readings
from pipeline.readers.pdf.furniture import Repeated
from pipeline.readers.pdf.marks import Marks, Page, Rule, Run, Tagged
from pipeline.readers.pdf.readings import Reading, read_drawn, read_tagged
from tests.unit.readers.pdf.typed import Typed
from tests.unit.readers.pdf.typed_rows import level

FULL = "De dijkwachter loopt elke dag zijn ronde langs de dijk."


def upright(at: float, start: float, end: float) -> Rule:
    return Rule(False, at, start, end)


# Two rows of two cells.
GRID = (
    *(level(y, 40, 540) for y in (80, 110, 140)),
    *(upright(x, 80, 140) for x in (40, 190, 540)),
)
TEXTS = (("Rol", 50, 100), ("Wachter", 200, 100), ("Taak", 50, 130), ("Waken", 200, 130))


@dataclass
class Sheets:
    """Pages with runs and rules."""

    typed: Typed = field(default_factory=Typed)
    pages: list[Page] = field(default_factory=list)

    def page(self, *runs: Run, rules: Sequence[Rule] = ()) -> Sheets:
        number = len(self.pages) + 1
        page = Page(number, 600, 800, runs, tuple(rules), (), (), has_images=False)
        self.pages.append(page)
        return self

    def runs(self, *placed: tuple[str, float, float], tagged: bool = False) -> list[Run]:
        runs = [self.typed.run(text, x, y) for text, x, y in placed]
        return [replace(run, tag=n) for n, run in enumerate(runs)] if tagged else runs

    def repeated(
        self, tags: Tagged | None = None, fault: str = "", **running: Sequence[Run]
    ) -> Repeated:
        """The marks, with what runs on the first page by kind."""
        marks = Marks(tuple(self.pages), self.typed.glyphs, tags, fault)
        return Repeated(marks, {(kind, 1): tuple(runs) for kind, runs in running.items()})


def tagged_rows(*rows: Sequence[Sequence[int]]) -> Tagged:
    """A table whose cells have these marked contents."""
    cells = (
        tuple(Tagged("TD", tuple(Tagged("P", ((1, n),)) for n in cell)) for cell in row)
        for row in rows
    )
    return Tagged("Document", (Tagged("Table", tuple(Tagged("TR", row) for row in cells)),))


WHOLE = tagged_rows([[0], [1]], [[2], [3]])
# Each column is one cell, which reaches over the line between the rows.
TORN = tagged_rows([[0, 2], [1, 3]])


def cells(blocks: Sequence[Block]) -> list[list[str]]:
    return [
        [" ".join(text.chars for text in texts(cell.blocks)) for cell in row.cells]
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


def furniture(found: Reading) -> list[tuple[str, str]]:
    return [(b.kind, b.text.chars) for b in found.blocks if isinstance(b, Furniture)]


def sheet(rules: Sequence[Rule] = GRID) -> Sheets:
    sheets = Sheets()
    return sheets.page(*sheets.runs(*TEXTS, tagged=True), rules=rules)


ROWS = [["Rol", "Wachter"], ["Taak", "Waken"]]


def test_without_tags_there_is_no_reading_by_them() -> None:
    assert read_tagged(sheet().repeated()) is None


def test_tags_that_the_drawing_bears_out_are_believed() -> None:
    found = read_tagged(sheet().repeated(WHOLE))

    assert found is not None
    assert (found.structure, cells(found.blocks), found.findings) == (("tags",), ROWS, ())
    assert [str(reason) for reason in found.reasons] == [
        "table: by tags; 4 cells are the same by rules"
    ]
    assert [table.evidence for table in found.seen().tables] == ["tags"]


def test_tags_have_no_rival_where_nothing_is_drawn() -> None:
    found = read_tagged(sheet(rules=()).repeated(WHOLE))

    assert found is not None
    assert [str(reason) for reason in found.reasons] == ["table: by tags"]


def test_tags_that_the_drawing_refutes_are_told_and_the_drawing_is_read() -> None:
    found = read_tagged(sheet().repeated(TORN))

    assert found is not None
    assert (found.structure, cells(found.blocks)) == (("rules",), ROWS)
    (finding,) = found.findings
    assert (finding.code, finding.message) == (
        "BCP146",
        "4 texts stand in drawn cells, and 0 in tagged ones elsewhere; the drawn page is followed",
    )
    assert "not: by tags, for 4 texts stand in drawn cells" in str(found.reasons[0])


def test_tags_that_cannot_be_read_are_told() -> None:
    found = read_drawn(sheet().repeated(fault="its tag tree is a circle"))

    assert [(f.code, f.message) for f in found.findings] == [
        ("BCP146", "its tag tree is a circle; the drawn page is followed")
    ]
    assert read_drawn(sheet().repeated()).findings == ()


def test_each_page_names_what_its_tables_were_read_by() -> None:
    sheets = sheet().page()
    sheets.page(*sheets.runs((FULL, 50, 100)))

    assert read_drawn(sheets.repeated()).structure == ("rules", "text", "text")


def test_what_repeats_is_furniture_of_its_kind_in_both_readings() -> None:
    for tags in (None, WHOLE):
        sheets = sheet()
        (run,) = sheets.runs(("Profiel sluiswachter", 50, 30))
        repeated = sheets.repeated(tags, watermark=[run])
        found = read_tagged(repeated) if tags else read_drawn(repeated)

        assert found is not None
        assert furniture(found) == [("watermark", "Profiel sluiswachter")]
        assert [line.chars for line in found.seen().furniture] == ["Profiel sluiswachter"]


def test_page_numbers_that_are_missing_are_told_in_both_readings() -> None:
    for tags in (None, WHOLE):
        sheets = sheet().page().page()
        marks = sheets.repeated(tags).marks
        numbers = {
            ("page furniture", n): tuple(sheets.runs((f"Pagina {n} van 9", 50, 780)))
            for n in (1, 2, 3)
        }
        repeated = Repeated(marks, numbers)
        found = read_tagged(repeated) if tags else read_drawn(repeated)

        assert found is not None
        assert len(found.findings) == 1


def test_notes_are_taken_out_of_the_text_and_out_of_cells() -> None:
    sheets = Sheets()
    runs = sheets.runs(*TEXTS, (FULL, 50, 200), ("Slot", 50, 300))
    marks = [sheets.typed.run(mark, x, y, 6) for mark, x, y in (("1", 235, 96), ("2", 70, 296))]
    notes = [sheets.typed.run(f"{n} Zie de wet.", 50, 700 + 10 * n, 7) for n in (1, 2)]
    sheets.page(*runs, *marks, *notes, rules=GRID).page()
    found = read_drawn(sheets.repeated())

    assert cells(found.blocks) == ROWS
    assert [b.text.chars for b in found.blocks if isinstance(b, Paragraph)] == [FULL, "Slot"]
    assert furniture(found) == [("notes", "1 Zie de wet."), ("notes", "2 Zie de wet.")]
    assert found.dropped[NOTE_MARKS] == 2
    assert [line.chars for line in found.seen().furniture] == ["1 Zie de wet.", "2 Zie de wet."]


def test_a_mark_in_a_table_inside_a_cell_is_taken_out() -> None:
    sheets = Sheets()
    inner = (
        *(level(y, 210, 500) for y in (150, 180)),
        *(upright(x, 150, 180) for x in (210, 300, 500)),
    )
    outer = (
        *(level(y, 40, 540) for y in (80, 110, 220)),
        *(upright(x, 80, 220) for x in (40, 190, 540)),
    )
    runs = sheets.runs(
        ("Rol", 50, 100), ("Wachter", 200, 100), ("Taak", 50, 130), ("Waken", 200, 130),
        ("Eis", 220, 170), ("Fit", 310, 170), (FULL, 50, 260),
    )  # fmt: skip
    mark = sheets.typed.run("1", 325, 166, 6)
    note = sheets.typed.run("1 Zie de wet.", 50, 700, 7)
    sheets.page(*runs, mark, note, rules=(*outer, *inner))
    found = read_drawn(sheets.repeated())

    assert "Fit" in [text.chars for text in texts(found.blocks)]
    assert found.dropped[NOTE_MARKS] == 1


def pasted() -> Repeated:
    """Two drawn tables, the second of which is tagged as one text, and texts around them."""
    sheets = Sheets()
    texts = [
        ("Kop", 50, 60), *TEXTS, ("Tussen", 50, 180),
        *((chars, x, y + 120) for chars, x, y in TEXTS), ("Slot", 50, 300), ("Los", 50, 400),
    ]  # fmt: skip
    moved = [replace(r, at=r.at + 120) if r.level else replace(r, start=200, end=260) for r in GRID]
    sheets.page(*sheets.runs(*texts, tagged=True), rules=(*GRID, *moved))
    kids = (
        Tagged("P", ((1, 0),)), *tagged_rows([[1], [2]], [[3], [4]]).kids,
        Tagged("P", ((1, 5),)), Tagged("Figure", tuple((1, n) for n in (6, 7, 8, 9))),
        Tagged("P", ((1, 10),)), Tagged("P", ((1, 11),)),
    )  # fmt: skip
    return sheets.repeated(Tagged("Document", kids))


def test_a_drawn_table_that_the_tags_do_not_hold_is_read_where_it_stands() -> None:
    found = read_tagged(pasted())

    assert found is not None
    kinds = [
        "table" if isinstance(b, Table) else " ".join(t.chars for t in texts([b]))
        for b in found.blocks
    ]
    assert kinds == ["Kop", "table", "Tussen", "table", "Slot", "Los"]
    assert cells(found.blocks) == [*ROWS, *ROWS]
    assert found.structure == ("tags and rules",)


def test_what_refuses_the_tags_of_one_table_is_told_there_alone() -> None:
    found = read_tagged(pasted())

    assert found is not None
    (finding,) = found.findings
    refusal = "4 texts stand in drawn cells, 0 of them in tagged ones"
    assert (finding.code, finding.message) == ("BCP146", f"{refusal}; the drawn table is followed")
    assert finding.place is not None
    assert finding.place.page == 1
    assert [str(reason) for reason in found.reasons if reason.stage == "tables"] == [
        "table: by tags; 4 cells are the same by rules",
        "table: by rules, by 4.0 texts (not: by tags, 0 texts fit)",
    ]
    assert [table.evidence for table in found.seen().tables] == ["tags", "rules"]
    assert [line.chars for line in found.seen().text] == ["Kop", "Tussen", "Slot", "Los"]


def test_what_is_dropped_of_both_readings_counts_once() -> None:
    repeated = pasted()
    glyphs = repeated.marks.glyphs.chars
    # One letter of the text before, one of the table that is read as it is drawn.
    for run in (repeated.marks.pages[0].runs[n] for n in (0, 6)):
        glyphs[run.start + 1] = "\u200b"
    found = read_tagged(repeated)

    assert found is not None
    assert +found.dropped == {"invisible characters": 2}


def test_what_is_left_of_the_tags_need_not_hold_as_much_as_all_of_them_did() -> None:
    repeated = pasted()
    marks, page = repeated.marks, repeated.marks.pages[0]
    # One letter that hangs in no tag: of 55, and of 36 outside the second table.
    loose = replace(page.runs[-1], end=page.runs[-1].start + 1, tag=-1)
    pages = (replace(page, runs=(*page.runs[:-1], replace(page.runs[-1], start=loose.end), loose)),)
    found = read_tagged(Repeated(replace(marks, pages=pages), {}))

    assert found is not None
    assert found.structure == ("tags and rules",)


def in_columns(*values: str) -> Repeated:
    """A tagged table, and below it labels with values beside them, tagged as text."""
    sheets = Sheets()
    below = [
        placed
        for n, value in enumerate(values)
        for placed in (("Taak", 50, 300 + 24 * n), (value, 200, 300 + 24 * n))
    ]
    sheets.page(*sheets.runs(*TEXTS, *below, ("Slot", 50, 500), tagged=True), rules=GRID)
    count = 4 + len(below)
    text = Tagged("P", tuple((1, n) for n in range(4, count)))
    kids = (*WHOLE.kids, text, Tagged("H1", ((1, count),)))
    return sheets.repeated(Tagged("Document", kids))


def test_text_in_columns_that_makes_a_table_is_read_as_it_is_drawn() -> None:
    values = ("Waken", "Melden", "Lopen")
    found = read_tagged(in_columns(*values))

    assert found is not None
    assert cells(found.blocks) == [*ROWS, *(["Taak", value] for value in values)]
    (finding,) = found.findings
    assert finding.message == (
        "3 lines of tagged text hold texts beside each other; the drawn table is followed"
    )
    assert found.structure == ("tags and alignment",)
    assert isinstance(found.blocks[-1], Heading)


def test_text_in_columns_that_makes_no_table_keeps_its_tags(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(layout, "aligned", lambda lines, *_: lines)
    found = read_tagged(in_columns("Waken", "Melden", "Lopen"))

    assert found is not None
    assert (found.structure, found.findings) == (("tags",), ())


def test_layouts_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    for module, name in ((readings, "drawn_tables"), (layout, "drawn_tables"), (layout, "filled")):
        real = getattr(module, name)

        def counted(*args: Any, real: Callable[..., Any] = real, name: str = name) -> Any:
            calls.append(name)
            return real(*args)

        monkeypatch.setattr(module, name, counted)
    read_tagged(sheet().repeated(TORN))

    assert calls == ["drawn_tables", "filled"]
