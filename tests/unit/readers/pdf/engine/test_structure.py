"""The tag tree as a file has it: elements, roles, spans, content; objects of any writing."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.engine import read_marks
from pipeline.readers.pdf.marks import Tagged
from tests.hostile.pdfs import page, pdf
from tests.unit.readers.pdf.engine.object_streams import with_stream_of_objects

Kids = tuple[Tagged | tuple[int, int], ...]


def tree(kids: str, *others: str, roles: str = "", pages: int = 1) -> Tagged | None:
    """The tags of a file whose pages are objects 3 and 6; `others` are objects from 20 on."""
    objects = page()
    objects[1] = (
        "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot << /Type /StructTreeRoot "
        f"/RoleMap << {roles} >> /K {kids} >> >>"
    ).encode()
    if pages == 2:
        objects[6] = objects[3]
        objects[2] = b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>"
    for number, other in enumerate(others, 20):
        objects[number] = other.encode("latin-1")
    return read_marks(pdf(objects)).tags


def kids_of(kids: str, *others: str, roles: str = "", pages: int = 1) -> Kids:
    found = tree(kids, *others, roles=roles, pages=pages)
    return found.kids if found else ()


def test_a_document_without_elements_has_no_tree() -> None:
    assert tree("null") is None
    assert tree("[]") is None
    assert read_marks(pdf(page())).tags is None


def test_elements_have_their_types_and_kids_in_order() -> None:
    found = tree("[20 0 R << /S /H1 >>]", "<< /S /P /Pg 3 0 R /K [4 << /S /Span /K 5 >> 0] >>")

    assert found == Tagged(
        "Document", (Tagged("P", ((1, 4), Tagged("Span", ((1, 5),)), (1, 0))), Tagged("H1", ()))
    )


def test_marked_content_is_of_the_page_that_is_named_last() -> None:
    element = "<< /S /P /Pg 3 0 R /K [1 << /Type /MCR /Pg 6 0 R /MCID 2 >> << /S /Span /K 3 >>] >>"

    assert kids_of(element, pages=2) == (Tagged("P", ((1, 1), (2, 2), Tagged("Span", ((1, 3),)))),)
    # A page that is not there changes nothing; what is on no page is left out.
    assert kids_of("<< /S /P /Pg 3 0 R /K << /Pg 99 0 R /MCID 2 >> >>") == (Tagged("P", ((1, 2),)),)
    assert kids_of("<< /S /P /K [1 << /MCID 2 >>] >>") == (Tagged("P", ()),)


def test_marked_content_of_a_form_has_a_number_of_its_own() -> None:
    (found,) = kids_of("<< /S /P /Pg 3 0 R /K << /MCID 2 /Stm 20 0 R >> >>", "<< >>")

    assert isinstance(found, Tagged)
    assert found.kids == ((1, 20_000_002),)


def test_what_is_no_element_and_no_content_is_left_out() -> None:
    assert kids_of("<< /S /P /Pg 3 0 R /K [(x) 1.5 /N << /Type /OBJR >> << /MCID /N >> 7] >>") == (
        Tagged("P", ((1, 7),)),
    )


@pytest.mark.parametrize(
    ("roles", "kind"),
    [
        ("", "Kop"),
        ("/Kop /H1", "H1"),
        ("/Kop /Titel /Titel /H1", "H1"),
        ("/Kop /Kop", "Kop"),
        ("/Kop /Titel /Titel /Kop", "Kop"),
        (
            " ".join(
                f"/{a} /{b}" for a, b in zip(["Kop", *"abcdefg"], [*"abcdefg", "H1"], strict=True)
            ),
            "H1",
        ),
        (
            " ".join(
                f"/{a} /{b}" for a, b in zip(["Kop", *"abcdefgh"], [*"abcdefgh", "H1"], strict=True)
            ),
            "h",
        ),
        ("/Kop (H1)", "Kop"),
    ],
)
def test_roles_are_mapped_to_standard_ones_as_often_as_needed(roles: str, kind: str) -> None:
    assert kids_of("[<< /S /Kop >> << /S /Kop >>]", roles=roles) == (Tagged(kind, ()),) * 2


@pytest.mark.parametrize(
    ("attributes", "spans"),
    [
        ("/A << /O /Table /ColSpan 2 /RowSpan 3 >>", (2, 3)),
        ("/A [<< /O /Layout >> << /O /Table /ColSpan 2 >> 0]", (2, 1)),
        ("/A [<< /ColSpan 2 >> << /ColSpan 4 >> << /ColSpan 3 >>]", (4, 1)),
        ("/A << /ColSpan 1000 /RowSpan 1001 >>", (1000, 1)),
        ("/A << /ColSpan 0 /RowSpan -2 >>", (1, 1)),
        ("/A << /ColSpan 1.5 /RowSpan (3) >>", (1, 1)),
        ("/A << /ColSpan 20 0 R >>", (5, 1)),
        ("", (1, 1)),
    ],
)
@pytest.mark.parametrize("kind", ["TD", "TH"])
def test_cells_take_the_columns_and_rows_that_they_say(
    kind: str, attributes: str, spans: tuple[int, int]
) -> None:
    (found,) = kids_of(f"<< /S /{kind} {attributes} >>", "5")

    assert isinstance(found, Tagged)
    assert (found.colspan, found.rowspan) == spans


def test_what_is_no_cell_takes_one() -> None:
    (found,) = kids_of("<< /S /P /A << /ColSpan 2 /RowSpan 3 >> >>")

    assert found == Tagged("P", ())


def test_a_tree_that_comes_back_to_itself_ends() -> None:
    found = tree("20 0 R", "<< /S /P /K 20 0 R >>")
    depth = 0
    while found and found.kids:
        (found,) = found.kids  # type: ignore[assignment]
        depth += 1

    assert depth == 201


# Objects, however they are written.


@pytest.mark.parametrize(
    "element",
    [
        "<< /S /P /Pg 3 0 R /K 4 >>",
        "<</S/P/Pg 3 0 R/K 4>>",
        "<</Type /StructElem /S/P /P 19 0 R /Lang (nl-NL) /Pg 3 0 R /K [ 4 ]>>",
        "<< /S /#50 /Pg 3 0 R /K 4 >>",
        "<< /S /P /T (een \\) haak) /Alt <4a4b> /Pg 3 0 R /K 4 >>",
        "<< /S /P /C [1 [2 << /D 3 >>]] /Pg 3 0 R /K 4 >>",
        "<< /S /P /X true /Pg 3 0 R /K 4 >>",
        "<< /S /P % een opmerking\n /Pg 3 0 R /K 4 >>",
        "<< /S /P /N null /Pg 3 0 R /K 4 >>",
        "<< /S /P /N -1.5 /Pg 3 0 R /K +4 >>",
    ],
)
def test_an_element_is_the_same_however_it_is_written(element: str) -> None:
    assert kids_of("20 0 R", element) == (Tagged("P", ((1, 4),)),)


@pytest.mark.parametrize(
    "element",
    ["<< /S /P", "<< /S >>", "<< /S /P ]", "[ /S /P >>", "<< 1 /P >>", "/P /P", "", "7 8"],
)
def test_an_element_that_is_written_wrong_makes_no_other_one_wrong(element: str) -> None:
    found = kids_of("[20 0 R << /S /H1 >>]", element)

    assert found[-1:] == (Tagged("H1", ()),)


def test_an_object_that_is_named_often_is_the_same_each_time() -> None:
    found = kids_of("[20 0 R 20 0 R]", "<< /S /P /Pg 3 0 R /K 4 >>")

    assert found[0] is not None and found[0] == found[1]


def test_an_object_whose_place_holds_another_one_is_asked_of_the_engine() -> None:
    objects = page()
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot << /K [20 0 R << /S /H1 >>] >> >>"
    objects[20] = b"<< /S /P >>"
    data = pdf(objects).replace(b"20 0 obj\n<<", b"21 0 obj\n<<")
    tags = read_marks(data).tags

    assert tags is not None
    assert tags.kids[-1] == Tagged("H1", ())


def test_an_element_in_a_stream_of_objects_is_read() -> None:
    objects = page()
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot << /K 20 0 R >> >>"
    inside = {20: b"<< /S /P /Pg 3 0 R /K 4 >>"}
    tags = read_marks(with_stream_of_objects(objects, inside)).tags

    assert tags is not None
    assert tags.kids == (Tagged("P", ((1, 4),)),)
