"""PDF by pdfmake: the sheet as a document definition, as web applications print theirs.

Text is drawn a word at a time; lists are real ones; no hyphenation and no tags.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.rendering.arrangement import (
    Cell,
    Grid,
    Heading,
    Line,
    contents_entries,
    printed_parts,
)
from tests.rendering.passages import MarkedList, Passage, passages
from tests.rendering.printed.fonts import font_files
from tests.rendering.printed.node import Job, printed_in_node
from tests.rendering.printed.style import PAPERS, PdfStyle, footer_text, header_text
from tests.rendering.sheet import Sheet

_NATURAL = 1.17  # of the size: the line height that pdfmake multiplies
_SHADE = "#dde6ee"
Node = dict[str, Any]


def pdfmake_pdfs(jobs: list[tuple[Sheet, PdfStyle]]) -> list[bytes]:
    """The PDF of each sheet."""
    return printed_in_node([_job(sheet, style) for sheet, style in jobs])


def _job(sheet: Sheet, style: PdfStyle) -> Job:
    families = {family for family in (style.font, style.second_font) if family}
    footer = footer_text(sheet.name, 111, 999, style.footer_style) if style.running_footer else ""
    names = ("normal", "bold", "italics", "bolditalics")
    return {
        "maker": "with_pdfmake",
        "fonts": {f: dict(zip(names, font_files(f), strict=True)) for f in families},
        "rules": style.rules,
        "padding": style.padding,
        "header": header_text(sheet.title) if style.running_header else "",
        "footer": footer,
        "definition": {
            "info": {"title": sheet.title},
            "language": "nl",
            "pageSize": dict(zip(("width", "height"), PAPERS[style.paper], strict=True)),
            "pageMargins": [style.margin] * 4,
            "defaultStyle": {
                "font": style.font,
                "fontSize": style.size,
                "lineHeight": round(style.leading / _NATURAL, 3),
                "alignment": "justify" if style.justified else "left",
            },
            "content": list(_content(sheet, style)),
        },
    }


def _content(sheet: Sheet, style: PdfStyle) -> Iterator[Node]:
    if style.cover != "none":
        yield {
            "text": sheet.title,
            "fontSize": 24,
            "alignment": "center",
            "margin": [0, 160, 0, 0],
            "pageBreak": "after",
        }
    if style.contents:
        title = {"text": "Inhoud", "bold": True}
        yield {"toc": {"title": title}, "pageBreak": "after"}
    if style.cover != "alone":
        yield {
            "text": sheet.title,
            "fontSize": style.size * 1.5,
            "bold": True,
            "alignment": "left",
            "margin": [0, 0, 0, 12],
            **_second(style),
        }
    entries = {text for _, text in contents_entries(sheet)}
    for part in printed_parts(sheet, style.arrangement):
        if isinstance(part, Heading):
            yield {
                **_heading(part.text, style, entries),
                "fontSize": style.size * (1.25 if part.level == 1 else 1.1),
                "margin": [0, 12, 0, 5],
            }
        else:
            yield _table(part, style, entries)


def _second(style: PdfStyle) -> Node:
    return {"font": style.second_font} if style.second_font else {}


def _heading(text: str, style: PdfStyle, entries: set[str]) -> Node:
    # A list of contents takes up every text that is marked for it.
    item = {"tocItem": True} if style.contents and text in entries else {}
    return {"text": text, "bold": True, "alignment": "left", **item, **_second(style)}


def _table(grid: Grid, style: PdfStyle, entries: set[str]) -> Node:
    inner = PAPERS[style.paper][0] - 2 * style.margin
    room = inner - grid.columns * 2 * style.padding - grid.columns
    return {
        "layout": "house",
        "margin": [0, 0, 0, 12],
        "table": {
            "widths": [round(room * share, 2) for share in grid.shares(style.label_width)],
            "headerRows": len(grid.head),
            "keepWithHeaderRows": 1 if grid.head else 0,
            "body": [_row(line, grid, style, entries) for line in grid.lines],
        },
    }


def _row(line: Line, grid: Grid, style: PdfStyle, entries: set[str]) -> list[Node]:
    row: list[Node] = [{} for _ in range(grid.columns - sum(cell.span for cell in line.cells))]
    for cell in line.cells:
        row.append(_cell(cell, style, entries))
        row.extend({} for _ in range(cell.span - 1))
    return row


def _cell(cell: Cell, style: PdfStyle, entries: set[str]) -> Node:
    options: Node = {}
    if cell.span > 1:
        options["colSpan"] = cell.span
    if cell.depth > 1:
        options["rowSpan"] = cell.depth
    if style.rules == "shaded" and cell.kind != "value":
        options["fillColor"] = _SHADE
    if cell.kind == "heading":
        return {**_heading(cell.pieces[0].text, style, entries), **options}
    found = list(passages(cell.pieces, style.wording.bullet))
    inner = [_passage(p, cell.kind, style, p is found[-1]) for p in found]
    if cell.kind == "label":
        options.update(bold=style.label_bold, alignment="left", **_second(style))
    return {"stack": inner, **options}


def _passage(passage: Passage, kind: str, style: PdfStyle, last: bool) -> Node:
    below = {} if last else {"margin": [0, 0, 0, style.paragraph_gap]}
    if isinstance(passage, MarkedList):
        kind_of_list = "ol" if passage.ordered else "ul"
        start = {"start": passage.start} if passage.ordered else {}
        return {kind_of_list: list(passage.items), **start, **below}
    look = {"bold": True} if style.wording.emphasis in ("b", "strong") else {"italics": True}
    text = "\n".join(passage.lines)
    indent = {"leadingIndent": style.paragraph_indent} if kind == "value" else {}
    if passage.look == "emphasis":
        return {"text": text, **look, **indent, **below}
    if passage.head:
        return {"text": [{"text": passage.head, **look}, f" {text}"], **indent, **below}
    return {"text": text, **indent, **below}
