"""Small specimens for the interpreter, and its results as short lines.

Sources are written as tabbed text (a row a line) or as HTML; the notation of blocks is that of
`tests.unit.readers.notation`. A passage is `text`, `-item`, `=item` (lettered) or `3=item`, after
a `*` where all of it is emphasised. A pair is `label -> field: cell || cell`; `^` stands before a cell that may
continue the one before it over a page end.
"""  # noqa: E501

from __future__ import annotations

from typing import Any

from pipeline.core.diagnostics import Diagnostic
from pipeline.document.model import Document
from pipeline.document.text import Text
from pipeline.families import load_families
from pipeline.interpret.claims import Claims
from pipeline.interpret.interpret import Interpretation, interpret
from pipeline.interpret.line_ends import LineEnds
from pipeline.interpret.outline import Entry, Outline
from pipeline.interpret.walk import walk
from pipeline.interpret.passages import Passage, PassageMaker, ValueCell
from pipeline.readers import html, tabbed
from pipeline.readers.source import SourceText
from tests.unit.readers.notation import shown

LAYOUT = load_families()[0]
MEANT = LineEnds(wrapped=False, width=0, words=frozenset())

TITLE = "Beroepscompetentieprofiel Watersportsector - Havenmeester"
GENERAL = "Naam BCP:\tHavenmeester\nDatum:\t2 maart 2026\nVersie:\t3\nOntwikkeld door:\tWaterraad\n"


def located(chars: str, start: int = 0) -> Text:
    """Text that stands in the source from an offset on."""
    return Text(chars, tuple(range(start, start + len(chars))), bytes(len(chars)))


def page(source: str) -> Document:
    """The document of an HTML source."""
    return html.read(SourceText(source, "utf-8"))


def tabs(source: str) -> Document:
    """The document of a tabbed text."""
    return tabbed.read(SourceText(source, "utf-8"))


# Passages.


def passages(
    *cells: str, cut: bool = False, line_ends: LineEnds = MEANT, claims: Claims | None = None
) -> list[Passage]:
    """The passages of cells in HTML; with `cut` a page may have ended before each but the first."""
    maker = PassageMaker(line_ends, Claims() if claims is None else claims)
    return maker.make(
        ValueCell(page(cell).blocks, after_page_end=cut and number > 0)
        for number, cell in enumerate(cells)
    )


def shown_passages(found: list[Passage]) -> list[str]:
    """Passages in the notation of this module."""
    return [_passage(passage) for passage in found]


def _passage(passage: Passage) -> str:
    emphasis = "*" if passage.emphasised else ""
    if not passage.is_item:
        return emphasis + passage.chars
    number = "" if passage.number is None else str(passage.number)
    return f"{emphasis}{number}{'=' if passage.ordered else '-'}{passage.chars}"


# Pairs.


def outline(document: Document, claims: Claims | None = None) -> Outline:
    """The outline of a document in the one layout there is."""
    return pair(document.blocks, LAYOUT, Claims() if claims is None else claims)


def pairs(document: Document) -> list[str]:
    """The outline of a document in the notation of this module."""
    found = outline(document)
    lines = [f"title {found.title}"] if found.title else []
    lines.extend(_pair(entry) for entry in found.general)
    for role in found.roles:
        number = "" if role.number is None else f" {role.number}"
        lines.append(f"role{number} {role.name}".rstrip())
        lines.extend(f"  {_pair(entry)}" for entry in role.entries)
    return lines


def _pair(entry: Entry) -> str:
    label = entry.label.collapse().chars or "(no label)"
    cells = " || ".join(
        ("^" if cell.after_page_end else "") + shown(cell.blocks) for cell in entry.cells
    )
    return f"{label} -> {entry.field or '?'}: {cells}".rstrip()


# Whole documents.


def interpreted(rows: str, general: str = GENERAL, title: str = TITLE) -> Interpretation:
    """The interpretation of a profile with these rows after its general ones, in tabbed text."""
    return interpret(tabs(f"{title}\n\n{general}\n{rows}"), load_families())


def interpreted_page(body: str, title: str = TITLE) -> Interpretation:
    """The interpretation of a page with the general rows and this body after them."""
    rows = "".join(
        f"<tr><td>{label}</td><td>{value}</td></tr>"
        for label, value in (line.split("\t") for line in GENERAL.splitlines())
    )
    return interpret(page(f"<h1>{title}</h1><table>{rows}</table>{body}"), load_families())


def content(rows: str, general: str = GENERAL, title: str = TITLE) -> dict[str, Any]:
    """What such a profile says."""
    return interpreted(rows, general, title).content


def codes(found: Interpretation) -> list[str]:
    """The codes of its findings."""
    return [finding.code for finding in found.findings]


def finding(found: Interpretation, code: str) -> Diagnostic:
    """Its one finding with that code."""
    (only,) = [item for item in found.findings if item.code == code]
    return only
