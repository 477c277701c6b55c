"""Cells that end or go on below, rows that are not shown, and content in more than one form."""

from __future__ import annotations

from pipeline.readers import read
from tests.unit.readers.docx.words import W, document, p, r, shown, table, word_file
from tests.unit.readers.notation import shown as notation

MC = (
    f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:other="urn:another-program"'
)


def blocks(body: str, **parts: str) -> str:
    """The blocks of a body, in the notation of all readers."""
    return notation(document(body, **parts).blocks)


def alternatives(requires: str, choice: str, fallback: str) -> str:
    """The blocks of a body whose content has two forms."""
    forms = (
        f'<mc:AlternateContent><mc:Choice Requires="{requires}">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )
    found = read(word_file(forms if "w:p" in choice else p(f"<w:r>{forms}</w:r>"), namespaces=MC))
    return notation(found.blocks)


def cell(text: str, properties: str = "") -> str:
    """A table cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(r(text))}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_a_wide_cell_ends_the_merged_cell_that_stands_above_its_last_column() -> None:
    rows = (
        row(cell("taak"), cell("omschrijving", RESTART))
        + row(cell("tussenkop", '<w:gridSpan w:val="2"/>'))
        + row(cell("taak"), cell("ook dit staat er", CONTINUE))
    )

    assert blocks(f"<w:tbl>{rows}</w:tbl>") == (
        "{p:taak | p:omschrijving // 1x2>p:tussenkop // p:taak | p:ook dit staat er}"
    )


def test_a_deleted_cell_and_a_hidden_row_are_gone() -> None:
    rows = (
        row(cell("weg", '<w:cellDel w:id="1" w:author="A"/>'), cell("hier"))
        + row(cell("verborgen"), properties="<w:hidden/>")
        + row(cell("onder"))
    )

    assert blocks(f"<w:tbl>{rows}</w:tbl>") == ("{p:hier // p:onder}; (hidden text: verborgen)")
    assert document(f"<w:tbl>{rows}</w:tbl>").markup == {"deleted text": 3}


def test_of_alternative_content_the_form_that_is_understood_is_read() -> None:
    assert alternatives("wps", "<w:t>nieuw</w:t>", "<w:t>oud</w:t>") == "p:nieuw"
    assert alternatives("other", "<w:t>vreemd</w:t>", "<w:t>gewoon</w:t>") == "p:gewoon"
    assert alternatives("wps", p(r("nieuw")), p(r("oud"))) == "p:nieuw"


def test_rows_in_alternative_content_are_read_once() -> None:
    forms = (
        f'<w:tbl><mc:AlternateContent><mc:Choice Requires="wps">{row(cell("Naam"))}</mc:Choice>'
        f"<mc:Fallback>{row(cell('Naam'))}</mc:Fallback></mc:AlternateContent></w:tbl>"
    )
    found = read(word_file(forms, namespaces=MC))

    assert notation(found.blocks) == "{p:Naam}"
    assert found.source_chars - sum(found.markup.values()) == 4


def test_a_nested_table_stands_in_its_cell() -> None:
    assert shown(table([p(r("a")) + table([p(r("b"))])])) == ["a", "b"]
