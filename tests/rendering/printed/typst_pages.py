"""PDF by Typst: the sheet as a program of function calls, with all text in string literals.

Text in string literals is never markup: nothing of it needs a second escaping, and quotes and
dashes stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.rendering.arrangement import Cell, Grid, Heading, printed_parts
from tests.rendering.passages import MarkedList, Passage, passages
from tests.rendering.printed.style import PAPERS, PdfStyle
from tests.rendering.sheet import Sheet

_STROKES = {
    "solid": "0.5pt",
    "dotted": '(thickness: 1pt, dash: "dotted")',
    "dashed": '(thickness: 0.6pt, dash: "dashed")',
    "double": "1.4pt",
    "horizontal": "(x: none, y: 0.5pt)",
    "shaded": "(x: none, y: 2pt + white)",
    "frame": "none",
    "none": "none",
}
_DESCENT = 2.0  # points: a line of Typst ends at its base line
_X_HEIGHT = 0.66  # of the size: what a line of Typst measures without its leading


def typst_pdf(sheet: Sheet, style: PdfStyle) -> bytes:
    """The PDF of a sheet, tagged where the style says so."""
    import typst

    source = typst_source(sheet, style).encode("utf-8")
    found: bytes = typst.compile(source, format="pdf", pdf_tags=style.tagged)
    return found


def typst_source(sheet: Sheet, style: PdfStyle) -> str:
    """The program."""
    return "\n".join(
        [
            *_settings(sheet, style),
            *_front(sheet, style),
            *([f"#{_title(sheet, style)}"] if style.cover != "alone" else []),
            *_body(sheet, style),
        ]
    )


def _settings(sheet: Sheet, style: PdfStyle) -> Iterator[str]:
    width, height = PAPERS[style.paper]
    leading = (style.leading - _X_HEIGHT) * style.size
    heading_font = _string(style.second_font or style.font)
    yield f"#set document(title: {_string(sheet.title)}, date: none)"
    yield (
        f"#set page(width: {width}pt, height: {height}pt, margin: {style.margin}pt,"
        f" header: {_header(sheet, style)}, footer: {_footer(sheet, style)})"
    )
    yield (
        f'#set text(font: {_string(style.font)}, size: {style.size}pt, lang: "nl",'
        f" hyphenate: {_boolean(style.hyphenated)})"
    )
    yield (
        f"#set par(justify: {_boolean(style.justified)}, leading: {leading:.2f}pt,"
        f" spacing: {leading + style.paragraph_gap:.2f}pt,"
        f" first-line-indent: (amount: {style.paragraph_indent}pt, all: true))"
    )
    yield f"#set list(body-indent: 6pt, indent: {max(0.0, style.list_indent - 10)}pt)"
    yield f"#set enum(body-indent: 4pt, indent: {max(0.0, style.list_indent - 12)}pt)"
    yield f"#show heading: set text(font: {heading_font}, size: {style.size * 1.2}pt)"
    # A label is not stretched, but hyphenated: Typst would print a word that is too wide over the
    # value beside it.
    yield "#let lead(body) = { set text(hyphenate: true); set par(justify: false,"
    yield f" first-line-indent: 0pt); {'strong' if style.label_bold else ''}(body) }}"


def _title(sheet: Sheet, style: PdfStyle) -> str:
    return (
        f"block(below: 14pt, text(size: {style.size * 1.5}pt, weight: "
        f'"bold", hyphenate: false, {_string(sheet.title)}))'
    )


def _header(sheet: Sheet, style: PdfStyle) -> str:
    if not style.running_header:
        return "none"
    return f"align(center, text(size: 8pt, hyphenate: false, {_string(sheet.title)}))"


def _footer(sheet: Sheet, style: PdfStyle) -> str:
    if not style.running_footer:
        return "none"
    page, pages = "str(counter(page).get().first())", "str(counter(page).final().first())"
    name = _string(f"BCP {sheet.name}")
    ways = (
        f'{name} + " Pagina " + {page} + "/" + {pages}',
        f'"Pagina " + {page} + " van " + {pages}',
        page,
        f'{name} + " - pagina " + {page}',
        f'{page} + " van " + {pages}',
    )
    shown = ways[style.footer_style % len(ways)]
    return f"context align(center, text(size: 8pt, {shown}))"


def _front(sheet: Sheet, style: PdfStyle) -> Iterator[str]:
    if style.cover != "none":
        big = f"text(size: 24pt, hyphenate: false, {_string(sheet.title)})"
        yield f"#page(header: none, footer: none, align(center, pad(top: 160pt, {big})))"
    if style.contents:
        yield '#outline(title: "Inhoud", depth: 2)'
        yield "#pagebreak()"


def _body(sheet: Sheet, style: PdfStyle) -> Iterator[str]:
    for part in printed_parts(sheet, style.arrangement):
        if isinstance(part, Heading):
            heading = _heading(part.text, part.level)
            yield f"#block(sticky: true, above: 16pt, below: 8pt, {heading})"
        else:
            yield _table(part, style)


def _heading(text: str, level: int) -> str:
    return f"heading(level: {level}, {_string(text)})"


def _table(grid: Grid, style: PdfStyle) -> str:
    shown = ", ".join(f"{share:.2%}" for share in grid.shares(style.label_width))
    fill = 'rgb("#dde6ee")' if style.rules == "shaded" else "none"
    cells = [_cell(cell, style, fill) for line in grid.body for cell in line.cells]
    head = [_cell(cell, style, fill) for line in grid.head for cell in line.cells]
    if head:
        cells.insert(0, f"table.header(repeat: true, {', '.join(head)})")
    inset = f"(x: {style.padding}pt, y: {style.padding + _DESCENT}pt)"
    table = (
        f"table(columns: ({shown}), stroke: {_STROKES[style.rules]}, inset: {inset},\n"
        + ",\n".join(cells)
        + ")"
    )
    framed = f"stroke: 0.75pt, inset: 0pt, {table}" if style.rules == "frame" else table
    return f"#block(width: 100%, below: 12pt, {framed})"


def _cell(cell: Cell, style: PdfStyle, fill: str) -> str:
    options = ""
    if cell.span > 1:
        options += f"colspan: {cell.span}, "
    if cell.depth > 1:
        options += f"rowspan: {cell.depth}, "
    if cell.kind != "value":
        options += f"fill: {fill}, "
    return f"table.cell({options}align: left + top, {_inside(cell, style)})"


def _inside(cell: Cell, style: PdfStyle) -> str:
    if cell.kind == "heading":
        return _heading(cell.pieces[0].text, 2)
    parts = [_passage(passage, style) for passage in passages(cell.pieces, style.wording.bullet)]
    inner = "{ " + "; ".join(parts) + " }" if parts else "[]"
    return f"lead({inner})" if cell.kind == "label" else inner


def _passage(passage: Passage, style: PdfStyle) -> str:
    if isinstance(passage, MarkedList):
        items = ", ".join(_string(item) for item in passage.items)
        if passage.ordered:
            return f"enum(start: {passage.start}, {items})"
        return f"list({items})"
    emphasis = "strong" if style.wording.emphasis in ("b", "strong") else "emph"
    inner = " + linebreak() + ".join(f"text({_string(line)})" for line in passage.lines)
    if passage.look == "emphasis":
        return f"block(sticky: true, {emphasis}(par({inner})))"
    if passage.look == "title":
        return f"block(sticky: true, par({inner}))"
    if passage.head:
        inner = f'{emphasis}({_string(passage.head)}) + " " + {inner}'
    return f"par({inner})"


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _boolean(value: bool) -> str:
    return "true" if value else "false"
