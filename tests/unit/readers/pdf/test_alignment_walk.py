"""Down a page without upright lines: where tables begin and end, and what becomes of each line."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.document.text import BOLD
from pipeline.readers.pdf.aligned_columns import AlignedColumns
from pipeline.readers.pdf.alignment import aligned_rows
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.marks import Rule
from tests.unit.readers.pdf.typed import Typed
from tests.unit.readers.pdf.typed_rows import level

COLUMNS = AlignedColumns((200.0,), 500.0, leading=1.2, size=10.0)
UNKNOWN = AlignedColumns((), 500.0, leading=1.2, size=10.0)
FULL = "De dijkwachter loopt elke dag zijn ronde langs de dijk en de"
Table = list[list[str]]


class Walked:
    """Lines of a page, each a height and its texts with their places; stars make one bold."""

    def __init__(self, *lines: tuple[float, str], size: float = 10.0) -> None:
        self.typed = Typed()
        self.lines: list[Line] = []
        for y, texts in lines:
            self.add(y, texts, size)

    def add(self, y: float, texts: str, size: float = 10.0) -> Walked:
        """`50 Rol | 200 *Wachter`: texts on one line, each behind where it begins."""
        runs = []
        for part in texts.split(" | "):
            x, _, text = part.partition(" ")
            style = BOLD * text.startswith("*")
            runs.append(self.typed.run(text.lstrip("*"), float(x), y, size, style))
        self.lines.append(self.typed.maker.lines(runs, 1)[0])
        return self

    def found(
        self, columns: AlignedColumns = COLUMNS, rules: Sequence[Rule] = ()
    ) -> list[str | Table]:
        """Text as it is, and tables of rows of cells."""
        return [
            one.chars
            if isinstance(one, Line)
            else [[" / ".join(line.chars for line in own) for _, own in row] for row in one.rows]
            for one in aligned_rows(self.lines, columns, rules)
        ]

    def edges(self, columns: AlignedColumns = COLUMNS) -> list[float]:
        """Where the contents of each table begin."""
        found = aligned_rows(self.lines, columns, ())
        return [one.rows[0][1][0][0] for one in found if not isinstance(one, Line)]


# Where contents begin.


@pytest.mark.parametrize("x", [300.0, 302.4, 297.6])
def test_contents_begin_where_other_lines_of_the_page_do(x: float) -> None:
    page = Walked((80, "280 Vooraf."), (100, f"50 Rol | {x} Wachter"), (112, "300 op de dijk"))

    assert page.found() == ["Vooraf.", [["Rol", "Wachter / op de dijk"]]]
    assert page.edges() == [300]


@pytest.mark.parametrize("x", [302.6, 297.4])
def test_contents_that_begin_elsewhere_are_values_below_heads(x: float) -> None:
    page = Walked((100, f"50 Rol | {x} Wachter"), (112, f"50 Taak | {x} Waken"), (200, "300 Slot."))

    assert page.found()[0] == [["Rol", "Wachter"], ["Taak", "Waken"]]


@pytest.mark.parametrize("x", [182.5, 227])
def test_a_bold_label_shows_that_contents_above_it_were_indented(x: float) -> None:
    page = Walked((100, "50 *Rol | 230 Wachter"), (120, f"50 *Taak | {x} Waken"))

    assert page.found(UNKNOWN) == [[["Rol", "Wachter"], ["Taak", "Waken"]]]
    assert page.edges(UNKNOWN) == [x]


def test_a_bold_label_shows_nothing_of_the_kind_elsewhere() -> None:
    # Further left than any indent, a text is one of the label's column.
    page = Walked((100, "50 *Rol | 230 Wachter"), (120, "50 *Taak | 181 Waken"))
    assert page.found(UNKNOWN) == [[["Rol", "Wachter"], ["Taak Waken", ""]]]
    page = Walked((100, "50 *Rol | 230 Wachter"), (120, "50 *Taak | 233 Waken"))
    assert page.found(UNKNOWN) == [[["Rol", "Wachter"]], [["Taak", "Waken"]]]


def test_stretched_contents_are_of_one_cell() -> None:
    rows = [["Rol", "Wachter / Lopen en zien / Zien en melden"], ["Taak", "Waken en zien"]]
    page = Walked(
        (100, "50 Rol | 200 Wachter"), (112, "200 Lopen | 300 en zien"),
        (124, "198 Zien | 300 en melden"), (140, "50 Taak | 200 Waken | 350 en zien"),
    )  # fmt: skip

    assert page.found() == [rows]


@pytest.mark.parametrize(("x", "size", "is_row"), [(200, 11, True), (200, 12, False)])
def test_large_letters_open_no_table_where_contents_begin(
    x: float, size: float, *, is_row: bool
) -> None:
    page = Walked((60, f"50 {FULL}")).add(100, f"{x} Wachter", size)

    assert page.found()[1:] == ([[["", "Wachter"]]] if is_row else ["Wachter"])


# Heads.

HEADS = "50 *Naam | 180 *Datum | 300 *Status"
VALUES = "50 Kok | 180 1 mei | 300 Concept"
BELOW = [["Naam", "Datum", "Status"], ["Kok", "1 mei", "Concept"]]


def test_heads_end_the_table_above_them() -> None:
    page = Walked((60, "50 Rol | 200 Wachter"), (100, "50 *Naam | 200 *Datum | 350 *Status"))
    page.add(112, "50 Kok | 200 1 mei | 350 Concept")
    assert page.found() == [[["Rol", "Wachter"]], BELOW]


def test_two_heads_of_no_known_edge_have_values_below_them() -> None:
    page = Walked((100, "50 Naam | 300 Plaats"), (112, "50 Jan | 300 Goes"))

    assert page.found() == [[["Naam", "Plaats"], ["Jan", "Goes"]]]


@pytest.mark.parametrize("x", [45, 60, 320])
def test_what_begins_below_no_head_ends_their_table(x: float) -> None:
    page = Walked((100, HEADS), (112, VALUES), (124, f"{x} Slot."))

    assert page.found() == [BELOW, "Slot."]


def test_what_stands_below_a_gap_in_the_first_column_alone_is_text() -> None:
    page = Walked((100, "50 Naam | 300 Plaats"), (112, "50 Jan"), (124, "50 Piet"))

    assert page.found() == ["Naam Plaats", "Jan", "Piet"]
    # Where that is nearly the one of contents, it may go on with them.
    page = Walked((100, "196 Naam | 400 Plaats"), (112, "198 op de dijk"))
    assert page.found() == ["Naam Plaats", [["", "op de dijk"]]]


@pytest.mark.parametrize(
    ("start", "end", "is_row"),
    [(52.4, 327.6, True), (52.6, 327.6, False), (52.4, 327.4, False), (0, 600, True)],
)
def test_a_drawn_line_shows_heads_that_it_reaches_below(
    start: float, end: float, *, is_row: bool
) -> None:
    # `Status` ends at 330.
    page = Walked((100, "50 Naam | 180 Datum | 300 Status"))
    found = page.found(rules=[level(105, start, end)])

    assert found == ([[["Naam", "Datum", "Status"]]] if is_row else ["Naam Datum Status"])
    # Two of them may be a label and its value.
    assert Walked((100, "50 Naam | 300 Status")).found(rules=[level(105)]) == ["Naam Status"]


# The next record below heads.


def test_records_stand_as_far_apart_as_the_first_one_from_its_heads() -> None:
    page = Walked((100, HEADS), (115, VALUES), (127, "50 in dienst"))
    page.add(142, "50 Bakker | 180 2 mei | 300 Nieuw")

    assert page.found() == [
        [BELOW[0], ["Kok / in dienst", "1 mei", "Concept"], ["Bakker", "2 mei", "Nieuw"]]
    ]


@pytest.mark.parametrize("line", ["50 Bakker", "180 2 mei | 300 Nieuw"])
def test_a_record_has_several_texts_and_the_first_of_them(line: str) -> None:
    page = Walked((100, HEADS), (115, VALUES), (130, line))

    assert page.found()[0] == BELOW


def test_what_stands_nearer_than_the_first_record_is_none() -> None:
    # Where nothing shows how far lines of a paragraph stand apart.
    columns = AlignedColumns((200.0,), 500.0, size=10.0)
    page = Walked((100, HEADS), (130, VALUES), (150, "50 Bakker | 180 2 mei | 300 Nieuw"))

    assert page.found(columns)[0] == BELOW


def test_records_are_set_as_the_first_value_and_otherwise_than_its_head() -> None:
    page = Walked((100, "50 *Naam | 180 Datum | 300 Rol"), (115, "50 Kok | 180 *Mei | 300 Gast"))

    assert page.add(130, "50 Bakker | 180 *Juni | 300 Heer").found() == [
        [["Naam", "Datum", "Rol"], ["Kok", "Mei", "Gast"], ["Bakker", "Juni", "Heer"]]
    ]


# Where tables end.


def test_a_smaller_line_is_no_label() -> None:
    for size, is_label in ((9, True), (8.7, False)):
        page = Walked((100, "50 Rol | 200 Wachter")).add(120, "50 Eisen", size)
        assert page.found() == (
            [[["Rol", "Wachter"], ["Eisen", ""]]] if is_label else [[["Rol", "Wachter"]], "Eisen"]
        )


def ended(*lines: tuple[float, str], text: float) -> list[str | Table]:
    """What becomes of lines below a label and its contents at 100, with text at a height."""
    return Walked((100, "50 Rol | 200 Wachter"), *lines, (text, f"50 {FULL}")).found()


def test_titles_go_with_the_text_to_which_they_are_nearer() -> None:
    table = [["Rol", "Wachter"]]

    assert ended((130, "50 Eisen"), text=145) == [table, "Eisen", FULL]
    assert ended((130, "50 Eisen"), (142, "50 Wensen"), text=153) == [
        table, "Eisen", "Wensen", FULL,
    ]  # fmt: skip
    # As near to the table, or nearer, they are labels without contents.
    assert ended((130, "50 Eisen"), text=160) == [[*table, ["Eisen", ""]], FULL]
    assert ended((118, "50 Eisen"), text=150) == [[*table, ["Eisen", ""]], FULL]
    # Of two only the one that is nearer to what follows it goes.
    assert ended((118, "50 Eisen"), (142, "50 Wensen"), text=154) == [
        [*table, ["Eisen", ""]], "Wensen", FULL,
    ]  # fmt: skip


@pytest.mark.parametrize("x", [200, 198])
def test_contents_are_no_title_however_near_the_text_is(x: float) -> None:
    assert ended((130, f"{x} op de dijk"), text=142) == [[["Rol", "Wachter / op de dijk"]], FULL]


def test_a_list_that_stands_where_contents_do_is_text_behind_a_table() -> None:
    page = Walked((100, HEADS), (112, VALUES), (150, "200 - een"), (162, "200 - twee"))

    assert page.found() == [BELOW, "- een", "- twee"]
