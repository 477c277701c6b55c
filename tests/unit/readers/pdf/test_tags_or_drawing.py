"""Which reading is taken: tags, unless what is drawn shows the tables that they leave out."""

from __future__ import annotations

from tests.unit.readers.pdf.tagging import At, Tag, tagged

ROWS = [
    ("Werkomgeving", "De dijkwachter werkt buiten, langs het water en in de polder."),
    ("Attitude", "Hij let op, blijft rustig en meldt wat hij niet vertrouwt."),
    ("Complexiteit", "Het water is nooit hetzelfde; ervaring telt zwaar mee."),
    ("Hulpmiddelen", "Een lamp, een kaart, een schop en een telefoon met bereik."),
]
CELLS = [Tag("TD", [At(40, 60, "Sector")]), Tag("TD", [At(140, 60, "Water")])]
FACTS = Tag("Table", [Tag("TR", CELLS)])


def in_rows() -> list[Tag]:
    """Labels and values on one line, each a paragraph by its tag."""
    return [
        Tag("P", [At(x, 100 + 24 * n, text)])
        for n, row in enumerate(ROWS)
        for x, text in zip((40, 140), row, strict=True)
    ]


def below_each_other() -> list[Tag]:
    """The same paragraphs below each other."""
    texts = [text for row in ROWS for text in row]
    return [Tag("P", [At(40, 100 + 24 * n, text)]) for n, text in enumerate(texts)]


def test_rows_that_are_tagged_as_paragraphs_are_read_as_they_are_drawn() -> None:
    found = tagged(FACTS, *in_rows())

    assert found.structure == ("alignment",)
    (finding,) = (f for f in found.findings if f.code == "BCP146")
    assert "of the text, drawn ones" in finding.message


def test_paragraphs_that_stand_below_each_other_are_read_by_their_tags() -> None:
    found = tagged(FACTS, *below_each_other())

    assert found.structure == ("tags",)
    assert "BCP146" not in [finding.code for finding in found.findings]
