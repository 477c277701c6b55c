"""Tables inside the cells of others: by heads, by alignment, and drawn so that they touch these."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.readers.pdf.areas import CellArea, TableArea
from pipeline.readers.pdf.candidates import ALIGNMENT
from pipeline.readers.pdf.candidates import HEADS as HEADED_BY
from pipeline.readers.pdf.inner_tables import with_headed_values, with_touching_tables
from pipeline.readers.pdf.layout import drawn_layouts, with_flow
from tests.unit.readers.pdf.sketch import sketched
from tests.unit.readers.pdf.typed import Typed

Shown = list[list["str | Shown"]]


def shown(table: TableArea) -> Shown:
    """The rows of a table: the text of each cell, or the rows of the table in it behind that."""
    return [[part for cell in row for part in _of_cell(cell)] for row in table.rows()]


def _of_cell(cell: CellArea) -> list[str | Shown]:
    text = " ".join(line.chars for line in cell.lines)
    inside: list[str | Shown] = [shown(table) for table in cell.inner]
    return [text, *inside] if text or not inside else inside


def tables(*drawings: str, bold: Sequence[str] = ()) -> list[Shown]:
    sketch = sketched(*drawings, bold=bold)
    layouts = with_flow(drawn_layouts(sketch.pages, sketch.maker), sketch.maker)
    return [shown(table) for layout in layouts for table in layout.tables]


HEADED = """
+--------+---------------------------------+
| Taak   | Lassen                          |
+--------+---------------------------------+
| Bron   | Titel          Uitgever    Jaar |
|        |                                 |
|        | Lasboek        Bond        2021 |
|        |                                 |
|        | Gids           Fonds       2024 |
+--------+---------------------------------+
"""
HEADS = ["Titel", "Uitgever", "Jaar"]


def test_heads_inside_a_cell_show_a_table() -> None:
    inside = [["Titel", "Uitgever", "Jaar"], ["Lasboek", "Bond", "2021"], ["Gids", "Fonds", "2024"]]

    assert tables(HEADED, bold=HEADS) == [[["Taak", "Lassen"], ["Bron", inside]]]


NAMES = """
+--------+------------------------------------+
| Rollen | Zorg        Helpt bezoekers        |
|        |             Luistert               |
|        |                                    |
|        | Inzicht     Ziet wat nodig is      |
|        |                                    |
|        | Plannen     Verdeelt het werk      |
|        |             Bewaakt de tijd        |
+--------+------------------------------------+
"""
BOLD_NAMES = ["Zorg", "Inzicht", "Plannen"]


def test_bold_names_with_text_beside_them_are_a_table_inside_their_cell() -> None:
    assert tables(NAMES, bold=BOLD_NAMES) == [
        [
            [
                "Rollen",
                [
                    ["Zorg", "Helpt bezoekers Luistert"],
                    ["Inzicht", "Ziet wat nodig is"],
                    ["Plannen", "Verdeelt het werk Bewaakt de tijd"],
                ],
            ]
        ]
    ]


def test_bold_heads_stand_above_bold_names() -> None:
    above = """| Rollen | Naam        Gedrag                 |
|        |                                    |
|        | Zorg """
    drawn = NAMES.replace("| Rollen | Zorg ", above)
    ((_, inside),) = tables(drawn, bold=["Naam", "Gedrag", *BOLD_NAMES])[0]

    assert inside[:2] == [["Naam", "Gedrag"], ["Zorg", "Helpt bezoekers Luistert"]]


def test_names_that_are_not_emphasised_are_shown_by_lines_that_begin_beside_them() -> None:
    ((_, inside),) = tables(NAMES)[0]

    assert inside[0] == ["Zorg", "Helpt bezoekers Luistert"]


@pytest.mark.parametrize(
    ("drawing", "bold"),
    [
        # Emphasised as what stands beside them is.
        (NAMES, [*BOLD_NAMES, "Luistert", "Ziet wat nodig is"]),
        # Words of stretched lines begin in lower case, or have no line that begins where they do.
        (NAMES.replace("Zorg", "zorg"), []),
        (NAMES.replace("Luistert", "        "), []),
    ],
)
def test_words_side_by_side_are_no_table_by_themselves(drawing: str, bold: list[str]) -> None:
    ((_, *inside),) = tables(drawing, bold=bold)[0]

    assert all(isinstance(part, str) for part in inside)


def test_three_columns_are_a_table_without_heads() -> None:
    close = "\n".join(line for line in HEADED.splitlines() if line.strip("| "))
    ((_, (_, inside)),) = tables(close)

    assert inside[0] == ["Titel", "Uitgever", "Jaar"]


def test_what_one_line_of_a_document_shows_is_chance() -> None:
    shorter = "\n".join(NAMES.strip("\n").splitlines()[:3] + NAMES.strip("\n").splitlines()[-1:])

    ((_, *inside),) = tables(shorter, bold=BOLD_NAMES)[0]

    assert inside == ["Zorg Helpt bezoekers Luistert"]


ALIGNED = """
Niveau      4
Taak        Lassen
Rollen      Zorg        Helpt bezoekers
                        Luistert

            Inzicht     Ziet wat nodig is

            Plannen     Verdeelt het werk

