"""A sheet as an HTML page with a style sheet for paper: WeasyPrint and Chromium print it."""

from __future__ import annotations

import html
from collections.abc import Iterator

from tests.rendering.arrangement import (
    Cell,
    Grid,
    Heading,
    Line,
    contents_entries,
    printed_parts,
)
from tests.rendering.passages import MarkedList, Passage, passages
from tests.rendering.printed.style import PAPERS, PdfStyle
from tests.rendering.sheet import Sheet

_BORDERS = {
    "solid": "0.5pt solid #000",
    "dotted": "1pt dotted #444",
    "dashed": "0.75pt dashed #222",
    "double": "2.5pt double #000",
    "horizontal": "none",
    "shaded": "none",
    "frame": "none",
    "none": "none",
}


def web_page(sheet: Sheet, style: PdfStyle, margin_boxes: bool) -> str:
    """The whole page; `margin_boxes` sets running lines by CSS, for engines that know them."""
    return "\n".join(
        [
            '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">',
            f"<title>{html.escape(sheet.title)}</title>",
            f"<style>{_css(sheet, style, margin_boxes)}</style></head><body>",
            *_cover(sheet, style),
            *_contents(sheet, style, margin_boxes),
            *(["<h1>" + html.escape(sheet.title) + "</h1>"] if style.cover != "alone" else []),
            *_body(sheet, style),
            "</body></html>",
        ]
    )


# ------------------------------------------------------------------------------ style sheet


def _css(sheet: Sheet, style: PdfStyle, margin_boxes: bool) -> str:
    width, height = PAPERS[style.paper]
    rules = [
        f"@page {{ size: {width}pt {height}pt; margin: {style.margin}pt;"
        f" {_running(sheet, style) if margin_boxes else ''} }}",
        "@page cover { @top-center { content: none } @bottom-center { content: none } }",
        f"body {{ font-family: '{style.font}'; font-size: {style.size}pt; margin: 0;"
        f" line-height: {style.leading}; {_hyphens(style)} orphans: 2; widows: 2;"
        f" text-align: {'justify' if style.justified else 'left'} }}",
        "h1, h2, h3 { text-align: left; hyphens: manual; line-height: 1.2; break-after: avoid }",
        f"h1 {{ font-size: {style.size * 1.5}pt; margin: 0 0 12pt }}",
        f"h2 {{ font-size: {style.size * 1.25}pt; margin: 14pt 0 6pt }}",
        f"h3 {{ font-size: {style.size * 1.1}pt; margin: 10pt 0 4pt }}",
        "table { border-collapse: collapse; width: 100%; table-layout: fixed;"
        f" margin-bottom: 8pt; {_broken(style)} }}",
        f"td, th {{ padding: {style.padding}pt; vertical-align: top; font-weight: normal;"
        f" border: {_BORDERS[style.rules]}; {_broken(style)} }}",
        "th.label { text-align: left; hyphens: manual; overflow-wrap: anywhere;"
        # Where labels may break, WeasyPrint sets some on another page than their values.
        f"{'' if style.open_breaks else ' break-inside: avoid;'}"
        f" font-weight: {'bold' if style.label_bold else 'normal'} }}",
        "th.heading { text-align: left; font-weight: bold; break-after: avoid }",
        f"p {{ margin: 0 0 {style.paragraph_gap}pt; text-indent: {style.paragraph_indent}pt }}",
        f"ul, ol {{ margin: 0 0 {style.paragraph_gap}pt; padding-left: {style.list_indent}pt }}",
        "td > :last-child, th > :last-child { margin-bottom: 0 } p.keep { break-after: avoid }",
        "th p { text-indent: 0 }",
        *_rule_look(style),
        *_cover_look(style),
    ]
    if style.second_font:
        rules.append(f"h1, h2, h3, th {{ font-family: '{style.second_font}' }}")
    return "\n".join(rules)


def _hyphens(style: PdfStyle) -> str:
    return "hyphens: auto;" if style.hyphenated else "hyphens: manual;"


def _broken(style: PdfStyle) -> str:
    return "" if style.open_breaks else "box-decoration-break: clone;"


def _rule_look(style: PdfStyle) -> Iterator[str]:
    if style.rules == "horizontal":
        yield "tr { border-top: 0.5pt solid #000; border-bottom: 0.5pt solid #000 }"
    if style.rules == "shaded":
        yield "th { background: #dde6ee } tr { border-bottom: 3pt solid #fff }"
    if style.rules == "frame":
        yield "table { border: 0.75pt solid #000 }"


def _cover_look(style: PdfStyle) -> Iterator[str]:
    yield "div.cover { page: cover; break-after: page; padding-top: 25%; text-align: center }"
    yield "div.cover p.big { font-size: 22pt; line-height: 1.2 }"
    yield "div.contents { break-after: page }"
    yield "div.contents p { text-indent: 0; text-align: left; break-after: auto }"
    yield "div.contents p.l2 { padding-left: 12pt } div.contents a { color: #000;"
    yield " text-decoration: none }"
    yield "a.leader::after { content: leader('.') target-counter(attr(href), page) }"
    yield f"h2, th.heading {{ font-size: {style.size * 1.2}pt }}"


