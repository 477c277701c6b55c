"""Rows and labels that a page end cuts, as a PDF shows them."""

from __future__ import annotations

from pipeline.document.model import Block, Cell, Heading, PageEnd, Paragraph, Row, Table
from pipeline.document.text import plain
from pipeline.interpret.claims import Claims
from pipeline.interpret.outline import Entry
from pipeline.interpret.walk import walk
from tests.unit.interpret.specimens import LAYOUT


def cell(*texts: str, goes_on: bool = False) -> Cell:
    """A cell of paragraphs; with `goes_on` the first continues one of the page before."""
    return Cell(
        tuple(
            Paragraph(plain(text), own_block=number > 0 or not goes_on)
            for number, text in enumerate(texts)
        )
    )


def table(*rows: tuple[Cell, ...]) -> Table:
    """A table of rows of cells."""
    return Table(tuple(Row(cells) for cells in rows))


def found(*blocks: Block) -> list[str]:
    """Each label with its field and the texts of its value's cells."""
    outline = walk(blocks, LAYOUT, Claims())
    return [_line(entry) for part in outline.root.walk() for entry in part.entries]


def _line(entry: Entry) -> str:
    value = " | ".join(
        block.text.chars
        for value_cell in entry.cells
        for block in value_cell.blocks
        if isinstance(block, Paragraph)
    )
    return f"{entry.label.chars} -> {entry.field or '?'}: {value}"


def test_a_label_that_a_page_end_cuts_between_words_is_one() -> None:
    before = table((cell("Rollen in het"), cell("Planner")))
    after = table((cell("beroep:"), cell("Gastheer")))

    assert found(before, PageEnd(), after) == ["Rollen in het beroep: -> roles: Planner | Gastheer"]


def test_a_label_that_a_page_end_cuts_inside_a_word_is_one() -> None:
    before = table((cell("Kennis en vaardighe-"), cell("Kennis")))
    after = table((cell("den"), cell("Hij kent het vak.")))

    (line,) = found(before, PageEnd(), after)

    assert line.startswith("Kennis en vaardigheden -> description.knowledge_and_skills")


def test_a_label_that_a_page_end_cuts_without_a_hyphen_is_one() -> None:
    before = table((cell("Arbeidsmarktinformati"), cell("Er zijn veel")))
    after = table((cell("e", goes_on=True), cell("vacatures.", goes_on=True)))

    assert found(before, PageEnd(), after) == [
        "Arbeidsmarktinformatie -> trends.labour_market: Er zijn veel | vacatures."
    ]


def test_a_new_label_on_the_next_page_is_new() -> None:
    before = table((cell("Naam BCP"), cell("Havenmeester")))
    after = table((cell("Versie"), cell("3")))

    assert found(before, PageEnd(), after) == [
        "Naam BCP -> name: Havenmeester",
        "Versie -> version: 3",
    ]


def test_what_stands_above_its_label_is_its_value() -> None:
    before = table(
        (cell("Attitude"), cell("Rustig.")), (cell(), cell("De medewerker werkt binnen de"))
    )
    after = table((cell("Complexiteit"), cell("begroting van het bestuur.", goes_on=True)))

    assert found(before, PageEnd(), after) == [
        "Attitude -> description.attitude: Rustig.",
        "Complexiteit -> description.complexity: "
        "De medewerker werkt binnen de | begroting van het bestuur.",
    ]


def test_an_unlabelled_row_without_a_cut_sentence_stays_where_it_is() -> None:
    before = table((cell("Attitude"), cell("Rustig.")), (cell(), cell("Vriendelijk.")))
    after = table((cell("Complexiteit"), cell("Het werk wisselt.")))

    assert found(before, PageEnd(), after) == [
        "Attitude -> description.attitude: Rustig. | Vriendelijk.",
        "Complexiteit -> description.complexity: Het werk wisselt.",
    ]


def test_labels_may_stand_above_their_values_in_one_cell() -> None:
    form = table((cell("Naam BCP", "Havenmeester"), cell("Versie", "3")))

    assert found(form) == ["Naam BCP -> name: Havenmeester", "Versie -> version: 3"]


def test_items_that_open_a_page_go_on_with_the_open_value() -> None:
    before = table((cell("Attitude"), cell("Zij zijn:", "\u2022 rustig;")))
    after = Table((Row((Cell((Paragraph(plain("\u2022 vriendelijk."), own_block=True),), 2),)),))

    assert found(before, PageEnd(), after) == [
        "Attitude -> description.attitude: Zij zijn: | \u2022 rustig; | \u2022 vriendelijk."
    ]


def test_a_row_of_one_cell_that_names_a_section_is_its_title() -> None:
    title = Table((Row((Cell((Paragraph(plain("Trends en ontwikkelingen")),), 2),)),))
    rows = table((cell("Arbeidsmarkt"), cell("Er zijn veel vacatures.")))

    assert found(Table((*title.rows, *rows.rows))) == [
        "Trends en ontwikkelingen -> trends.developments: ",
        "Arbeidsmarkt -> trends.labour_market: Er zijn veel vacatures.",
    ]


def test_names_beside_indicators_go_on_over_a_page_end_below_a_rest_without_a_name() -> None:
    role = Paragraph(plain("1. De kok als gastheer"), own_block=True)
    title = Paragraph(plain("Competenties"), own_block=True)
    before = table((cell("Ontvangen"), cell("Begroet elke gast bij de deur.", "Wijst een tafel")))
    after = table(
        (cell(), cell("aan het raam.", goes_on=True)),
        (cell("Rekenen"), cell("Rekent zonder fouten af.")),
    )

    assert found(role, title, before, PageEnd(), after)[-1].endswith(
        "| Wijst een tafel | aan het raam. | Rekent zonder fouten af."
    )


def test_a_name_that_a_page_leaves_without_its_indicators_is_one_still() -> None:
    role = Paragraph(plain("1. De kok als gastheer"), own_block=True)
    before = table(
        (cell("Competenties"), cell("Ontvangen"), cell("Begroet elke gast.")),
        (cell(), cell("Rekenen"), cell()),
    )
    after = table((cell(), cell(), cell("Rekent zonder fouten af.")))
    outline = walk((role, before, PageEnd(), after), LAYOUT, Claims())
    (entry,) = (entry for part in outline.root.walk() for entry in part.entries)

    blocks = [block for value in entry.cells for block in value.blocks]
    assert [isinstance(block, Heading) for block in blocks] == [True, False, True, False]
