"""Complex fields: what their marks hide, also where one of these is deleted, lost or misplaced."""

from __future__ import annotations

import pytest

from pipeline.document.model import Document
from tests.unit.readers.docx.words import document, p, r, table
from tests.unit.readers.notation import shown as notation


def mark(kind: str) -> str:
    """A run with a mark of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(chars: str) -> str:
    """A run with the code of a field."""
    return f"<w:r><w:instrText>{chars}</w:instrText></w:r>"


def deleted(*runs: str) -> str:
    """Runs that a tracked change deletes."""
    return f'<w:del w:id="1" w:author="A">{"".join(runs)}</w:del>'


BEGIN, SEPARATE, END = mark("begin"), mark("separate"), mark("end")
REF = BEGIN + code("REF helling")


def told(found: Document) -> list[str]:
    """The codes and messages of what was told of fields."""
    return [f.message for f in found.findings if f.code == "BCP129"]


@pytest.mark.parametrize(
    "body",
    [
        p(REF, deleted(END), r("Zeil")),
        p(deleted(REF), END, r("Zeil")),
        p(REF, SEPARATE, r("Zeil"), deleted(END)),
        p(deleted(REF, SEPARATE), r("Zeil"), deleted(END)),
    ],
)
def test_a_mark_that_is_deleted_pairs_all_the_same(body: str) -> None:
    found = document(body + p(r("Mast")))

    assert notation(found.blocks) == "p:Zeil; p:Mast"
    assert not told(found)


@pytest.mark.parametrize("marks", [REF, REF + SEPARATE, BEGIN])
def test_what_follows_a_field_that_never_ends_is_shown_and_told(marks: str) -> None:
    found = document(p(marks, r("Zeil")) + table([p(r("Mast"))]) + p(r("Roer")))

    assert notation(found.blocks) == "p:Zeil; {p:Mast}; p:Roer"
    (message,) = told(found)
    assert "never ends" in message


def test_a_field_ends_in_the_cell_that_it_begins_in() -> None:
    found = document(table([p(REF, r("Zeil")), p(r("Mast"), END)]) + p(r("Roer")))

    assert notation(found.blocks) == "{p:Zeil | p:Mast}; p:Roer"
    assert len(told(found)) == 1


def test_the_end_of_an_outer_field_does_not_end_one_whose_own_is_lost() -> None:
    contents = p(BEGIN, code('TOC \\o "1-3"'), SEPARATE, r("Rollen"), REF)
    found = document(contents + p(r("Taken")) + p(END) + p(r("Zeil")))

    assert notation(found.blocks) == (
        "(table of contents: Rollen); (table of contents: Taken); p:Zeil"
    )
    assert len(told(found)) == 1


def test_a_field_may_stand_around_a_table() -> None:
    table_of_contents = table([p(r("Rollen")), p(r("3"))])
    found = document(p(BEGIN, code("TOC"), SEPARATE) + table_of_contents + p(END) + p(r("Zeil")))

    assert notation(found.blocks) == (
        "{(table of contents: Rollen) | (table of contents: 3)}; p:Zeil"
    )
    assert not told(found)


def test_text_in_a_code_where_no_program_writes_any_is_told() -> None:
    found = document(p(REF, r("Zeil"), END, r("Mast")))

    assert notation(found.blocks) == "p:Mast"
    assert told(found) == ["text in the code of a field is not shown: `Zeil`"]


@pytest.mark.parametrize(
    "body",
    [p(code("REF helling"), r("Mast")), p(REF, SEPARATE, code("REF helling"), r("Mast"), END)],
)
def test_a_code_where_no_field_has_one_is_told(body: str) -> None:
    found = document(body)

    assert notation(found.blocks) == "p:Mast"
    assert told(found) == ["a code that is in no field is not shown: `REF helling`"]


def test_what_a_field_in_a_code_results_in_may_be_code() -> None:
    inner = f"{BEGIN}{code('= 1 + 2')}{SEPARATE}{code('3')}{END}"
    found = document(p(BEGIN, code("IF "), inner, code("> 2"), SEPARATE, r("Zeil"), END))

    assert notation(found.blocks) == "p:Zeil"
    assert not told(found)


def test_a_code_may_go_on_over_paragraphs_and_hold_a_hyphen() -> None:
    hyphen = "<w:r><w:noBreakHyphen/></w:r>"
    found = document(p(BEGIN, code("IF a"), hyphen) + p(code("b"), SEPARATE, r("Zeil"), END))

    assert notation(found.blocks) == "p:Zeil"
    assert not told(found)


def test_marks_without_a_beginning_hide_nothing() -> None:
    assert notation(document(p(SEPARATE, r("Zeil"), END, r(" op"))).blocks) == "p:Zeil op"


def test_of_fields_in_a_header_nothing_is_told() -> None:
    header = p(BEGIN, code("PAGE"), r("1"))

    assert not told(document(p(r("Zeil")), header=header))
    assert len(told(document(p(REF), header=header))) == 1
