"""Labels and contents without upright lines: which lines are a table's, and which rows they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.pdf.aligned_columns import AlignedColumns
from pipeline.readers.pdf.alignment import aligned_rows
from pipeline.readers.pdf.labelled_rows import Rows
from pipeline.readers.pdf.line_parts import line_parts
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Rule
from tests.unit.readers.pdf.typed import Typed
from tests.unit.readers.pdf.typed_rows import bold_row, level, typed_row

COLUMNS = AlignedColumns((200.0,), 500.0, leading=1.2, size=10.0)
MIDDLE = AlignedColumns((200.0,), 500.0, top_aligned=False, leading=1.2, size=10.0)
# Sixty letters reach from 200 to 500.
FULL = "De dijkwachter loopt elke dag zijn ronde langs de dijk en de"
REST = "sluis, en meldt wat hij ziet."
Shown = list[object]


class Sheet:
    """Lines of a page."""

    def __init__(self) -> None:
        self.typed = Typed()
        self.lines: list[Line] = []

    def pair(self, label: str, content: str, y: float) -> Sheet:
        return self.row((50, label), (200, content), y=y)

    def row(self, *parts: tuple[float, str], y: float) -> Sheet:
        self.lines.append(typed_row(self.typed, y, *parts))
        return self

    def text(self, text: str, y: float, x: float = 50, size: float = 10) -> Sheet:
        self.lines.append(self.typed.line(text, x, y, size))
        return self

    def content(self, text: str, y: float) -> Sheet:
        return self.text(text, y, 200)

    def heads(self, *parts: tuple[float, str], y: float) -> Sheet:
        self.lines.append(bold_row(self.typed, y, *parts))
        return self

    def styled(self, *parts: tuple[float, str, int], y: float) -> Sheet:
        runs = [self.typed.run(text, x, y, style=style) for x, text, style in parts]
        self.lines.append(self.typed.maker.lines(runs, 1)[0])
        return self

    def rows(self, *rules: Rule, columns: AlignedColumns = COLUMNS) -> Shown:
        """Text outside tables as it is; the rows of tables with the lines of each cell."""
        return shown(self.lines, columns, rules)


def shown(lines: Sequence[Line], columns: AlignedColumns, rules: Sequence[Rule]) -> Shown:
    found: Shown = []
    for one in aligned_rows(lines, columns, rules):
        if isinstance(one, Line):
            found.append(one.chars)
        else:
            found.extend(
                [[" / ".join(line.chars for line in own) for _, own in row] for row in one.rows]
            )
    return found


# The columns of a document.


def test_an_edge_is_where_second_columns_begin_three_times() -> None:
    sheet = Sheet().pair("Rol", "Wachter", 100).pair("Taak", "Waken", 120)

    assert AlignedColumns.of([sheet.lines]).edges == ()
    assert AlignedColumns.of([sheet.pair("Eis", "Fit", 140).lines]).edges == (200,)


def test_what_begins_a_little_to_the_right_of_an_edge_is_indented() -> None:
    def edges(x: float) -> tuple[float, ...]:
        sheet = Sheet()
        for n in range(4):
            sheet.pair("Rol", "Wachter", 100 + 20 * n)
        for n in range(3):
            sheet.row((50, "Taak"), (x, "Waken"), y=200 + 20 * n)
        return AlignedColumns.of([sheet.lines]).edges

    assert edges(247.0) == (200,)
    assert edges(250.0) == (200, 250)


@pytest.mark.parametrize(("indent", "edge"), [(3.0, 200.0), (29.0, 200.0), (31.0, 231.0)])
def test_first_lines_may_be_indented_in_their_column(indent: float, edge: float) -> None:
    sheet = Sheet()
    for n in range(3):
        sheet.row((50, "Rol"), (200 + indent, "Wachter"), y=100 + 40 * n)
        sheet.content("op de dijk", 112 + 40 * n)

    assert AlignedColumns.of([sheet.lines]).edges == (edge,)


def test_two_lines_do_not_show_that_others_are_indented() -> None:
    sheet = Sheet()
    for n in range(3):
        sheet.row((50, "Rol"), (210, "Wachter"), y=100 + 40 * n)
    sheet.content("op de dijk", 112).content("en de sluis", 124)

    assert AlignedColumns.of([sheet.lines]).edges == (210,)


def test_a_document_shows_its_right_edge_its_leading_and_its_size() -> None:
    sheet = Sheet()
    for n in range(3):
        sheet.pair("Rol", FULL, 100 + 40 * n).content(REST, 113 + 40 * n)
    found = AlignedColumns.of([sheet.lines])

    assert (found.right, found.leading, found.size) == (500, 1.3, 10)
    assert found.top_aligned


def test_contents_that_were_stretched_show_no_edge() -> None:
    sheet = Sheet()
    for n in range(5):
        sheet.pair("Rol", "Wachter", 100 + 40 * n)
    for n in range(4):
        sheet.row((200, "Waken"), (300, "en zien"), y=112 + 40 * n)
    columns = AlignedColumns.of([sheet.lines])
    assert columns.edges == (200,)
    # They may be columns of a table in the contents, and what begins there is of these.
    assert columns.inner == ((300, 200),)
    assert columns.edge_of(303) == 200


def test_a_second_column_has_an_edge_from_its_third_label_on() -> None:
    sheet = Sheet()
    for n in range(5):
        sheet.pair("Rol", "Wachter", 100 + 40 * n)
    for n in range(3):
        assert AlignedColumns.of([sheet.lines]).edges == (200,)
        sheet.row((50, "Taak"), (300, "en zien"), y=412 + 40 * n)
    assert AlignedColumns.of([sheet.lines]).edges == (200, 300)


def test_an_edge_is_that_of_what_is_indented_from_it() -> None:
    columns = AlignedColumns((200.0, 230.0))

    assert [columns.edge_of(x) for x in (197.4, 197.6, 229, 278, 278.1)] == [
        None, 200, 230, 230, None,
    ]  # fmt: skip


@pytest.mark.parametrize(("low", "at_top"), [(2, True), (3, False)])
def test_hardly_a_label_of_a_document_stands_lower_than_its_contents(
    low: int, *, at_top: bool
) -> None:
    sheet = Sheet()
    for n in range(10 - low):
        sheet.pair("Rol", FULL, 100 + 40 * n).content(REST, 112 + 40 * n)
    for n in range(10 - low, 10):
        y = 100 + 40 * n
        sheet.content(FULL, y).text("Rol", y + 6).content(REST, y + 12)

    assert AlignedColumns.of([sheet.lines]).top_aligned is at_top


@pytest.mark.parametrize(("close", "rows", "apart"), [
    (1, 4, True), (1, 3, False), (2, 5, False), (0, 4, False), (0, 5, True),
])  # fmt: skip
def test_rows_are_set_apart_where_hardly_a_label_is_as_near_as_a_line(
    close: int, rows: int, *, apart: bool
) -> None:
    sheet = Sheet().pair("Naam", "Wachter", 70)
    for n in range(rows - close):
        sheet.pair("Rol", FULL, 100 + 40 * n).content(REST, 112 + 40 * n)
    for n in range(close):
        sheet.pair("Taak", "Waken", 400 + 40 * n).pair("Eisen", "Zien", 412 + 40 * n)
    columns = AlignedColumns.of([sheet.lines])

    # The labels above the close ones are rows too.
    assert columns.leading == 1.2
    assert columns.rows_apart is apart


# Which lines are a table's.


def test_labels_and_contents_are_rows() -> None:
    sheet = Sheet().pair("Rol", FULL, 100).content(REST, 112).pair("Taak", "Waken", 130)

    assert sheet.rows() == [["Rol", f"{FULL} / {REST}"], ["Taak", "Waken"]]


def test_text_before_and_after_a_table_is_none_of_it() -> None:
    sheet = Sheet().text(f"Vooraf. {FULL}", 80).pair("Rol", "Wachter", 100)
    sheet.text(f"Achteraf. {FULL}", 120)

    assert sheet.rows() == [f"Vooraf. {FULL}", ["Rol", "Wachter"], f"Achteraf. {FULL}"]


@pytest.mark.parametrize(("size", "is_row"), [(11.1, True), (11.3, False)])
def test_a_larger_line_is_a_heading_between_tables(size: float, *, is_row: bool) -> None:
    sheet = Sheet().pair("Rol", "Wachter", 100).text("Eisen", 120, size=size)

    assert (sheet.pair("Taak", "Waken", 140).rows()[1] != "Eisen") is is_row


@pytest.mark.parametrize(("distance", "is_label"), [(44.0, True), (46.0, False)])
def test_a_label_without_contents_is_near(distance: float, *, is_label: bool) -> None:
    sheet = Sheet().pair("Rol", "Wachter", 100).text("Eisen", 100 + distance)
    found = sheet.rows()

    assert found == [["Rol", "Wachter"], ["Eisen", ""] if is_label else "Eisen"]


def test_a_line_that_reaches_into_the_contents_is_no_label() -> None:
    # It ends at 197, and at 200.
    for letters, is_label in ((29, True), (30, False)):
        text = "E" * letters
        sheet = Sheet().pair("Rol", "Wachter", 100).text(text, 120)
        assert sheet.rows()[1] == ([text, ""] if is_label else text)


def test_labels_beside_contents_that_are_all_indented_have_more_room() -> None:
    sheet = Sheet().row((50, "Rol"), (220, "Wachter"), y=100)

    assert sheet.text("E" * 32, 120).rows() == [["Rol", "Wachter"], ["E" * 32, ""]]


def test_a_title_near_what_follows_goes_with_that() -> None:
    sheet = Sheet().pair("Rol", "Wachter", 100).text("Eisen", 130)
    sheet.text(f"Hieronder staat het. {FULL}", 142)

    assert sheet.rows() == [["Rol", "Wachter"], "Eisen", f"Hieronder staat het. {FULL}"]


def test_contents_that_open_a_page_go_on_with_the_table_before() -> None:
    sheet = Sheet().content("op de dijk", 60).text(f"Slot. {FULL}", 90)

    assert sheet.rows() == [["", "op de dijk"], f"Slot. {FULL}"]


def test_an_indented_list_inside_text_is_no_contents() -> None:
    sheet = Sheet().text(f"Vooraf. {FULL}", 60).content("- een", 80).content("- twee", 92)

    assert sheet.rows() == [f"Vooraf. {FULL}", "- een", "- twee"]
    assert Sheet().content("- een", 80).content("- twee", 92).rows() == [["", "- een / - twee"]]


@pytest.mark.parametrize("style", [BOLD, ITALIC], ids=["bold", "italic"])
def test_a_label_by_its_style_shows_contents_at_no_known_edge(style: int) -> None:
    sheet = Sheet().styled((50, "Rol", style), (120, "Wachter", 0), y=100)

    assert sheet.rows() == [["Rol", "Wachter"]]
    # What is all of one style is a line with a gap.
    same = Sheet().styled((50, "Rol", style), (120, "Wachter", style), y=100)
    assert same.rows() == ["Rol Wachter"]


def test_labels_of_another_edge_are_another_table() -> None:
    columns = AlignedColumns((200.0, 300.0), 500.0, leading=1.2, size=10.0)
    sheet = Sheet().pair("Rol", "Wachter", 100).row((50, "Eis"), (300, "Fit"), y=120)

    assert [
        len(table.rows)
        for table in aligned_rows(sheet.lines, columns, ())
        if isinstance(table, Rows)
    ] == [1, 1]


# Tables below heads.


def test_heads_and_values_below_them_are_two_rows() -> None:
    sheet = Sheet().heads((50, "Naam"), (180, "Datum"), (300, "Status"), y=100)
    sheet.row((50, "Kok"), (180, "1 mei"), (300, "Concept"), y=112)

    assert sheet.rows() == [["Naam", "Datum", "Status"], ["Kok", "1 mei", "Concept"]]


def test_values_may_take_several_lines() -> None:
    sheet = Sheet().heads((50, "Naam"), (180, "Datum"), (300, "Status"), y=100)
    sheet.row((50, "Kok"), (180, "1 mei"), (300, "Concept"), y=112).text("in dienst", 124)

    assert sheet.rows()[1] == ["Kok / in dienst", "1 mei", "Concept"]


def test_a_wide_gap_with_nothing_below_it_is_no_table() -> None:
    sheet = Sheet().row((50, "Naam"), (100, "Datum"), (150, "Status"), y=100)

    assert sheet.rows() == ["Naam Datum Status"]
    # A drawn line below all of it shows heads.
    assert sheet.rows(level(105)) == [["Naam", "Datum", "Status"]]
    assert sheet.rows(level(116)) == sheet.rows(level(105, 60)) == ["Naam Datum Status"]


@pytest.mark.parametrize(("distance", "count"), [(16.9, 2), (17.1, 1)])
def test_what_stands_further_below_values_is_the_next_thing(distance: float, count: int) -> None:
    columns = AlignedColumns((200.0,), 500.0, size=10.0)
    sheet = Sheet().row((50, "Naam"), (180, "Datum"), (300, "Status"), y=100)
    sheet.row((50, "Kok"), (180, "1 mei"), (300, "Concept"), y=112).text("Slot", 112 + distance)

    assert len(sheet.rows(columns=columns)) == 4 - count


def test_heads_in_lower_case_below_heads_are_their_rest() -> None:
    sheet = Sheet().heads((50, "Naam"), (180, "Datum"), (300, "Status"), y=100)
    sheet.heads((180, "van vandaag"), y=112)
    sheet.row((50, "Kok"), (180, "1 mei"), (300, "Concept"), y=124)

    assert sheet.rows() == [["Naam", "Datum / van vandaag", "Status"], ["Kok", "1 mei", "Concept"]]


def test_a_row_as_far_below_as_the_first_one_and_set_alike_is_the_next_record() -> None:
    def found(last: float, style: int = 0) -> Shown:
        sheet = Sheet().heads((50, "Naam"), (180, "Datum"), (300, "Status"), y=100)
        sheet.row((50, "Kok"), (180, "1 mei"), (300, "Concept"), y=120)
        sheet.styled((50, "Bakker", style), (180, "2 mei", 0), (300, "Nieuw", 0), y=last)
        return sheet.rows()

    heads = [["Naam", "Datum", "Status"], ["Kok", "1 mei", "Concept"]]
    assert found(140) == [*heads, ["Bakker", "2 mei", "Nieuw"]]
    assert found(140, ITALIC) != found(140)
    assert found(145) != found(140)


def test_a_line_with_several_gaps_has_one_label_in_an_open_table() -> None:
    sheet = Sheet().pair("Rol", "Wachter", 100)

    assert sheet.row((50, "Taak"), (110, "een"), (200, "Waken"), y=120).rows() == [
        ["Rol", "Wachter"], ["Taak een", "Waken"],
    ]  # fmt: skip


def test_numbered_labels_beside_contents_are_rows() -> None:
    sheet = Sheet().text(f"Vooraf. {FULL}", 60).pair("1. Rol", "Wachter", 100)

    assert sheet.pair("2. Taak", "Waken", 120).rows()[1:] == [
        ["1. Rol", "Wachter"], ["2. Taak", "Waken"],
    ]  # fmt: skip


# Labels and rows.


def labelled(sheet: Sheet) -> list[str]:
    return [row[0] for row in sheet.rows() if isinstance(row, list)]


@pytest.mark.parametrize(("first", "second", "distance", "count"), [
    ("Rol", "en taken", 20.0, 1), ("Rol", "en taken", 20.2, 2),
    ("Rol en", "Taken", 20.0, 1), ("Rol en", "Taken", 20.2, 2), ("Rol/", "Taken", 20.0, 1),
    ("Rol", "Taken", 15.0, 1), ("Rol", "Taken", 15.2, 2), ("Rol:", "taken", 12.0, 2),
    ("Niveau", "(NLQF)", 20.0, 1),
])  # fmt: skip
def test_a_label_may_take_several_lines(
    first: str, second: str, distance: float, count: int
) -> None:
    sheet = Sheet().pair(first, "Wachter", 100).text(second, 100 + distance)

    assert len(labelled(sheet)) == count


def test_a_label_beside_contents_of_its_own_is_another_one() -> None:
    assert labelled(Sheet().pair("Rol", "Wachter", 100).pair("Taken", "Waken", 112)) == [
        "Rol", "Taken",
    ]  # fmt: skip
    # But no row begins inside a sentence.
    assert labelled(Sheet().pair("Rol", FULL, 100).pair("Taken", REST, 112)) == ["Rol / Taken"]
    short = "De dijkwachter loopt langs de dijk en"
    assert labelled(Sheet().pair("Rol", short, 100).pair("Taken", REST, 112)) == ["Rol", "Taken"]


def test_what_stands_beside_a_label_is_no_row_where_rows_are_set_apart() -> None:
    columns = replace(COLUMNS, rows_apart=True)
    for distance, count in ((12, 1), (12.3, 1), (12.4, 2)):
        sheet = Sheet().pair("Besluit over", "De Unie", 100)
        found = sheet.pair("Profiel", "Het Gilde", 100 + distance).rows(columns=columns)
        assert len(found) == count
    assert found == [["Besluit over", "De Unie"], ["Profiel", "Het Gilde"]]


def test_a_label_or_its_rest_opens_a_page_above_its_contents() -> None:
    sheet = Sheet().text("taken", 60).content("Waken", 100).pair("Eisen", "Zien", 120)
    assert sheet.rows() == [["taken", "Waken"], ["Eisen", "Zien"]]
    sheet = Sheet().text("Rol en", 48).text("Taken", 60).content("Waken", 72)
    assert sheet.rows() == [["Rol en / Taken", "Waken"]]
    # Not so far above them, in the column of labels, and not larger than contents.
    assert Sheet().text("taken", 60).content("Waken", 106).rows()[0] == "taken"
    assert Sheet().text("Taken", 60, size=11.3).content("Waken", 100).rows()[0] == "Taken"
    assert Sheet().text("Rol", 40).text("Taken", 60).content("Waken", 72).rows()[0] == "Rol"
    wide = "t" * 30
    assert Sheet().text(wide, 60).content("Waken", 100).rows()[0] == wide
    assert Sheet().text("taken", 60).text(f"Hierna. {FULL}", 72).rows()[0] == "taken"
    assert Sheet().text("taken", 60).rows() == ["taken"]


def test_contents_that_were_stretched_open_a_page_whole() -> None:
    sheet = Sheet().row((200, "Waken"), (300, "en"), (400, "zien"), y=60)

    assert sheet.rows() == [["", "Waken en zien"]]


def test_level_lines_part_rows() -> None:
    sheet = Sheet().pair("Rol", "Wachter", 100).text("en taken", 112).content("Waken", 112)

    assert sheet.rows(level(104)) == [["Rol", "Wachter"], ["en taken", "Waken"]]
    upright = Rule(False, 104, 0, 600)
    assert len(sheet.rows(upright)) == 1


# Labels at the middle.


def test_labels_at_the_middle_have_the_contents_around_them() -> None:
    sheet = Sheet().content(FULL, 100).text("Rol", 106).content(REST, 112)
    sheet.content("Hij waakt.", 124).text("Taak", 130).content("Zij ook.", 136)

    assert sheet.rows(columns=MIDDLE) == [
        ["Rol", f"{FULL} / {REST}"], ["Taak", "Hij waakt. / Zij ook."],
    ]  # fmt: skip


def test_a_label_without_contents_may_stand_among_those_at_the_middle() -> None:
    sheet = Sheet().content("Een.", 100).text("Rol", 106).content("Twee.", 112)
    sheet.text("Taak", 150).content("Drie.", 260).text("Eis", 266).content("Vier.", 272)

    assert sheet.rows(columns=MIDDLE) == [
        ["Rol", "Een. / Twee."], ["Taak", ""], ["Eis", "Drie. / Vier."],
    ]  # fmt: skip


def test_contents_above_the_first_label_may_go_on_from_the_page_before() -> None:
    sheet = Sheet().content("Nul.", 40).content("Een.", 100).text("Rol", 106).content("Twee.", 112)

    assert sheet.rows(columns=MIDDLE) == [["", "Nul."], ["Rol", "Een. / Twee."]]


def test_a_sentence_is_not_parted_between_labels_at_the_middle() -> None:
    sheet = Sheet().content("Een.", 100).text("Rol", 107).content(FULL, 112).content(REST, 124)
    sheet.text("Taak", 131).content("Vier.", 136)

    assert sheet.rows(columns=MIDDLE) == [
        ["Rol", f"Een. / {FULL} / {REST}"], ["Taak", "Vier."],
    ]  # fmt: skip


@pytest.mark.parametrize(("count", "at_top"), [(4, True), (3, False)])
def test_four_labels_tell_how_their_table_is_aligned(count: int, *, at_top: bool) -> None:
    sheet = Sheet()
    for n in range(count):
        sheet.pair(f"Rol {n}", f"Een {n}.", 100 + 30 * n).content(f"Twee {n}.", 112 + 30 * n)

    rows = [[f"Rol {n}", f"Een {n}. / Twee {n}."] for n in range(count)]
    assert (sheet.rows(columns=MIDDLE) == rows) is at_top


def test_labels_beside_nothing_do_not_tell_how_their_table_is_aligned() -> None:
    sheet = Sheet()
    for n in range(4):
        sheet.pair(f"Rol {n}", "Wachter", 100 + 80 * n)
        # Lists begin below the last line of their labels.
        sheet.text(f"Eisen {n}", 120 + 80 * n).content("Zien.", 140 + 80 * n)

    assert sheet.rows(columns=COLUMNS)[:2] == [["Rol 0", "Wachter"], ["Eisen 0", "Zien."]]


@pytest.mark.parametrize(("first", "is_labelled"), [(70.0, True), (56.0, False)])
def test_contents_a_little_above_a_label_are_of_it(first: float, *, is_labelled: bool) -> None:
    sheet = (
        Sheet().content("Nul.", first).content("Een.", 100).text("Rol", 106).content("Twee.", 112)
    )

    assert (sheet.rows(columns=MIDDLE)[0] == ["Rol", "Nul. / Een. / Twee."]) is is_labelled


def test_a_sentence_is_parted_where_its_rest_stands_far_away() -> None:
    sheet = Sheet().content("Een.", 100).text("Rol", 106).content(FULL, 112)
    sheet.content(REST, 160).text("Taak", 166).content("Vier.", 172)

    assert sheet.rows(columns=MIDDLE) == [["Rol", f"Een. / {FULL}"], ["Taak", f"{REST} / Vier."]]


def test_labels_at_the_middle_have_all_of_their_lines() -> None:
    sheet = Sheet().content("Een.", 94).text("Rol", 100).content("Twee.", 106)
    sheet.text("en taak", 112).content("Drie.", 118)

    assert sheet.rows(columns=MIDDLE) == [["Rol / en taak", "Een. / Twee. / Drie."]]


def test_contents_far_below_the_last_label_have_none() -> None:
    sheet = Sheet().content("Een.", 100).text("Rol", 106).content("Twee.", 112).content("Ver.", 500)

    assert sheet.rows(columns=MIDDLE) == [["Rol", "Een. / Twee."], ["", "Ver."]]


@pytest.mark.parametrize(("y", "is_record"), [(130.2, True), (129.8, True), (130.4, False)])
def test_records_are_as_far_apart_as_the_first_one_but_for_rounding(
    y: float, *, is_record: bool
) -> None:
    sheet = Sheet().heads((50, "Naam"), (200, "Plaats"), (350, "Rol"), y=100)
    sheet.row((50, "Jan"), (200, "Goes"), (350, "Wachter"), y=115)
    sheet.row((50, "Els"), (200, "Hulst"), (350, "Meester"), y=y)

    assert (sheet.rows()[-1] == ["Els", "Hulst", "Meester"]) is is_record


def test_labels_and_values_that_take_turns_are_a_row_and_no_heads() -> None:
    sheet = Sheet()
    sheet.styled(
        (50, "Naam:", BOLD), (130, "Dijkwachter -", 0), (300, "Datum:", BOLD), (380, "2020", 0),
        y=100,
    )  # fmt: skip
    sheet.text("verder genoemd wachter", 112, 130)
    sheet.text("Dit is gewone tekst onder de tabel.", 160)

    assert sheet.rows(columns=AlignedColumns((), size=10.0))[:1] == [
        ["Naam:", "Dijkwachter - / verder genoemd wachter", "Datum:", "2020"]
    ]


def test_cells_of_which_one_was_wrapped_are_a_row_without_any_emphasis() -> None:
    sheet = Sheet()
    sheet.row((50, "Naam"), (130, "Dijkwachter -"), (300, "Datum"), (380, "2020"), y=100)
    sheet.text("verder genoemd wachter", 112, 130)

    assert sheet.rows(columns=AlignedColumns((), size=10.0)) == [
        ["Naam", "Dijkwachter - / verder genoemd wachter", "Datum", "2020"]
    ]


def test_two_gaps_that_are_alike_among_narrow_spaces_part_columns() -> None:
    sheet = Sheet().row(
        (50, "Naam van dit beroep:"), (200, "Wachter aan de dijk"), (335, "Datum:"), (405, "2020"),
        y=100,
    )  # fmt: skip

    assert [part.chars for part in line_parts(sheet.lines[0])] == [
        "Naam van dit beroep:", "Wachter aan de dijk", "Datum:", "2020",
    ]  # fmt: skip


def test_contents_that_go_on_below_their_label_are_text_with_a_wide_space() -> None:
    whole = "De dijk: De wachter loopt elke dag"

    def sheet(rest: str, x: float = 50) -> Sheet:
        first = Sheet().styled((50, "De dijk:", BOLD), (200, "De wachter loopt elke dag", 0), y=100)
        return first.text(rest, 112, x)

    rest = "zijn ronde langs de sluis en langs de kade van de haven."
    assert sheet(rest).rows() == [whole, rest]
    # What begins anew does not go on, and what stands elsewhere goes on with nothing.
    new = f"Z{rest[1:]}"
    assert sheet(new).rows() == [["De dijk:", whole[9:]], new]


@pytest.mark.parametrize(("marker", "is_title"), [("- ", True), ("", False)])
def test_a_label_as_near_to_items_below_it_as_to_the_row_above_is_theirs(
    marker: str, *, is_title: bool
) -> None:
    sheet = Sheet().pair("Bron", "De dijk", 100).text("Rol:", 120)
    items = f"{marker}Loopt langs de dijk en de kade."
    sheet.text(items, 140, 70)

    last = "Rol:" if is_title else ["Rol:", ""]
    assert sheet.rows() == [["Bron", "De dijk"], last, items]