def _running(sheet: Sheet, style: PdfStyle) -> str:
    found = ""
    if style.running_header:
        found += f"@top-center {{ content: {_css_text(sheet.title)}; font-size: 8pt }}"
    if style.running_footer:
        ways = (
            f"{_css_text(f'BCP {sheet.name} Pagina ')} counter(page) '/' counter(pages)",
            "'Pagina ' counter(page) ' van ' counter(pages)",
            "counter(page)",
            f"{_css_text(f'BCP {sheet.name} - pagina ')} counter(page)",
            "counter(page) ' van ' counter(pages)",
        )
        shown = ways[style.footer_style % len(ways)]
        found += f" @bottom-center {{ content: {shown}; font-size: 8pt }}"
    return found


def _css_text(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


# ------------------------------------------------------------------------------------- body


def _cover(sheet: Sheet, style: PdfStyle) -> list[str]:
    if style.cover == "none":
        return []
    return [f'<div class="cover"><p class="big">{html.escape(sheet.title)}</p></div>']


def _contents(sheet: Sheet, style: PdfStyle, margin_boxes: bool) -> list[str]:
    """A table of contents; without margin boxes the engine counts no pages for it either."""
    if not style.contents:
        return []
    lines = []
    for number, (level, text) in enumerate(contents_entries(sheet)):
        shown = html.escape(text)
        if margin_boxes:
            inner = f'<a class="leader" href="#h{number}">{shown} </a>'
        else:
            inner = f"{shown} {'.' * max(10, 60 - len(text))} {3 + number}"
        lines.append(f'<p class="l{level}">{inner}</p>')
    return ['<div class="contents"><p class="big">Inhoud</p>', *lines, "</div>"]


def _body(sheet: Sheet, style: PdfStyle) -> Iterator[str]:
    numbers = {text: n for n, (_, text) in enumerate(contents_entries(sheet))}
    for part in printed_parts(sheet, style.arrangement):
        if isinstance(part, Heading):
            tag = "h2" if part.level == 1 else "h3"
            at = numbers[part.text]
            yield f'<{tag} id="h{at}">{html.escape(part.text)}</{tag}>'
        else:
            yield from _table(part, style, numbers)


def _table(grid: Grid, style: PdfStyle, numbers: dict[str, int]) -> Iterator[str]:
    columns = (f'<col style="width:{w:.2%}">' for w in grid.shares(style.label_width))
    yield f"<table><colgroup>{''.join(columns)}</colgroup>"
    if grid.head:
        yield "<thead>" + "".join(_line(line, style, numbers) for line in grid.head) + "</thead>"
    yield "<tbody>"
    yield from (_line(line, style, numbers) for line in grid.body)
    yield "</tbody></table>"


def _line(line: Line, style: PdfStyle, numbers: dict[str, int]) -> str:
    return "<tr>" + "".join(_cell(cell, style, numbers) for cell in line.cells) + "</tr>"


def _cell(cell: Cell, style: PdfStyle, numbers: dict[str, int]) -> str:
    tag = "td" if cell.kind == "value" else "th"
    name = "" if cell.kind == "value" else f' class="{cell.kind}"'
    span = f' colspan="{cell.span}"' if cell.span > 1 else ""
    depth = f' rowspan="{cell.depth}"' if cell.depth > 1 else ""
    at = ""
    if cell.kind == "heading" and cell.pieces[0].text in numbers:
        at = f' id="h{numbers[cell.pieces[0].text]}"'
    return f"<{tag}{name}{span}{depth}{at}>{_inside(cell, style)}</{tag}>"


def _inside(cell: Cell, style: PdfStyle) -> str:
    found = list(passages(cell.pieces, style.wording.bullet))
    return "".join(_passage(passage, style) for passage in found)


def _passage(passage: Passage, style: PdfStyle) -> str:
    if isinstance(passage, MarkedList):
        tag = "ol" if passage.ordered else "ul"
        start = f' start="{passage.start}"' if passage.start > 1 else ""
        items = "".join(f"<li>{html.escape(text, quote=False)}</li>" for text in passage.items)
        return f"<{tag}{start}>{items}</{tag}>"
    emphasis = style.wording.emphasis
    inner = "<br>".join(html.escape(line, quote=False) for line in passage.lines)
    if passage.look == "emphasis":
        return f'<p class="keep"><{emphasis}>{inner}</{emphasis}></p>'
    if passage.look == "title":
        return f'<p class="keep">{inner}</p>'
    if passage.head:
        head = html.escape(passage.head, quote=False)
        inner = f"<{emphasis}>{head}</{emphasis}> {inner}"
    return f"<p>{inner}</p>"
