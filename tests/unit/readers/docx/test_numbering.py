"""Automatic numbers: which list and level a paragraph has, how it counts, what is printed."""

from __future__ import annotations

import pytest

from tests.unit.readers.docx.words import document, p, r, table
from tests.unit.readers.notation import shown as notation


def level(n: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of an abstract list."""
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(key: int, *levels: str) -> str:
    """An abstract list."""
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def listed(number: int, key: int, overrides: str = "") -> str:
    """A list that refers to an abstract one."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{key}"/>{overrides}</w:num>'


def item(text: str, number: int = 1, at: int = 0) -> str:
    """A paragraph of a list."""
    return p(
        r(text) if text else "",
        props=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>',
    )


def styled(text: str, style: str) -> str:
    """A paragraph in a style."""
    return p(r(text), props=f'<w:pStyle w:val="{style}"/>')


def style(identifier: str, name: str, numbering: str = "", based_on: str = "") -> str:
    """A paragraph style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{f'<w:numPr>{numbering}</w:numPr>' if numbering else ''}</w:pPr></w:style>"
    )


DECIMAL = abstract(1, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)")) + listed(1, 1)
BULLETS = abstract(2, level(0, "bullet", ""), level(1, "bullet", "o")) + listed(2, 2)
OUTLINE = abstract(
    3,
    level(0, "decimal", "%1.", '<w:pStyle w:val="H1"/>'),
    level(1, "decimal", "%1.%2", '<w:pStyle w:val="H2"/>'),
) + listed(3, 3)
LIST_3 = '<w:numId w:val="3"/>'


def blocks(body: str, numbering: str, styles: str = "") -> str:
    """The blocks of a body, in the notation of all readers."""
    return notation(document(body, numbering=numbering, styles=styles).blocks)


@pytest.mark.parametrize(
    "styles",
    [
        style("H1", "heading 1", LIST_3) + style("H2", "heading 2", '<w:ilvl w:val="1"/>', "H1"),
        style("H1", "heading 1", LIST_3) + style("H2", "heading 2", LIST_3),
        style("H1", "heading 1", LIST_3) + style("H2", "heading 2", based_on="H1"),
    ],
)
def test_a_heading_style_has_its_level_from_itself_or_from_the_list_that_names_it(
    styles: str,
) -> None:
    body = styled("Een", "H1") + styled("Twee", "H2") + styled("Drie", "H2") + styled("Vier", "H1")

    assert blocks(body, OUTLINE, styles) == "h1:1. Een; h2:1.1 Twee; h2:1.2 Drie; h1:2. Vier"


def test_a_list_begins_at_the_number_that_it_says() -> None:
    numbering = abstract(1, level(0, "decimal", "%1.", start=0)) + listed(1, 1)

    assert blocks(item("nul") + item("een"), numbering) == "+0=nul; 1=een"


def test_a_list_starts_again_where_its_number_is_overridden() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    body = item("a") + item("b") + item("c", 5) + item("d", 5) + item("e", 1)

    found = blocks(body, DECIMAL + listed(5, 1, start))

    # Lists of one abstract list count on from each other.
    assert found == "+1=a; 2=b; +4=c; 5=d; 6=e"


def test_a_level_that_never_starts_again_counts_through() -> None:
    numbering = abstract(
        1,
        level(0, "decimal", "%1."),
        level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'),
    ) + listed(1, 1)
    body = item("A") + item("b", at=1) + item("C") + item("d", at=1)

    assert blocks(body, numbering) == "+1=A; +1==b; 2=C; 2==d"


def test_lists_that_stand_for_one_style_count_together() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="8"><w:styleLink w:val="S"/>'
        + level(0, "decimal", "%1.")
        + '</w:abstractNum><w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="S"/>'
        "</w:abstractNum>" + listed(8, 8) + listed(9, 9)
    )

    assert blocks(item("a", 8) + item("b", 9), numbering) == "+1=a; 2=b"


def test_numbers_of_higher_levels_are_digits_where_the_list_wants_it() -> None:
    numbering = abstract(
        1, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    ) + listed(1, 1)
    styles = style("H1", "heading 1", '<w:numId w:val="1"/>') + style(
        "H2", "heading 2", '<w:ilvl w:val="1"/>', "H1"
    )

    assert blocks(styled("A", "H1") + styled("B", "H2"), numbering, styles) == "h1:I. A; h2:1.1 B"


def test_an_empty_numbered_paragraph_counts() -> None:
    assert blocks(item("a") + item("") + item("c"), DECIMAL) == "+1=a; 3=c"


def test_a_cell_that_holds_nothing_but_its_number_shows_it() -> None:
    assert blocks(table([item(""), p(r("Naam"))]), DECIMAL) == "{p:1. | p:Naam}"


def test_words_that_a_list_prints_make_its_paragraphs_titles() -> None:
    numbering = abstract(1, level(0, "decimal", "Rol %1:")) + listed(1, 1)

    assert blocks(item("Inrichten") + item("Beheren"), numbering) == (
        "p:Rol 1: Inrichten; p:Rol 2: Beheren"
    )


def test_a_numbered_paragraph_by_itself_is_a_line_with_its_number() -> None:
    body = item("Algemene informatie") + table([p(r("Naam")), p(r("Kok"))]) + item("Rollen")

    assert blocks(body, DECIMAL) == "p:1. Algemene informatie; {p:Naam | p:Kok}; p:2. Rollen"


def test_items_are_a_new_list_after_text_and_in_another_cell() -> None:
    assert blocks(item("a", 2) + p(r("tekst")) + item("b", 2), BULLETS) == "+-a; p:tekst; +-b"
    assert blocks(table([item("a", 2), item("b", 2)]), BULLETS) == "{+-a | +-b}"


def test_the_built_in_list_styles_have_a_depth() -> None:
    styles = style("B", "List Bullet", '<w:numId w:val="2"/>') + style(
        "B2", "List Bullet 2", '<w:numId w:val="4"/>'
    )
    numbering = BULLETS + abstract(4, level(0, "bullet", "-")) + listed(4, 4)
    body = styled("a", "B") + styled("onder a", "B2") + styled("b", "B")

    assert blocks(body, numbering, styles) == "+-a; +--onder a; -b"


LOST = "paragraphs stand in lists that are not in the file"


@pytest.mark.parametrize("numbering", ["", abstract(1, level(0, "bullet", "o")), listed(1, 7)])
def test_paragraphs_of_a_list_that_is_lost_are_items_and_told(numbering: str) -> None:
    found = document(p(r("Zeilen")) + item("knopen") + item("seinen"), numbering=numbering)

    assert notation(found.blocks) == "p:Zeilen; +-knopen; -seinen"
    assert [(f.code, f.message.split(":")[0]) for f in found.findings] == [("BCP128", f"2 {LOST}")]


def test_titles_whose_list_is_lost_are_lines() -> None:
    bold = p(r("Rollen", "<w:b/>"), props='<w:numPr><w:numId w:val="1"/></w:numPr>')
    heading = '<w:pStyle w:val="H"/><w:numPr><w:numId w:val="1"/></w:numPr>'
    body = item("Algemeen") + p(r("tekst")) + bold + item("knopen") + p(r("Trends"), props=heading)

    assert blocks(body, "", style("H", "heading 1")) == (
        "p:Algemeen; p:tekst; p:*Rollen*; -knopen; h1:Trends"
    )


def test_one_item_of_a_lost_list_in_a_cell_is_an_item() -> None:
    assert blocks(table([item("knopen")]), "") == "{+-knopen}"


def test_an_empty_paragraph_of_a_lost_list_and_one_in_a_header_are_not_told() -> None:
    found = document(p(r("Zeilen")) + item(""), header=item("kop"))

    assert not found.findings


@pytest.mark.parametrize(
    ("first", "told"),
    [(level(0, "bullet", "•"), 0), (level(0, "decimal", "%1."), 1)],
)
def test_a_level_below_bullets_that_the_list_lacks_is_one_of_bullets(first: str, told: int) -> None:
    found = document(
        item("a") + item("b", at=1) + item("c"), numbering=abstract(1, first) + listed(1, 1)
    )

    assert "--b" in notation(found.blocks)
    assert len(found.findings) == told


@pytest.mark.parametrize("sign", ["•", "-", "–", "\uf0b7"])
def test_a_number_that_is_printed_as_a_sign_is_a_bullet(sign: str) -> None:
    numbering = abstract(1, level(0, "decimal", sign)) + listed(1, 1)

    assert blocks(item("a") + item("b"), numbering) == "+-a; -b"


def test_an_automatic_number_is_a_character_of_the_document() -> None:
    found = document(
        styled("Onderdeel", "H1"), numbering=OUTLINE, styles=style("H1", "heading 1", LIST_3)
    )

    assert found.source_chars == len("1.Onderdeel")
    assert found.locator.places([found.source_chars])[0].path == "/w:document/w:body/w:p"


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        ('<w:outlineLvl w:val="1"/>', "h2:Tekst"),
        ('<w:outlineLvl w:val="9"/>', "p:Tekst"),
        ('<w:pStyle w:val="H1"/><w:outlineLvl w:val="9"/>', "p:Tekst"),
        ('<w:pStyle w:val="H1"/><w:outlineLvl w:val="8"/>', "h6:Tekst"),
    ],
)
def test_the_outline_level_of_a_paragraph_stands_above_its_style(
    properties: str, shown: str
) -> None:
    assert blocks(p(r("Tekst"), props=properties), "", style("H1", "heading 1")) == shown
