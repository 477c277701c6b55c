"""HTML: for readers (semantic tables, definition lists, divisions, a CMS) and for paper."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Literal

from tests.core_tasks.parts import (
    Bullets,
    Cell,
    Contents,
    Document,
    Dress,
    Grid,
    Heading,
    Labelled,
    Lines,
    PageEnd,
    Para,
    Part,
    Row,
)

Mode = Literal["tables", "definitions", "divisions", "cms", "paper"]

PAPERS = {"a4": (21.0, 29.7), "letter": (21.59, 27.94), "landscape": (29.7, 21.0)}
_MENU = (
    '<header><div class="logo"><a href="/">Vakmensen</a></div><nav><ul>'
    '<li><a href="/">Home</a></li><li><a href="/beroepen">Beroepen</a></li>'
    '<li><a href="/over">Over ons</a></li></ul></nav></header>'
)
_BOTTOM = (
    '<footer><ul><li><a href="/contact">Contact</a></li>'
    '<li><a href="/cookies">Cookies</a></li></ul><p>Deel deze pagina</p></footer>'
)


def web_page(document: Document, mode: Mode, margin_boxes: bool = False) -> str:
    """The page; with margin boxes its running lines stand in the style sheet."""
    writer = _Writer(document, mode)
    body = "\n".join(writer.part(part) for part in document.parts)
    if mode == "paper":
        body = writer.cover() + body
    if mode == "cms":
        body = f'{_MENU}<main><div class="content">\n{body}\n</div></main>{_BOTTOM}'
    elif mode != "paper":
        body = f"<main>\n{body}\n</main>"
    style = _style(document, mode, margin_boxes)
    return (
        '<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8">'
        f"<title>{_safe(document.title)}</title>{style}</head><body>\n{body}\n</body></html>\n"
    )


def _safe(text: str) -> str:
    return html.escape(text, quote=False)


@dataclass(frozen=True, slots=True)
class _Writer:
    document: Document
    mode: Mode

    def cover(self) -> str:
        lines = self.document.cover
        if not lines:
            return ""
        first, second, *rest = (_safe(line) for line in lines)
        inner = f'<p class="c1">{first}</p><p class="c2">{second}</p>'
        inner += "".join(f'<p class="c3">{line}</p>' for line in rest)
        return f'<div class="cover">{inner}</div>\n'

    def part(self, part: Part) -> str:
        if isinstance(part, Heading):
            return self._heading(part)
        if isinstance(part, Grid):
            if self.mode == "divisions" and len(part.widths) == 2:
                return self._rows_of_divisions(part)
            return self._grid(part)
        if isinstance(part, Labelled):
            return self._labelled(part)
        if isinstance(part, Contents):
            lines = "".join(
                f'<p class="toc{level}">{_safe(line)}</p>' for level, line in part.lines
            )
            return f'<p class="k1">{_safe(part.title)}</p>{lines}'
        if isinstance(part, PageEnd):
            return '<div class="break"></div>'
        return self._inner(part)

    def _heading(self, heading: Heading) -> str:
        text = _safe(heading.text)
        if self.document.dress.heading_styles:
            level = min(heading.level + 1, 6)
            return f"<h{level}>{text}</h{level}>"
        return f'<p class="k{heading.level}"><b>{text}</b></p>'

    def _labelled(self, part: Labelled) -> str:
        inner = "".join(self._inner(one) for one in part.parts)
        label = _safe(part.label)
        if self.mode == "definitions":
            only = part.parts[0] if len(part.parts) == 1 else None
            if isinstance(only, Para):
                inner = _safe(only.text)
            return f"<dl><dt>{label}</dt><dd>{inner}</dd></dl>"
        if self.mode == "divisions":
            inner = f'<div class="l">{label}</div><div class="w">{inner}</div>'
            return f'<div class="veld">{inner}</div>'
        return f'<p class="lab"><b>{label}</b></p>{inner}'

    def _inner(self, part: Para | Lines | Bullets) -> str:
        if isinstance(part, Para):
            return self._para(part)
        if isinstance(part, Lines):
            return f"<p>{'<br>'.join(_safe(text) for text in part.texts)}</p>"
        if part.typed:
            marked = [_safe(f"{part.typed} {text}") for text in part.items]
            if self.mode == "cms":
                return f"<p>{'<br>'.join(marked)}</p>"
            return "".join(f'<p class="typed">{text}</p>' for text in marked)
        tag = "ol" if part.ordered else "ul"
        items = "".join(f"<li>{_safe(text)}</li>" for text in part.items)
        return f"<{tag}>{items}</{tag}>"

    def _para(self, part: Para) -> str:
        text = _safe(part.text)
        if part.label:
            return f"<p><b>{_safe(part.label)}</b> {text}</p>"
        faces = {"bold": "b", "italic": "i", "title": "b"}
        if part.face in faces:
            text = f"<{faces[part.face]}>{text}</{faces[part.face]}>"
            return f'<p class="lab">{text}</p>'
        return f"<p>{text}</p>"

    def _grid(self, grid: Grid) -> str:
        heads = [row for row in grid.rows if row.repeats]
        rest = [row for row in grid.rows if not row.repeats]
        columns = "".join(f'<col style="width:{width:.1%}">' for width in grid.widths)
        head = f"<thead>{''.join(self._row(row) for row in heads)}</thead>" if heads else ""
        rows = "\n".join(self._row(row) for row in rest)
        return f"<table><colgroup>{columns}</colgroup>{head}<tbody>\n{rows}</tbody></table>"

    def _row(self, row: Row) -> str:
        return f"<tr>{''.join(self._cell(cell) for cell in row.cells)}</tr>"

    def _cell(self, cell: Cell) -> str:
        tag = "td" if cell.kind == "value" else "th"
        span = f' colspan="{cell.span}"' if cell.span > 1 else ""
        depth = f' rowspan="{cell.depth}"' if cell.depth > 1 else ""
        return f'<{tag} class="{cell.kind}"{span}{depth}>{self._in_cell(cell)}</{tag}>'

    def _in_cell(self, cell: Cell) -> str:
        only = cell.parts[0] if len(cell.parts) == 1 else None
        if isinstance(only, Para) and only.face == "plain":
            return _safe(only.text)
        return "".join(self._inner(one) for one in cell.parts)

    def _rows_of_divisions(self, grid: Grid) -> str:
        rows: list[str] = []
        for row in grid.rows:
            cells = "".join(
                f'<div class="cel {cell.kind}">{self._in_cell(cell)}</div>' for cell in row.cells
            )
            rows.append(f'<div class="rij">{cells}</div>')
        return '<div class="blok">\n' + "\n".join(rows) + "\n</div>"


_RULES = {
    "grid": "td, th { border: 0.6pt solid #333; }",
    "horizontal": "td, th { border-bottom: 0.6pt solid #777; }",
    "shaded": "th { background: #dde6ee; } td, th { border-bottom: 1.5pt solid #fff; }",
    "none": "",
}


def _style(document: Document, mode: Mode, margin_boxes: bool) -> str:
    if mode != "paper":
        return "<style>body { font-family: sans-serif; max-width: 60em; }</style>"
    return f"<style>{_paper_style(document, document.dress, margin_boxes)}</style>"


def _paper_style(document: Document, dress: Dress, margin_boxes: bool) -> str:
    width, height = PAPERS[dress.paper]
    boxes = ""
    if margin_boxes:
        foot = document.foot.replace("{page}", '" counter(page) "')
        foot = foot.replace("{pages}", '" counter(pages) "')
        boxes = f'@bottom-right {{ content: "{foot}"; font-size: 8pt; }}'
        if document.head:
            boxes += f'@top-center {{ content: "{document.head}"; font-size: 8pt; }}'
    align = "justify" if dress.justified else "left"
    hyphens = "auto" if dress.hyphenated else "manual"
    sizes = {0: 18, 1: 14, 2: 12, 3: 11, 4: dress.size}
    headings = "".join(
        f"h{level + 1}, .k{level} {{ font-size: {size}pt; margin: 11pt 0 4pt; "
        "break-after: avoid; hyphens: manual; }"
        for level, size in sizes.items()
    )
    return (
        f"@page {{ size: {width}cm {height}cm; margin: {dress.margin}cm; {boxes} }}"
        "@page :first { @top-center { content: none } }"
        f"body {{ font-family: '{dress.font}'; font-size: {dress.size}pt; line-height: 1.3; }}"
        f"p {{ margin: 0 0 {dress.gap}pt; text-align: {align}; hyphens: {hyphens}; }}"
        f"td {{ text-align: {align}; hyphens: {hyphens}; }} th {{ text-align: left; }}"
        f"li {{ text-align: {align}; hyphens: {hyphens}; }}"
        "td > p:last-child, th > p:last-child { margin-bottom: 0; }"
        f"ul, ol {{ margin: 0 0 {dress.gap}pt; padding-left: 16pt; }}"
        f'ul {{ list-style-type: "{dress.bullet} "; }} .typed {{ margin: 0 0 1pt 8pt; }}'
        "table { width: 100%; border-collapse: collapse; table-layout: fixed;"
        " margin: 4pt 0 12pt; }"
        f"td, th {{ vertical-align: top; padding: {dress.padding}pt; font-weight: normal; }}"
        "th { font-weight: bold; } .lab { break-after: avoid; margin-bottom: 1pt; }"
        ".cover { break-after: page; padding-top: 6cm; } .c1 { font-size: 22pt; }"
        ".c2 { font-size: 18pt; } .break { break-after: page; } .toc2 { margin-left: 12pt; }"
        ".toc1, .toc2 { text-align: left; margin-bottom: 2pt; }"
        f"{headings}{_RULES[dress.rules]}"
    )
