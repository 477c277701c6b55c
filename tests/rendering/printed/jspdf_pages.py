"""PDF by jsPDF and its plug-in autotable: the sheet as tables whose cells have one font each.

A line that is emphasised is a row of its own, and lists are typed: a cell is a plain text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tests.rendering.arrangement import (
    Cell,
    Grid,
    Heading,
    Line,
    contents_entries,
    printed_parts,
)
from tests.rendering.passages import MarkedList, Paragraph, Passage, passages
from tests.rendering.printed.fonts import BASE_FONTS, font_files
from tests.rendering.printed.node import Job, printed_in_node
from tests.rendering.printed.style import PAPERS, PdfStyle, footer_text, header_text
from tests.rendering.sheet import Sheet

_SHADE = [221, 230, 238]
_STANDARD = {"Helvetica": "helvetica", "Times": "times"}
Node = dict[str, Any]


def jspdf_pdfs(jobs: list[tuple[Sheet, PdfStyle]]) -> list[bytes]:
    """The PDF of each sheet."""
    return printed_in_node([_job(sheet, style) for sheet, style in jobs])


def _job(sheet: Sheet, style: PdfStyle) -> Job:
    width, height = PAPERS[style.paper]
    families = {f for f in (style.font, style.second_font) if f and f not in BASE_FONTS}
    footer = footer_text(sheet.name, 111, 999, style.footer_style) if style.running_footer else ""
    return {
        "maker": "with_jspdf",
        "title": sheet.title,
        "width": width,
        "height": height,
        "orientation": "landscape" if width > height else "portrait",
        "margin": style.margin,
        "size": style.size,
        "font": _family(style.font),
        "headingFont": _family(style.second_font or style.font),
        "embedded": {family: font_files(family) for family in families},
        "header": header_text(sheet.title) if style.running_header else "",
        "footer": footer,
        "cover": style.cover != "none",
        "opens": style.cover != "alone",
        "contents": contents_entries(sheet) if style.contents else [],
        "rowPageBreak": "auto",
        **_looks(style),
        "parts": list(_parts(sheet, style)),
    }


def _looks(style: PdfStyle) -> Node:
    """What autotable is told of the cells; zebra stripes stand for what it cannot draw."""
    lines: dict[str, Any] = {
        "solid": 0.5,
        "dashed": 0.5,
        "double": 1.2,
        "horizontal": {"top": 0.5, "bottom": 0.5},
    }
    head_lines = {**lines, "booktabs": {"bottom": 0.5}}
    inner = (PAPERS[style.paper][0] - 2 * style.margin) * style.label_width
    label: Node = {"cellWidth": inner, "fontStyle": "bold" if style.label_bold else "normal"}
    if style.second_font:
        label["font"] = _family(style.second_font)
    if style.rules == "shaded":
        label["fillColor"] = _SHADE
    return {
        "theme": "striped" if style.rules == "dotted" else "plain",
        "alternateRowStyles": {"fillColor": [245, 245, 245]} if style.rules == "dotted" else {},
        "tableLineWidth": 0.75 if style.rules == "frame" else 0,
        "styles": {
            "font": _family(style.font),
            "fontSize": style.size,
            "cellPadding": style.padding,
            "overflow": "linebreak",
            "valign": "top",
            "halign": "left",
            "lineWidth": lines.get(style.rules, 0),
            "lineColor": 0,
            "textColor": 0,
        },
        "headStyles": {
            "fontStyle": "bold",
            "halign": "left",
            "textColor": 0,
            "fillColor": _SHADE if style.rules in ("dotted", "shaded") else False,
            "lineWidth": head_lines.get(style.rules, 0),
        },
        "columnStyles": {"0": {**label, "halign": "left"}},
    }


def _family(name: str) -> str:
    return _STANDARD.get(name, name)


def _parts(sheet: Sheet, style: PdfStyle) -> Iterator[Node]:
    for part in printed_parts(sheet, style.arrangement):
        if isinstance(part, Heading):
            yield {"heading": part.text, "level": part.level}
        else:
            head = [row for line in part.head for row in _rows(line, part, style)]
            rows = _merged([list(_rows(line, part, style)) for line in part.body], part.body)
            yield {"head": head, "body": rows}


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What of a cell is set in one font."""

    text: str
    emphasised: bool = False


