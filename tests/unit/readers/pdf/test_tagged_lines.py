"""Where lines of tagged cells end that nothing frames."""

from __future__ import annotations

from pipeline.document.model import Paragraph, Table
from tests.unit.readers.pdf.tagging import At, Tag, tagged

LONG = "De kok bereidt gerechten in de keuken van een hotel, restaurant of instelling."


def names(*lines: str) -> list[str]:
    """The paragraphs of a cell with these lines in one tagged paragraph."""
    paragraph = Tag("P", [At(200, 100 + 12 * n, text) for n, text in enumerate(lines)])
    row = Tag("TR", [Tag("TD", [At(40, 100, "Ontwikkeld door")]), Tag("TD", [paragraph])])
    found = tagged(Tag("Table", [row]), Tag("P", [At(20, 300, LONG)]))
    return [
        block.text.chars
        for table in found.blocks
        if isinstance(table, Table)
        for block in table.rows[0].cells[1].blocks
        if isinstance(block, Paragraph)
    ]


def test_a_column_of_short_lines_ends_where_the_text_does() -> None:
    assert names("Bond van koks", "Adviesbureau W") == ["Bond van koks", "Adviesbureau W"]


def test_a_column_with_a_wrapped_line_ends_where_the_longest_line_does() -> None:
    assert names("Bond van koks", "en kelners") == ["Bond van koks en kelners"]