Risico      Schade
Eisen       Geen
"""
LABELS = ["Niveau", "Taak", "Rollen", "Risico", "Eisen"]


def test_columns_beside_contents_are_inside_these() -> None:
    (found,) = tables(ALIGNED, bold=[*LABELS, *BOLD_NAMES])

    assert found == [
        ["Niveau", "4"],
        ["Taak", "Lassen"],
        [
            "Rollen",
            [
                ["Zorg", "Helpt bezoekers Luistert"],
                ["Inzicht", "Ziet wat nodig is"],
                ["Plannen", "Verdeelt het werk"],
            ],
        ],
        ["Risico", "Schade"],
        ["Eisen", "Geen"],
    ]


def test_a_page_may_begin_amid_such_a_column() -> None:
    rest = """
                        Wijst de weg

            Gastvrij    Begroet bezoekers

Risico      Letsel
"""
    *_, found = tables(ALIGNED, rest, bold=[*LABELS, *BOLD_NAMES, "Gastvrij"])

    assert found == [
        ["", [["", "Wijst de weg"], ["Gastvrij", "Begroet bezoekers"]]],
        ["Risico", "Letsel"],
    ]


BESIDE_LABEL = """
Bron        Titel          Uitgever    Jaar

            Lasboek        Bond        2021

            Gids           Fonds       2024

Niveau      4
Taak        Lassen
Risico      Schade
"""


def test_heads_beside_a_label_are_those_of_its_value() -> None:
    first, *_ = tables(BESIDE_LABEL, bold=[*HEADS, *LABELS, "Bron"])

    assert first[0] == [
        "Bron",
        [["Titel", "Uitgever", "Jaar"], ["Lasboek", "Bond", "2021"], ["Gids", "Fonds", "2024"]],
    ]


TOUCHING = """
+--------+-+---------+------+
|        | | Titel   | Jaar |
|        | +---------+------+
| Bron   | | Lasboek | 2021 |
|        | +---------+------+
|        |                  |
|        |                  |
+--------+------------------+
| Niveau | 4                |
+--------+------------------+
"""


def test_a_table_drawn_at_the_top_of_its_cell_is_inside_it() -> None:
    assert tables(TOUCHING) == [
        [["Bron", [["Titel", "Jaar"], ["Lasboek", "2021"]]], ["Niveau", "4"]]
    ]


def test_cells_without_an_empty_strip_beside_them_stay_where_they_are() -> None:
    wide = TOUCHING.replace("+-+-", "+---").replace("| | ", "|   ").replace("| +-", "|---")
    (table,) = drawn_layouts(sketched(wide).pages, sketched(wide).maker)[0].tables

    assert with_touching_tables(table) == table


@pytest.mark.parametrize(
    ("left", "top", "evidence", "goes_in"),
    [
        (120.0, 112.0, HEADED_BY, True),
        # It begins no further left than the cell, no lower than beside its label.
        (117.6, 112.0, HEADED_BY, True),
        (117.4, 112.0, HEADED_BY, False),
        (120.0, 117.4, HEADED_BY, True),
        (120.0, 117.6, HEADED_BY, False),
        (120.0, 112.0, ALIGNMENT, False),
    ],
)
def test_a_table_below_heads_beside_a_label_without_value_is_its_value(
    left: float, top: float, evidence: str, *, goes_in: bool
) -> None:
    label = CellArea(0, 0, 1, 1, (50, 92.5, 120, 102.5), (Typed().line("Bron"),))
    value = CellArea(0, 1, 1, 1, (120, 92.5, 400, 102.5))
    above = TableArea((50, 92.5, 400, 102.5), (label, value), ALIGNMENT)
    inside = TableArea((left, top, 400, 160), (), evidence)

    if not goes_in:
        assert with_headed_values([above, inside]) == [above, inside]
        return
    (found,) = with_headed_values([above, inside])
    assert isinstance(found, TableArea)
    assert found.cells[1].inner == (inside,)
    assert found.box == (50, 92.5, 400, 160)


def test_a_table_below_heads_goes_into_no_cell_that_holds_something() -> None:
    label = CellArea(0, 0, 1, 1, (50, 92.5, 120, 102.5), (Typed().line("Bron"),))
    value = CellArea(0, 1, 1, 1, (120, 92.5, 400, 102.5), (Typed().line("Twee"),))
    above = TableArea((50, 92.5, 400, 102.5), (label, value), ALIGNMENT)
    areas = [above, TableArea((120, 112, 400, 160), (), HEADED_BY)]

    assert with_headed_values(areas) == areas