def _rows(line: Line, grid: Grid, style: PdfStyle) -> Iterator[list[Node]]:
    """A line as rows: one for each stretch of its last cell in one font."""
    *before, last = line.cells
    found = list(_stretches(last, style)) or [_Stretch("")]
    starts = [_plain(cell, style) for cell in before]
    covered = sum(cell.span for cell in line.cells) < grid.columns
    for number, stretch in enumerate(found):
        node = _node(last, stretch, style)
        if len(found) > 1:
            node["styles"].update(_sides(style, number == 0, number == len(found) - 1))
        if number == 0 or covered:
            if len(found) > 1:
                for start in starts:
                    start["styles"].update(_sides(style, first=True, last=False))
            yield [*starts, node]
        else:
            yield [*[_empty(style, number == len(found) - 1) for _ in starts], node]


def _merged(groups: list[list[list[Node]]], lines: Sequence[Line]) -> list[list[Node]]:
    """All rows; a merged label reaches over the rows of the lines that it covers."""
    for number, line in enumerate(lines):
        depth = line.cells[0].depth
        if depth > 1:
            reached = groups[number : number + depth]
            groups[number][0][0]["rowSpan"] = sum(map(len, reached))
            for row in groups[number][1:]:
                del row[0]
    return [row for rows in groups for row in rows]


def _sides(style: PdfStyle, first: bool, last: bool) -> Node:
    """The rules around a part of a cell that is drawn as rows."""
    if style.rules not in ("solid", "dashed", "double", "horizontal"):
        return {}
    width = 1.2 if style.rules == "double" else 0.5
    across = 0 if style.rules == "horizontal" else width
    return {
        "lineWidth": {
            "top": width if first else 0,
            "bottom": width if last else 0,
            "left": across,
            "right": across,
        }
    }


def _empty(style: PdfStyle, last: bool) -> Node:
    return {"content": "", "styles": _sides(style, False, last)}


def _plain(cell: Cell, style: PdfStyle) -> Node:
    text = "\n".join(stretch.text for stretch in _stretches(cell, style))
    return _node(cell, _Stretch(text), style)


def _node(cell: Cell, stretch: _Stretch, style: PdfStyle) -> Node:
    node: Node = {"content": stretch.text, "colSpan": cell.span, "styles": {}}
    if cell.kind == "value":
        node["styles"]["fontStyle"] = "normal"
    if stretch.emphasised:
        bold = style.wording.emphasis in ("b", "strong")
        node["styles"] = {"fontStyle": "bold" if bold else "italic"}
    if cell.kind == "heading":
        node["heading"] = stretch.text
        node["styles"] = {"fontStyle": "bold", "halign": "left"}
    if cell.kind == "label":
        node["styles"] = {"halign": "left", "fontStyle": "bold" if style.label_bold else "normal"}
    if style.rules == "shaded" and cell.kind != "value":
        node["styles"]["fillColor"] = _SHADE
    return node


def _stretches(cell: Cell, style: PdfStyle) -> Iterator[_Stretch]:
    waiting: list[str] = []
    for passage in passages(cell.pieces, style.wording.bullet):
        if isinstance(passage, Paragraph) and passage.look == "emphasis":
            if waiting:
                yield _Stretch("\n\n".join(waiting))
            waiting = []
            yield _Stretch("\n".join(passage.lines), emphasised=True)
        else:
            waiting.append(_text(passage))
    if waiting:
        yield _Stretch("\n\n".join(waiting))


def _text(passage: Passage) -> str:
    if isinstance(passage, MarkedList):
        marked = enumerate(passage.items, passage.start)
        return "\n".join(f"{f'{n}.' if passage.ordered else '•'} {text}" for n, text in marked)
    return "\n".join(passage.lines)
