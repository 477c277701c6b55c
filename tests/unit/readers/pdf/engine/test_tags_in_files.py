"""The tag tree as the file has it: roles, spans, and references that lead nowhere or in circles."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.engine.state import id_of, id_of_object
from pipeline.readers.pdf.marks import Tagged
from tests.unit.readers.pdf.engine.sheets import Sheet


def tree(root: str, *others: str) -> Tagged | None:
    """The tags of a page: object 20 is the root, the others follow."""
    return Sheet(
        "", others=[f"<< /Type /StructTreeRoot {root} >>", *others],
        catalog="/StructTreeRoot 20 0 R",
    ).marks().tags  # fmt: skip


def only(found: Tagged | None) -> Tagged:
    """The only element below the root."""
    assert found is not None
    (kid,) = found.kids
    assert isinstance(kid, Tagged)
    return kid


def test_elements_hold_elements_and_content_in_their_order() -> None:
    found = tree("/K 21 0 R", "<< /S /P /Pg 3 0 R /K [1 << /S /Span /K 2 >> 3] >>")

    assert only(found) == Tagged("P", ((1, 1), Tagged("Span", ((1, 2),)), (1, 3)))


def test_no_tree_and_an_empty_one_are_none() -> None:
    assert Sheet("").marks().tags is None
    assert tree("") is tree("/K []") is tree("/K 5") is None


def test_content_is_of_the_page_that_it_names_or_its_element_does() -> None:
    on_page = "<< /Type /MCR /Pg 3 0 R /MCID 4 >>"
    assert only(tree("/K << /S /P /K 4 >>")).kids == ()
    assert only(tree("/K << /S /P /K << /Type /MCR /MCID 4 >> >>")).kids == ()
    assert only(tree(f"/K << /S /P /K {on_page} >>")).kids == ((1, 4),)
    assert only(tree("/K << /S /P /Pg 3 0 R /K << /Type /MCR /MCID 4 >> >>")).kids == ((1, 4),)
    assert only(tree("/K << /S /P /Pg 9 0 R /K 4 >>")).kids == ()


def test_content_of_a_form_is_named_by_its_object() -> None:
    mcr = "<< /Type /MCR /Pg 3 0 R /Stm 30 0 R /MCID 4 >>"

    assert only(tree(f"/K << /S /P /K {mcr} >>")).kids == ((1, id_of(4, 30)),)
    assert only(tree("/K << /S /P /K << /Type /MCR /Pg 3 0 R /MCID (4) >> >>")).kids == ()


def test_an_object_is_named_by_its_number() -> None:
    objr = "<< /Type /OBJR /Pg 3 0 R /Obj {} >>"

    assert only(tree(f"/K << /S /Form /K {objr.format('30 0 R')} >>")).kids == (
        (1, id_of_object(30)),
    )
    assert only(tree(f"/K << /S /Form /K {objr.format('5')} >>")).kids == ()
    assert only(tree("/K << /S /Form /K << /Type /OBJR /Obj 30 0 R >> >>")).kids == ()


def test_ids_of_pages_forms_and_objects_differ() -> None:
    assert (id_of(7, None), id_of_object(0)) == (7, -1)
    assert len({id_of(7, None), id_of(7, 3), id_of(7, 4), id_of_object(3), id_of_object(4)}) == 5


def test_what_is_neither_element_nor_content_is_left_out() -> None:
    assert only(tree("/K << /S /P /K [<< /Type /X >> (x) null 99 0 R] >>")).kids == ()


@pytest.mark.parametrize(
    ("roles", "kind"),
    [
        ("", "Kop"), ("/Kop /H1", "H1"), ("/Kop /Titel /Titel /H1", "H1"), ("/Kop /Kop", "Kop"),
        ("/Kop 5", "Kop"), ("/Kop /Titel /Titel /Kop", "Kop"),
    ],
)  # fmt: skip
def test_roles_are_mapped_until_one_is_mapped_no_more(roles: str, kind: str) -> None:
    assert only(tree(f"/RoleMap << {roles} >> /K << /S /Kop >>")).kind == kind


@pytest.mark.parametrize(("maps", "kind"), [(8, "R8"), (9, "R8")])
def test_a_role_is_mapped_eight_times(maps: int, kind: str) -> None:
    roles = " ".join(f"/R{n} /R{n + 1}" for n in range(maps))

    assert only(tree(f"/RoleMap << {roles} >> /K << /S /R0 >>")).kind == kind


@pytest.mark.parametrize(
    ("attributes", "spans"),
    [
        ("<< /O /Table /ColSpan 2 /RowSpan 3 >>", (2, 3)), ("<< >>", (1, 1)), ("5", (1, 1)),
        ("[<< /ColSpan 4 >> 0 << /RowSpan 5 >>]", (4, 5)), ("<< /ColSpan 1000 >>", (1000, 1)),
        ("<< /ColSpan 1001 >>", (1, 1)), ("<< /ColSpan 0 /RowSpan -2 >>", (1, 1)),
        ("<< /ColSpan (2) >>", (1, 1)), ("<< /ColSpan 2.5 >>", (1, 1)),
    ],
)  # fmt: skip
def test_a_cell_takes_what_its_attributes_say(attributes: str, spans: tuple[int, int]) -> None:
    for kind in ("TD", "TH"):
        cell = only(tree(f"/K << /S /{kind} /A {attributes} >>"))
        assert (cell.colspan, cell.rowspan) == spans
    other = only(tree(f"/K << /S /P /A {attributes} >>"))
    assert (other.colspan, other.rowspan) == (1, 1)


def test_elements_are_read_two_hundred_deep() -> None:
    found = tree("/K 21 0 R", "<< /S /Sect /K 21 0 R >>")

    depth = 0
    while found is not None:
        assert len(found.kids) <= 1
        kid = next(iter(found.kids), None)
        found = kid if isinstance(kid, Tagged) else None
        depth += 1
    assert depth == 202


def test_a_tree_that_cannot_be_read_is_told_and_the_page_is_read() -> None:
    marks = Sheet(
        "BT /F 10 Tf (a) Tj ET", others=["<< /K 21 0 R >>", "<< /Length 9 >> stream"],
        catalog="/StructTreeRoot 20 0 R",
    ).marks()  # fmt: skip

    assert len(marks.pages[0].runs) == 1
    assert marks.tags is None
