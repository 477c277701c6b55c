"""Small specimens for the interpreter, and its results as short lines.

Sources are written as tabbed text (a row a line) or as HTML; the notation of blocks is that of
`tests.unit.readers.notation`. A passage is `text`, `-item`, `=item` (lettered) or `3=item`, after
a `*` where all of it is emphasised. A pair is `label -> field: cell || cell`; `^` stands before a
cell that may continue the one before it over a page end. A node is `role 1 gastheer`, with its
pairs and the nodes in it indented below.

What has no node is no profile: specimens that are about something else get the `ROLE` at their end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.core.diagnostics import Diagnostic
from pipeline.document.line_ends import LineEnds
from pipeline.document.model import Document
from pipeline.document.text import Text
from pipeline.families import load_families
from pipeline.families.model import Family
from pipeline.interpret.claims import Claims
from pipeline.interpret.interpret import Interpretation, interpret
from pipeline.interpret.outline import Entry, Outline, Part
from pipeline.interpret.passage_maker import PassageMaker
from pipeline.interpret.passages import Passage, ValueCell
from pipeline.interpret.walk import walk
from pipeline.readers import html, tabbed
from pipeline.readers.source import SourceText
from tests.unit.readers.notation import shown

FAMILIES = {family.name: family for family in load_families()}
LAYOUT = FAMILIES["role-based"]
CORE_TASKS = FAMILIES["core-tasks"]
MEANT = LineEnds(wrapped=False, width=0, words=frozenset())

ROLE = (
    "\n\n4. Rollen en competenties\n\n1. De havenmeester als gastheer\t\nAfbreukrisico\tSchade.\n"
)
ROLE_OF_A_PAGE = (
    "<h2>Rollen en competenties</h2><h3>Rol 1: Gastheer</h3><h4>Afbreukrisico</h4><p>Schade.</p>"
)

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


def outline(document: Document, claims: Claims | None = None, family: Family = LAYOUT) -> Outline:
    """The outline of a document in a family, the role-based one where none is given."""
    return walk(document.blocks, family, Claims() if claims is None else claims)


def pairs(document: Document, family: Family = LAYOUT) -> list[str]:
    """The outline of a document in the notation of this module."""
    found = outline(document, family=family)
    lines = [f"title {found.title}"] if found.title else []
    lines.extend(f"cover {line}" for line in found.cover)
    return [*lines, *_part(found.root)]


def _part(part: Part) -> Iterator[str]:
    """A node, then its labels and the nodes in it, each a step further to the right."""
    if part.node is not None:
        code = f" {part.code}" if part.code else ""
        yield f"{part.node.id}{code} {part.name}".rstrip()
    step = "  " if part.node is not None else ""
    yield from (step + _pair(entry) for entry in part.entries)
    yield from (step + line for inside in part.parts for line in _part(inside))


def _pair(entry: Entry) -> str:
    label = entry.label.collapse().chars or "(no label)"
    cells = " || ".join(
        ("^" if cell.after_page_end else "") + shown(cell.blocks) for cell in entry.cells
    )
    return f"{label} -> {entry.field or '?'}: {cells}".rstrip()


# Whole documents.


def interpreted(rows: str, general: str = GENERAL, title: str = TITLE) -> Interpretation:
    """The interpretation of a profile with these rows after its general ones, in tabbed text."""
    role = "" if _has_role(rows) else ROLE
    return interpret(tabs(f"{title}\n\n{general}\n{rows}{role}"), load_families())


def interpreted_page(body: str, title: str = TITLE) -> Interpretation:
    """The interpretation of a page with the general rows and this body after them."""
    rows = "".join(
        f"<tr><td>{label}</td><td>{value}</td></tr>"
        for label, value in (line.split("\t") for line in GENERAL.splitlines())
    )
    role = "" if _has_role(body) else ROLE_OF_A_PAGE
    return interpret(page(f"<h1>{title}</h1><table>{rows}</table>{body}{role}"), load_families())


def _has_role(source: str) -> bool:
    return any(words in source for words in ("De havenmeester als", "De kok als", "Rol 1", "ollen"))


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
