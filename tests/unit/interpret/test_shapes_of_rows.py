"""What a row of a table is taken for: the shapes that fit it, the surest first.

A row is shown as `shape`, or as `shape > rival > rival` where others fit it as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from pipeline.document.model import Block, Cell, PageEnd, Paragraph, Row, Table
from pipeline.document.text import plain
from pipeline.families.model import Family
from pipeline.interpret import rows
from pipeline.interpret.claims import Claims
from pipeline.interpret.proposals import Shape
from pipeline.interpret.shapes import SHAPES, Context
from pipeline.interpret.walk import walk
from tests.unit.interpret.specimens import CORE_TASKS, LAYOUT, page, tabs

Proposer = Callable[[Context], Shape | None]


def ranked(blocks: tuple[Block, ...], family: Family) -> list[list[tuple[Proposer, Shape]]]:
    """For each row, in order, what is proposed by whom, the surest first."""
    found: list[tuple[Context, list[tuple[Proposer, Shape]]]] = []

    def recorded(propose: Proposer) -> Proposer:
        def proposed(context: Context) -> Shape | None:
            if not found or found[-1][0] is not context:
                found.append((context, []))
            shape = propose(context)
            if shape is not None:
                found[-1][1].append((propose, shape))
            return shape

        return proposed

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "SHAPES", tuple(map(recorded, SHAPES)))
        walk(blocks, family, Claims())
    return [sorted(proposals, key=lambda item: -item[1].strength) for _, proposals in found]


def shapes(blocks: tuple[Block, ...], family: Family) -> list[str]:
    """The rows in the notation of this module; `label and value` fits nearly each, unsaid."""
    return [
        " > ".join(shape.name for n, (_, shape) in enumerate(row) if not n or shape.strength > 50)
        for row in ranked(blocks, family)
    ]


def blocks_of(source: str) -> tuple[Block, ...]:
    """The blocks of HTML or of tabbed text."""
    return (page(source) if source.startswith("<") else tabs(source)).blocks


def grid(*cells: str | tuple[str, ...], goes_on: bool = False) -> Table:
    """A table of one row; with `goes_on` its paragraphs continue those of the page before."""
    return Table(
        (
            Row(
                tuple(
                    Cell(
                        tuple(
                            Paragraph(plain(text), own_block=not goes_on)
                            for text in ((cell,) if isinstance(cell, str) else cell)
                            if text
                        )
                    )
                    for cell in cells
                )
            ),
        )
    )


PAIR = "label and value"
NAME = "name beside indicators"
HEADS = "names beside indicators"
TASK = "<h2>Kerntaken</h2><h3>Kerntaak 1: Verzorgt bijen</h3>"
WIDE = "<tr><td colspan=2>"

CASES: dict[str, tuple[Family, str, list[str]]] = {
    "a label beside its value": (LAYOUT, "Versie\t3", [PAIR]),
    "a label that no family knows": (LAYOUT, "Rijbewijs\tB", [PAIR]),
    "a row of labels, with values below": (
        LAYOUT,
        "Naam BCP:\tdatum:\tversie:\nHavenmeester\t2 maart 2026\t3",
        ["head row", "values below a head row"],
    ),
    "a value that reads like a label": (LAYOUT, "Sector\tNaam\nVersie\t3", [PAIR, PAIR]),
    "heads of the two columns": (
        LAYOUT,
        "Onderwerp\tBeschrijving\nVersie\t3",
        ["column heads", PAIR],
    ),
    "a label over its value": (
        LAYOUT,
        f"<table>{WIDE}Attitude{WIDE}Zijn open.</table>",
        [PAIR, "value below its label"],
    ),
    "text that is too long for a label, below no label": (
        LAYOUT,
        f"<table><tr><td>Attitude<td>Open{WIDE}{'Zij werken in de haven. ' * 6}</table>",
        [PAIR, "more of the value"],
    ),
    "a known label over a long value in the same cell": (
        LAYOUT,
        f"<table><tr><td>Complexiteit<td>Open<tr><td><p>Attitude</p><p>{'Zij zijn open. ' * 9}<td>"
        "</table>",
        [PAIR, "label above value in the only cell > more of the value"],
    ),
    "an empty label cell": (LAYOUT, "Attitude\tOpen\n\tEerlijk", [PAIR, "the value goes on"]),
    "the heading of a role": (
        LAYOUT,
        "1. De havenmeester als gastheer\t\nAfbreukrisico\tSchade.",
        ["titles of nodes", PAIR],
    ),
    "names beside their indicators": (
        LAYOUT,
        "1. De havenmeester als gast\t\nCompetentie\tGedragsindicatoren\nSamenwerken\tLuistert",
        ["titles of nodes", "names beside indicators", "name beside indicators"],
    ),
    "the label of the name of a role": (
        LAYOUT,
        "4. Rollen en competenties\nNaam van de rol\t1. Gastheer\nAfbreukrisico\tSchade.",
        ["name of a node", PAIR],
    ),
    "a role as the overview names it": (
        LAYOUT,
        "Overzicht rollen\t1. Gastheer<br>2. Planner\n1. Gastheer\t\nAfbreukrisico\tSchade.",
        [PAIR, "title as in the overview", PAIR],
    ),
    "a section": (
        LAYOUT,
        "2. Beschrijving van het beroep\t\nAttitude\tOpen",
        ["title of a section", PAIR],
    ),
    "a section that is a label, over both columns": (
        LAYOUT,
        f"<table>{WIDE}Trends en ontwikkelingen<tr><td>Arbeidsmarkt<td>Er is werk.</table>",
        ["title of a section that is a label", PAIR],
    ),
    "lines of labels and values": (
        LAYOUT,
        "Gegevens over dit stuk\tVersie: 3<br>Datum: 2 maart 2026\nSector\tHaven",
        ["lines of labels and values", PAIR],
    ),
    "a label and its value in each cell": (
        LAYOUT,
        "<table><tr><td><p>Naam BCP<p>Havenmeester<td><p>Versie<p>3</table>",
        ["label above value in each cell"],
    ),
    "the title of a core task over its rows": (
        CORE_TASKS,
        f"<table>{WIDE}Kerntaak 1: Verzorgt bijen<tr><td>Proces<td>Zij kijkt.</table>",
        ["titles of nodes", PAIR],
    ),
    "the code of a core task beside its title": (
        CORE_TASKS,
        "<table><tr><td>Kerntaak 1<td>Verzorgt bijen<tr><td>Proces<td>Zij kijkt.</table>",
        ["titles of nodes", PAIR],
    ),
    "a task and its process in a row": (
        CORE_TASKS,
        "B1-K1: Verzorgt bijen\tB1-K1-W1: Opent de kast",
        ["titles of nodes > title beside its text"],
    ),
    "the heads of columns of titles": (
        CORE_TASKS,
        "Kerntaak\tWerkproces\nVerzorgt bijen\t1.1 Opent de kast",
        ["columns of titles", "titles of nodes"],
    ),
    "a title with the first label on its line": (
        CORE_TASKS,
        f"{TASK}<table><tr><td>B1-K1-W1: Opent de kast Omschrijving<td>Zij kijkt.</table>",
        ["label on the line of the title > title beside its text"],
    ),
    "a title beside the text of its node": (
        CORE_TASKS,
        "<h2>Kernopgaven</h2><table><tr><td>Kernopgave 1: Tempo"
        "<td>De imker staat voor de keuze. Zij wacht, of zij werkt door.</table>",
        ["title beside its text"],
    ),
    "a label and its value in the one cell of a row": (
        LAYOUT,
        "<table><tr><td>Complexiteit<td>Hoog<tr><td colspan=2><p>Attitude</p><p>Zij zijn open.</p>"
        "</table>",
        [PAIR, "label above value in the only cell"],
    ),
    "heads above rows of trends": (
        LAYOUT,
        "3. Trends en innovaties\n\nOntwikkeling\tBetekenis voor het beroep\n"
        "1. Demografie\tEr komen ouderen.",
        ["column heads of trends", PAIR],
    ),
    "a table of competencies in a cell": (
        CORE_TASKS,
        f"{TASK}<table><tr><td>Competenties<td><table><tr><td>Competentie<td>Component(en)"
        "<tr><td>Plannen<td>Doelen</table></table>",
        ["table of records in a cell", "columns of a record", "row of a record"],
    ),
    "core challenges with their numbers, one in a row": (
        CORE_TASKS,
        "<h2>Kernopgaven</h2><table><tr><td>Nr<td>Kernopgave<td>Omschrijving"
        "<tr><td>1<td>Tempo<td>De imker staat voor de keuze.</table>",
        ["columns of a record", "row of a record"],
    ),
    "competencies, one in a row": (
        CORE_TASKS,
        f"{TASK}<table><tr><td>Competentie<td>Component(en)<td>Prestatie-indicator"
        "<tr><td>Plannen<td>Doelen<td>Zij stelt doelen.</table>",
        ["columns of a record", "row of a record"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_of_the_shapes_that_fit_a_row_the_surest_is_taken(case: str) -> None:
    family, source, expected = CASES[case]

    assert shapes(blocks_of(source), family) == expected


def cut(table: Table) -> Table:
    """The table with a page end in its last row."""
    *rows, last = table.rows
    return replace(table, rows=(*rows, replace(last, goes_on=True)))


SEAMS: dict[str, tuple[tuple[Block, ...], list[str]]] = {
    "a label that the page end cuts": (
        (grid("Kennis en vaardighe-", "Kennis"), PageEnd(), grid("den", "Zij kent.")),
        [PAIR, "label over a page end"],
    ),
    "a label that Word repeats": (
        (grid("Attitude", "Open en"), PageEnd(), grid("Attitude", "eerlijk.")),
        [PAIR, "label that stands again"],
    ),
    "a label below the first half of its value": (
        (
            grid("Attitude", "Open."),
            grid("", "Zij werkt binnen de"),
            PageEnd(),
            grid("Complexiteit", "begroting.", goes_on=True),
        ),
        [PAIR, "the value goes on", "label below a page end"],
    ),
    "a label that went over to the next page as a whole": (
        (
            grid("Attitude", "Open."),
            cut(grid("", "Kennis")),
            PageEnd(),
            grid("Complexiteit", "Zij kent de begroting."),
        ),
        [PAIR, "the value goes on", "label below a page end"],
    ),
    "a label below a row that was drawn to its end": (
        (
            grid("Attitude", "Open."),
            grid("", "Kennis"),
            PageEnd(),
            grid("Complexiteit", "Zij kent de begroting."),
        ),
        [PAIR, "the value goes on", PAIR],
    ),
    "heads that stand again, and a name below them": (
        (
            *blocks_of("<h2>Rollen</h2><h3>1. De havenmeester als gastheer</h3>"),
            *blocks_of("Competentie\tGedragsindicatoren\nGastvrijheid\tBegroet bezoekers"),
            PageEnd(),
            *blocks_of("Competentie\tGedragsindicatoren\nOverzicht\tKent de drukke dagen"),
        ),
        [HEADS, NAME, f"column heads that stand again > {HEADS} > label that stands again", NAME],
    ),
    "a name whose indicators stand on the next page": (
        (
            *blocks_of("<h2>Rollen</h2><h3>1. De havenmeester als gastheer</h3>"),
            *blocks_of("Competentie\tGedragsindicatoren\nGastvrijheid\tBegroet\nOverzicht\t"),
            PageEnd(),
            grid("", "Kent de drukke dagen"),
        ),
        [HEADS, NAME, NAME, "the value goes on"],
    ),
    "the rest of a label beside nothing": (
        (grid("Vaste", "Kennis"), PageEnd(), grid("gewoonten", "")),
        [PAIR, "label over a page end"],
    ),
    "the rest of the title of a trend, which is a label by itself": (
        (
            *blocks_of("<h2>Trends en innovaties</h2>"),
            grid("1. Sociaal-culturele", "Er komen meer"),
            PageEnd(),
            grid("ontwikkelingen", "bezoekers.", goes_on=True),
        ),
        [PAIR, "label over a page end"],
    ),
    "a name at the top of a page": (
        (
            *blocks_of("<h2>Rollen</h2><h3>1. De havenmeester als gastheer</h3>"),
            grid("Competenties", ""),
            grid("Gastvrijheid", ("Begroet bezoekers", "Wijst de weg")),
            PageEnd(),
            grid("Overzicht", "Kennis van de haven"),
        ),
        [PAIR, NAME, NAME],
    ),
    "an item that opens a page": (
        (grid("Attitude", "Zij zijn:"), PageEnd(), grid("• vriendelijk;", "")),
        [PAIR, "more of the value"],
    ),
}


@pytest.mark.parametrize("case", SEAMS)
def test_over_a_page_end_a_row_may_go_on(case: str) -> None:
    blocks, expected = SEAMS[case]

    assert shapes(blocks, LAYOUT) == expected


def test_every_shape_is_the_surest_for_some_row() -> None:
    documents = [
        *((blocks_of(source), family) for family, source, _ in CASES.values()),
        *((blocks, LAYOUT) for blocks, _ in SEAMS.values()),
    ]
    winners = {row[0][0] for blocks, family in documents for row in ranked(blocks, family)}

    assert winners == set(SHAPES)


def test_no_two_shapes_that_fit_one_row_are_equally_sure() -> None:
    def strengths() -> Iterator[list[int]]:
        for family, source, _ in CASES.values():
            for row in ranked(blocks_of(source), family):
                yield [shape.strength for _, shape in row]

    assert all(found[0] > max(found[1:], default=0) for found in strengths())
