"""Pictures, objects, diagrams and drawn letters: what they hold, and where one stands for text."""

from __future__ import annotations

import pytest

from pipeline.document.model import Document, Furniture
from pipeline.readers import read
from tests.unit.readers.docx.test_missing_parts import packed, parts_of
from tests.unit.readers.docx.test_numbering import BULLETS, item
from tests.unit.readers.docx.words import document, p, r, table, word_file
from tests.unit.readers.notation import shown as notation

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
V = "urn:schemas-microsoft-com:vml"


def drawing(inner: str = "", described: str = "", size: str = "") -> str:
    """A run with a drawing that stands in the line."""
    return (
        f'<w:r><w:drawing><x:inline xmlns:x="urn:x">{size}<x:docPr descr="{described}"/>{inner}'
        "</x:inline></w:drawing></w:r>"
    )


def filled(identifier: str) -> str:
    """A picture by its relation."""
    return f'<a:blip xmlns:a="{A}" xmlns:q="{R}" q:embed="{identifier}"/>'


def art(text: str) -> str:
    """A run with WordArt of the older kind."""
    shape = f'<v:shape xmlns:v="{V}"><v:textpath string="{text}"/></v:shape>'
    return f"<w:r><w:pict>{shape}</w:pict></w:r>"


def bullet(inner: str) -> str:
    """A paragraph of a list with what it holds."""
    return p(inner, props='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>')


def codes(found: Document) -> list[str]:
    """The codes of what was told."""
    return [finding.code for finding in found.findings]


PICTURE = drawing()
SHAPE = drawing('<x:wsp xmlns:x="urn:x"/>')
OBJECT = '<w:r><w:object><o:OLEObject xmlns:o="urn:o"/></w:object></w:r>'


@pytest.mark.parametrize(
    "body",
    [
        item("a", 2) + bullet(PICTURE) + item("b", 2),
        bullet(PICTURE),
        item("a", 2) + p(PICTURE) + item("b", 2),
        table([p(r("Taken")), p(r("een")) + p(PICTURE) + p(r("twee"))]),
        table([p(r("Taken")), p(r("een")) + p(PICTURE) + p(PICTURE) + p(r("twee"))]),
    ],
)
def test_a_picture_among_items_or_paragraphs_of_a_cell_is_told(body: str) -> None:
    found = document(body, numbering=BULLETS)

    assert codes(found) == ["BCP131"]
    assert str(found.findings[0].place).startswith("word/document.xml")


@pytest.mark.parametrize(
    "body",
    [
        p(PICTURE) + p(r("tekst")),
        p(r("tekst")) + p(PICTURE) + p(r("tekst")),
        p(r("tekst ")) + p(PICTURE) + item("a", 2),
        p(PICTURE, r("Naam")),
        table([p(PICTURE), p(r("Profiel"))]),
        table([p(r("Profiel")), p(PICTURE)]),
        table([p(PICTURE) + p(r("Waterraad"))]),
        table([p(r("Waterraad")) + p(PICTURE)]),
        item("a", 2) + p(SHAPE) + item("b", 2),
    ],
)
def test_a_picture_that_may_adorn_the_text_is_not_told(body: str) -> None:
    assert not document(body, numbering=BULLETS).findings


def test_a_box_among_items_is_told_as_a_picture_is() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p(r('b'))}</w:txbxContent></w:pict></w:r>"
    found = document(item("a", 2) + bullet(box) + item("c", 2), numbering=BULLETS)

    assert set(codes(found)) == {"BCP123", "BCP131"}


def test_what_a_picture_is_described_as_is_told_with_it() -> None:
    found = document(bullet(drawing(described="Legt aan")), numbering=BULLETS)

    assert found.findings[0].message.endswith("(it is described as 'Legt aan')")


def test_an_object_of_another_program_is_told_once_with_its_places() -> None:
    found = document(p(OBJECT, r("a")) + p(OBJECT), header=p(OBJECT))

    assert codes(found) == ["BCP131"]
    assert found.findings[0].message.endswith("was not read (and at 1 more places)")


def test_a_picture_that_is_written_as_an_object_is_a_picture() -> None:
    inner = f'<v:shape xmlns:v="{V}"><v:imagedata/></v:shape>'

    assert not document(p(f"<w:r><w:object>{inner}</w:object></w:r>")).findings


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (p(r("tekst")) + p("{}"), ["BCP158"]),
        (p("{}") + p(r("tekst")), []),
    ],
)
def test_a_picture_as_large_as_a_page_is_told_below_the_first_text(
    body: str, told: list[str]
) -> None:
    large = '<x:extent cx="6000000" cy="8000000"/>'
    small = '<x:extent cx="6000000" cy="800000"/>'

    assert codes(document(body.format(drawing(size=large)))) == told
    assert not codes(document(body.format(drawing(size=small))))


