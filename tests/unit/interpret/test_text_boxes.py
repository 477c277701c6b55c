"""Text in boxes beside the text: the title of what follows, or left out and told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.document.model import Block, Furniture, Heading, Paragraph
from pipeline.families import load_families
from pipeline.interpret.interpret import Interpretation, interpret
from tests.unit.interpret.specimens import GENERAL, codes, finding, page

ROWS = "".join(
    f"<tr><td>{label}</td><td>{value}</td></tr>"
    for label, value in (line.split("\t") for line in GENERAL.splitlines())
)
ROLE = "<table><tr><td>Afbreukrisico</td><td>Schade.</td></tr></table>"
TITLE = "<h1>Beroepscompetentieprofiel Watersportsector - Havenmeester</h1>"
FIRST = "<h3>1. De havenmeester als gastheer</h3>"
BODY = f"{TITLE}<table>{ROWS}</table><h2>Rollen en competenties</h2>{{}}{ROLE}"


def boxed(body: str, kind: str = "text box") -> Interpretation:
    """The interpretation of a page whose paragraphs in italics stand in boxes."""
    document = page(body)

    def as_box(block: Block) -> Block:
        is_box = isinstance(block, Paragraph) and any(block.text.styles)
        return Furniture(kind, block.text) if is_box and isinstance(block, Paragraph) else block

    blocks = tuple(map(as_box, document.blocks))
    assert any(isinstance(block, Furniture) for block in blocks)
    assert isinstance(blocks[0], Heading | Furniture)
    return interpret(replace(document, blocks=blocks), load_families())


@pytest.mark.parametrize("kind", ["text box", "WordArt"])
def test_a_box_may_be_the_heading_of_a_role(kind: str) -> None:
    found = boxed(BODY.format("<p><i>1. De havenmeester als gastheer</i></p>"), kind)

    (role,) = found.content["roles"]
    assert (role["number"], role["name"]) == (1, "gastheer")
    assert found.ledger.closed
    assert "BCP130" not in codes(found)


def test_a_list_above_names_the_role_of_a_box() -> None:
    overview = "<p>1. De havenmeester als gastheer</p>"
    body = BODY.format(
        f"{overview}<p>Zie hieronder.</p><p><i>1. De havenmeester als gastheer</i></p>"
    )

    assert len(boxed(body).content["roles"]) == 1


def test_a_box_that_says_the_next_heading_opens_nothing() -> None:
    found = boxed(BODY.format(f"<p><i>1. De havenmeester als gastheer</i></p>{FIRST}"))

    assert len(found.content["roles"]) == 1
    assert found.ledger.accounts["text box"] == len("1.Dehavenmeesteralsgastheer")
    assert "BCP130" not in codes(found)


def test_a_box_may_be_the_title() -> None:
    title = "<p><i>Beroepscompetentieprofiel Watersportsector - Havenmeester</i></p>"
    found = boxed(BODY.format(FIRST).replace(TITLE, title))

    assert found.content["sector"] == "Watersportsector"


def test_what_a_box_says_and_nothing_else_is_told() -> None:
    note = "<p><i>Deze tekst over havens staat alleen in een kader.</i></p>"
    found = boxed(BODY.format(FIRST + note))

    assert finding(found, "BCP130").message == (
        "the text of a text box was left out, and stands nowhere else: "
        "`Deze tekst over havens staat alleen in een kader.`"
    )
    assert str(finding(found, "BCP130").place).startswith("line 1")


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("CONCEPT", "text box", False),
        ("Schade.", "text box", False),
        ("Aanleggen", "diagram", True),
        ("Schade", "diagram", False),
    ],
)
def test_stamps_and_what_is_said_elsewhere_are_not_told(text: str, kind: str, told: bool) -> None:
    found = boxed(BODY.format(f"{FIRST}<p><i>{text}</i></p>"), kind)

    assert ("BCP130" in codes(found)) is told
