"""PDF by Typst; all text stands in string literals, so nothing of it is markup."""

from __future__ import annotations

import random

from tests.shapes.compose import Document
from tests.shapes.tree import Block, Cell, Heading, Items, PageEnd, Para, Run, Table

_STROKES = {"grid": "0.5pt", "horizontal": "(x: none, y: 0.5pt)", "none": "none"}
_SIZES = (17, 14, 12, 11, 10)
_FACES = {
    "": "{}",
    "bold": "strong({})",
    "italic": "emph({})",
    "both": "strong(emph({}))",
    "underline": "underline({})",
}


def typst_pdf(document: Document) -> bytes:
    """The bytes of the file."""
    import typst

    tagged = random.Random(document.number).random() < 0.5
    source = "\n".join([*_SETTINGS, *(f"#{{ {_block(one)} }}" for one in document.tree)])
    found: bytes = typst.compile(source.encode("utf-8"), format="pdf", pdf_tags=tagged)
    return found


_SETTINGS = (
    "#set page(width: 21cm, height: 29.7cm, margin: 2cm)",
    '#set text(font: "Liberation Sans", size: 10pt, lang: "nl", hyphenate: false)',
    "#set par(leading: 0.6em, spacing: 9pt)",
    "#show heading: set block(above: 14pt, below: 7pt)",
)


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        text = f"text(size: {_SIZES[min(block.level, 4)]}pt, {_string(block.text)})"
        return f"heading(level: {block.level + 1}, {text})"
    if isinstance(block, Para):
        return f"par({_runs(block)})"
    if isinstance(block, Items):
        return f"{'enum' if block.ordered else 'list'}({', '.join(map(_item, block.items))})"
    if isinstance(block, PageEnd):
        return "pagebreak()"
    return _table(block)


def _item(item: tuple[Block, ...]) -> str:
    first, *rest = item
    lead = _runs(first) if isinstance(first, Para) else _block(first)
    return " + ".join([f"({lead})", *(_block(one) for one in rest)])


def _runs(block: Para) -> str:
    return " + ".join(_run(run) for run in block.runs)


def _run(run: Run) -> str:
    lines = [f"text({_string(line)})" for line in run.text.split("\n")]
    return _FACES[run.emphasis].format(" + linebreak() + ".join(lines))


def _table(table: Table) -> str:
    columns = ", ".join(f"{share:.2%}" for share in table.shares)
    rows = [", ".join(_cell(cell) for cell in row) for row in table.rows]
    if table.has_head:
        rows[0] = f"table.header(repeat: false, {rows[0]})"
    options = f"columns: ({columns},), stroke: {_STROKES[table.rules]}, inset: 4pt"
    return f"block(width: 100%, below: 12pt, table({options}, {', '.join(rows)}))"


def _cell(cell: Cell) -> str:
    inner = "; ".join(_block(one) for one in cell.blocks)
    inner = f"{{ {inner} }}" if inner else "[]"
    if cell.is_label:
        inner = f"strong({inner})"
    return f"table.cell(colspan: {cell.span}, align: left + top, {inner})"


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