def test_word_art_stands_beside_the_text_and_is_no_line_of_a_header() -> None:
    found = document(p(art("Concept"), r("tekst")), header=p(art("Proef"), r("Kopregel")))

    assert notation(found.blocks) == (
        "p:tekst; (WordArt: Concept); (WordArt: Proef); (running headers: Kopregel)"
    )
    assert set(codes(found)) == {"BCP123"}


def test_text_that_a_canvas_holds_is_a_box() -> None:
    lines = "".join(
        f"<a:p><a:r><a:t>{line[:2]}</a:t></a:r><a:r><a:t>{line[2:]}</a:t></a:r></a:p>"
        for line in ("Varen", "Zeilen")
    )
    found = document(p(drawing(f'<a:sp xmlns:a="{A}">{lines}</a:sp>'), r("tekst")))

    assert notation(found.blocks) == "p:tekst; (text box: Varen/Zeilen)"


def related(data: bytes, part: str, kind: str, target: str, mode: str = "") -> dict[str, bytes]:
    """The parts of a file in which the relation r7 of a part leads to a target."""
    parts = parts_of(data)
    name = f"word/_rels/{part}.xml.rels"
    empty = f'<Relationships xmlns="{PACKAGE}"></Relationships>'
    listed = parts.get(name, empty.encode()).decode()
    one = f'<Relationship Id="r7" Type="{R}/{kind}" Target="{target}"{mode}/>'
    parts[name] = listed.replace("</Relationships>", f"{one}</Relationships>").encode()
    return parts


def with_diagram(*statements: str) -> bytes:
    """A file that shows a diagram."""
    shown = drawing(f'<d:relIds xmlns:d="{DGM}" xmlns:q="{R}" q:dm="r7"/>')
    data = word_file(p(r("voor")) + p(shown) + p(r("na")))
    parts = related(data, "document", "diagramData", "diagrams/data1.xml")
    points = "".join(
        f"<d:pt><d:t><a:p><a:r><a:t>{statement}</a:t></a:r></a:p></d:t></d:pt>"
        for statement in statements
    )
    model = f'<d:dataModel xmlns:d="{DGM}" xmlns:a="{A}">{points}</d:dataModel>'
    parts["word/diagrams/data1.xml"] = model.encode()
    return packed(parts)


def test_the_text_of_a_diagram_stands_beside_the_text_with_its_place() -> None:
    found = read(with_diagram("Ontvangen", "Afmeren"))

    assert notation(found.blocks) == "p:voor; (diagram: Ontvangen/Afmeren); p:na"
    (box,) = (block for block in found.blocks if isinstance(block, Furniture))
    (first, _) = found.locator.places(sorted(box.text.visible_origins()))
    assert (first.part, codes(found)) == ("word/diagrams/data1.xml", ["BCP123"])
    assert found.source_chars == len("voornaOntvangenAfmeren")


def test_a_diagram_whose_part_is_missing_is_told() -> None:
    parts = parts_of(with_diagram("Ontvangen"))
    del parts["word/diagrams/data1.xml"]

    assert codes(read(packed(parts))) == ["BCP128"]


def pictured(target: str, mode: str = "") -> Document:
    """A document with a picture whose relation has this target."""
    data = word_file(p(drawing(filled("r7")), r("tekst")))
    return read(packed(related(data, "document", "image", target, mode)))


def test_a_picture_that_the_body_shows_and_the_file_lacks_is_told() -> None:
    found = pictured("media/image1.png")

    assert codes(found) == ["BCP128"]
    assert "the picture 'media/image1.png' is not in the file" in found.findings[0].message


def test_a_picture_from_elsewhere_and_one_of_a_header_are_not_told() -> None:
    header = word_file(p(r("tekst")), header=p(drawing(filled("r7"))))

    assert not pictured("https://x.example/a.png", ' TargetMode="External"').findings
    assert not read(packed(related(header, "header", "image", "media/image1.png"))).findings


def test_a_picture_without_a_relation_is_told() -> None:
    found = document(p(drawing(filled("r9")), r("tekst")))

    assert codes(found) == ["BCP128"]
    assert "the picture of the relation 'r9'" in found.findings[0].message
