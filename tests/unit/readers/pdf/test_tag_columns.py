"""Cells of tagged tables stand under their columns, whatever the producer made of them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document.model import Document, Table, texts
from tests.unit.readers.pdf.tagging import At, Tag, tagged


def row(*cells: At | None, kind: str = "TD") -> Tag:
    """A row with a cell for each text; None is an empty cell that is tagged."""
    return Tag("TR", [Tag(kind, [cell] if cell else ()) for cell in cells])


def cells(document: Document) -> list[list[str]]:
    """The texts of the cells of all tables."""
    return [
        [" ".join(text.chars for text in texts(cell.blocks)) for cell in row.cells]
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


HEADS = row(
    At(40, 100, "Competentie"), At(140, 100, "Taak 1"), At(220, 100, "Taak 2"),
    At(300, 100, "Taak 3"), kind="TH",
)  # fmt: skip


def test_an_empty_cell_that_a_browser_left_out_is_told_by_where_the_others_stand() -> None:
    found = tagged(
        Tag("Table", [
            HEADS,
            row(At(40, 120, "Veilig"), At(140, 120, "x"), At(220, 120, "x"), At(300, 120, "x")),
            row(At(40, 140, "Adviseren"), At(220, 140, "x")),
            row(At(40, 160, "Plannen"), At(140, 160, "x"), At(300, 160, "x")),
        ])
    )  # fmt: skip
    assert cells(found)[2:] == [["Adviseren", "", "x"], ["Plannen", "x", "", "x"]]


def test_crosses_in_the_middle_of_their_columns_are_told_as_well() -> None:
    found = tagged(
        Tag("Table", [
            HEADS,
            row(At(40, 120, "Adviseren"), At(233, 120, "x"), At(313, 120, "x")),
        ])
    )  # fmt: skip
    assert cells(found)[1] == ["Adviseren", "", "x", "x"]


def test_below_a_cell_that_reaches_down_none_is_missing() -> None:
    label = Tag("TD", [At(40, 120, "Kerntaak 1")], rowspan=2)
    found = tagged(
        Tag("Table", [
            row(At(40, 100, "Kerntaak"), At(200, 100, "Werkproces")),
            Tag("TR", [label, Tag("TD", [At(200, 120, "Bereidt voor")])]),
            row(At(200, 140, "Rondt af")),
        ])
    )  # fmt: skip
    assert cells(found)[1:] == [["Kerntaak 1", "Bereidt voor"], ["Rondt af"]]


def test_the_only_cell_of_a_row_beyond_the_labels_is_the_second_one() -> None:
    found = tagged(
        Tag("Table", [
            row(At(40, 100, "Sector"), At(200, 100, "Zorg")),
            row(At(200, 120, "en welzijn")),
            row(At(40, 140, "Een kop over de hele tabel")),
        ])
    )  # fmt: skip
    assert cells(found)[1:] == [["", "en welzijn"], ["Een kop over de hele tabel"]]


def test_a_title_in_the_middle_of_a_table_is_no_cell_of_the_column_there() -> None:
    found = tagged(
        Tag("Table", [HEADS, row(At(190, 120, "Overige"))])
    )  # fmt: skip
    assert cells(found)[1] == ["Overige"]


LISTED = row(At(40, 100, "Naam"), At(140, 100, "Componenten"), At(260, 100, "Indicatoren"))


def items(*lines: At) -> Sequence[Tag]:
    return [Tag("LI", [Tag("LBody", [Tag("P", [line])])]) for line in lines]


def test_a_list_that_stands_in_the_column_of_an_empty_cell_belongs_there() -> None:
    lists = Tag("L", [
        *items(At(140, 120, "- Overleggen"), At(140, 132, "- Raadplegen")),
        *items(At(260, 120, "- Overlegt op tijd"), At(260, 132, "- Meldt wat in de weg staat")),
    ])  # fmt: skip
    found = tagged(
        Tag("Table", [
            LISTED,
            Tag("TR", [Tag("TD", [At(40, 120, "Samenwerken")]), Tag("TD", [lists]), Tag("TD")]),
        ])
    )  # fmt: skip
    assert cells(found)[1] == [
        "Samenwerken",
        "- Overleggen - Raadplegen",
        "- Overlegt op tijd - Meldt wat in de weg staat",
    ]


def test_single_items_of_two_lists_on_one_line_are_two() -> None:
    lists = Tag("L", items(At(140, 120, "- Overleggen"), At(260, 120, "- Overlegt op tijd")))
    found = tagged(
        Tag("Table", [
            LISTED,
            Tag("TR", [Tag("TD", [At(40, 120, "Samenwerken")]), Tag("TD", [lists]), Tag("TD")]),
        ])
    )  # fmt: skip
    assert cells(found)[1] == ["Samenwerken", "- Overleggen", "- Overlegt op tijd"]
