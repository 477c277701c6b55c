"""What the reader and the interpreter saw of a document, as lines of text for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.conversion import file_bytes
from pipeline.core.errors import DocumentError
from pipeline.document.model import (
    Block,
    Document,
    Furniture,
    Heading,
    ListItem,
    Locator,
    PageEnd,
    Paragraph,
    Table,
)
from pipeline.document.text import BOLD, ITALIC, Text
from pipeline.families import Family, load_families
from pipeline.inspection.stages import stages_of
from pipeline.interpret.interpret import Interpretation, interpret
from pipeline.interpret.outline import Entry, Part
from pipeline.interpret.tree import visible_origins
from pipeline.profile.trace import Ledger
from pipeline.readers import read

_SHOWN = 90
Box = tuple[float, float, float, float]
# None: those that come with the program.
Families = tuple[Family, ...] | None


def inspection_lines(path: Path, families: Families = None) -> Iterator[str]:
    """The reader's blocks, the pairs with their fields, the values with their places, the sums.

    Raises DocumentError where the file cannot be read; a document that is read
    but not interpreted shows its blocks and then the error.
    """
    document = read(file_bytes(path))
    yield f"READER {document.reader} ({document.media_type})"
    yield from _blocks(document.blocks, document.locator, "  ")
    try:
        found = _interpreted(document, families)
    except DocumentError as error:
        yield f"NOT INTERPRETED {error.code}: {error.message}"
        return
    yield from _pairs(found, document)
    yield from _values(found)
    yield from _sums(found.ledger)


def page_image(
    path: Path, page: int, families: Families = None, *, without_tags: bool = False
) -> bytes:
    """What was seen of a PDF page, drawn over its picture, as PNG.

    Rules are red, cells of the reading that was taken blue, the places of the profile's values
    green; a document that is not interpreted has no values. Raises DocumentError where the file
    cannot be read, ValueError where it is no PDF or has no such page.
    """
    data = file_bytes(path)
    seen = stages_of(data, path, page, without_tags=without_tags)
    from pipeline.readers.pdf.picture import Drawing, draw_page

    fields = _boxes(seen.document, page, families)
    drawing = Drawing(seen.boxes_of_rules(page), seen.boxes_of_cells(page), fields)
    return draw_page(data, page, drawing)


def _interpreted(document: Document, families: Families) -> Interpretation:
    return interpret(document, load_families() if families is None else families)


def _boxes(document: Document, page: int, families: Families) -> list[Box]:
    """Where the profile's values stand on a page."""
    try:
        trace = _interpreted(document, families).trace
    except DocumentError:
        return []
    places = (place for item in trace.values() for place in item.places)
    return [p.box for p in places if p.page == page and p.box is not None]


def _blocks(blocks: Sequence[Block], locator: Locator, indent: str) -> Iterator[str]:
    for block in blocks:
        match block:
            case Table():
                yield f"{indent}table {_shown(block.caption)}".rstrip()
                for number, row in enumerate(block.rows, 1):
                    yield f"{indent}  row {number}"
                    for cell in row.cells:
                        spans = [f"over {cell.colspan} columns"] if cell.colspan > 1 else []
                        spans += [f"over {cell.rowspan} rows"] if cell.rowspan > 1 else []
                        yield f"{indent}    cell {', '.join(spans)}".rstrip()
                        yield from _blocks(cell.blocks, locator, f"{indent}      ")
            case PageEnd():
                yield f"{indent}page end"
            case Heading() | Paragraph() | ListItem() | Furniture():
                yield f"{indent}{_kind(block)} {_shown(block.text)}{_at(block.text, locator)}"


def _kind(block: Heading | Paragraph | ListItem | Furniture) -> str:
    match block:
        case Heading():
            name = f"heading {block.level}"
        case ListItem():
            name = f"item {block.number or ''}".rstrip()
        case Furniture():
            name = block.kind
        case Paragraph():
            name = "paragraph"
    styles = [
        n for style, n in ((BOLD, "bold"), (ITALIC, "italic")) if block.text.all_styled(style)
    ]
    return " ".join([name, *styles])


def _shown(text: Text) -> str:
    chars = text.collapse().chars
    return repr(chars if len(chars) <= _SHOWN else f"{chars[: _SHOWN - 3]}...") if chars else ""


def _at(text: Text, locator: Locator) -> str:
    origins = visible_origins(text)
    return f"  [{locator.places(origins)[0]}]" if origins else ""


def _pairs(found: Interpretation, document: Document) -> Iterator[str]:
    yield f"LAYOUT {found.layout}"
    yield f"  title {_shown(found.outline.title)}"
    yield from _parts(found.outline.root, document.locator, "")


def _parts(part: Part, locator: Locator, indent: str) -> Iterator[str]:
    if part.node is not None:
        coded = bool(part.node.marks or part.node.numbers) and bool(part.code)
        code = f"{part.code.chars} " if coded else ""
        shown = f"{indent}{part.node.id} {code}{_shown(part.heading)}"
        yield f"{shown}{_at(part.heading, locator)}"
    for entry in part.entries:
        yield f"{indent}{_pair(entry, locator)}"
    for inside in part.parts:
        yield from _parts(inside, locator, f"{indent}  ")


def _pair(entry: Entry, locator: Locator) -> str:
    how = f"{entry.field} ({entry.match.how})" if entry.match else "unknown"
    return (
        f"  {_shown(entry.label) or '(no label)'} -> {how}, {len(entry.cells)} cells"
        f"{_at(entry.label, locator)}"
    )


def _values(found: Interpretation) -> Iterator[str]:
    yield "VALUES"
    for pointer, item in found.trace.items():
        places = "; ".join(str(place) for place in item.places[:3]) or "no place"
        steps = f"  ({'; '.join(item.steps)})" if item.steps else ""
        derived = "  derived" if item.derived else ""
        yield f"  {pointer}  [{places}]{steps}{derived}"


def _sums(ledger: Ledger) -> Iterator[str]:
    yield f"LEDGER {ledger.source} characters in the source"
    for name, count in (*ledger.markup.items(), *ledger.accounts.items()):
        yield f"  {count:>8} {name}"
    yield f"  {ledger.missing:>8} missing: {'closed' if ledger.closed else 'DOES NOT CLOSE'}"
