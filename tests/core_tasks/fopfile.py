"""PDF by Apache FOP: formatting objects, as publishers' systems make them."""

from __future__ import annotations

import html
from collections.abc import Iterator

from tests.core_tasks.parts import (
    Cell,
    Contents,
    Document,
    Grid,
    Heading,
    Inner,
    Labelled,
    Lines,
    PageEnd,
    Para,
    Part,
    Row,
)
from tests.core_tasks.web import PAPERS
from tests.rendering.printed.fop import printed_by_fop

_SIZES = {0: 18.0, 1: 14.0, 2: 12.0, 3: 11.0}


def fop_pdf(document: Document, tagged: bool) -> bytes:
    """The bytes of the file."""
    return printed_by_fop("\n".join(_source(document)), tagged)


def _source(document: Document) -> Iterator[str]:
    dress = document.dress
    width, height = PAPERS[dress.paper]
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield (
        '<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xml:lang="nl" '
        f'font-family="{dress.font}" font-size="{dress.size}pt" line-height="1.3">'
    )
    yield (
        f'<fo:layout-master-set><fo:simple-page-master master-name="p" page-width="{width}cm" '
        f'page-height="{height}cm" margin="1cm {dress.margin}cm 1cm {dress.margin}cm">'
        f'<fo:region-body margin="{dress.margin - 1 + 0.6}cm 0cm"/>'
        '<fo:region-before extent="0.8cm"/><fo:region-after extent="0.8cm"/>'
        "</fo:simple-page-master></fo:layout-master-set>"
    )
    yield '<fo:page-sequence master-reference="p" id="end">'
    if document.head:
        yield (
            '<fo:static-content flow-name="xsl-region-before">'
            f'<fo:block font-size="8pt" text-align="center">{_safe(document.head)}</fo:block>'
            "</fo:static-content>"
        )
    foot = _safe(document.foot).replace("{page}", "<fo:page-number/>")
    foot = foot.replace("{pages}", '<fo:page-number-citation-last ref-id="end"/>')
    yield (
        '<fo:static-content flow-name="xsl-region-after">'
        f'<fo:block font-size="8pt" text-align="right">{foot}</fo:block></fo:static-content>'
    )
    yield '<fo:flow flow-name="xsl-region-body">'
    for number, line in enumerate(document.cover):
        size = (22, 18, 11)[min(number, 2)]
        above = ' space-before="6cm" space-before.conditionality="retain"' if number == 0 else ""
        yield f'<fo:block font-size="{size}pt"{above}>{_safe(line)}</fo:block>'
    if document.cover:
        yield '<fo:block break-after="page"/>'
    for part in document.parts:
        yield from _part(part, document)
    yield "</fo:flow></fo:page-sequence></fo:root>"


def _safe(text: str) -> str:
    return html.escape(text)


def _part(part: Part, document: Document) -> Iterator[str]:
    if isinstance(part, Heading):
        size = _SIZES.get(part.level, document.dress.size)
        yield (
            f'<fo:block font-size="{size}pt" font-weight="bold" space-before="11pt" '
            f'space-after="4pt" keep-with-next.within-page="always">{_safe(part.text)}</fo:block>'
        )
    elif isinstance(part, Grid):
        yield from _table(part, document)
    elif isinstance(part, Labelled):
        yield (
            '<fo:block font-weight="bold" keep-with-next.within-page="always">'
            f"{_safe(part.label)}</fo:block>"
        )
        yield from (_inner(one, document) for one in part.parts)
    elif isinstance(part, Contents):
        yield f'<fo:block font-weight="bold">{_safe(part.title)}</fo:block>'
        for level, line in part.lines:
            yield f'<fo:block margin-left="{12 * (level - 1)}pt">{_safe(line)}</fo:block>'
    elif isinstance(part, PageEnd):
        yield '<fo:block break-after="page"/>'
    else:
        yield _inner(part, document)


def _inner(part: Inner, document: Document) -> str:
    dress = document.dress
    align = "justify" if dress.justified else "start"
    opening = f'<fo:block space-after="{dress.gap}pt" text-align="{align}"'
    if isinstance(part, Para):
        text = _safe(part.text)
        if part.label:
            text = f'<fo:inline font-weight="bold">{_safe(part.label)}</fo:inline> {text}'
        face = {"plain": "", "italic": ' font-style="italic"'}.get(part.face, ' font-weight="bold"')
        keep = ' keep-with-next.within-page="always"' if face else ""
        return f"{opening}{face}{keep}>{text}</fo:block>"
    if isinstance(part, Lines):
        lines = "".join(f"<fo:block>{_safe(text)}</fo:block>" for text in part.texts)
        return f"{opening}>{lines}</fo:block>"
    if part.typed:
        marked = (_safe(f"{part.typed} {text}") for text in part.items)
        lines = "".join(f'<fo:block margin-left="8pt">{text}</fo:block>' for text in marked)
        return f'<fo:block space-after="{dress.gap}pt">{lines}</fo:block>'
    items = "".join(
        '<fo:list-item><fo:list-item-label end-indent="label-end()"><fo:block>'
        f"{f'{n}.' if part.ordered else _safe(dress.bullet)}</fo:block></fo:list-item-label>"
        '<fo:list-item-body start-indent="body-start()">'
        f"<fo:block>{_safe(text)}</fo:block></fo:list-item-body></fo:list-item>"
        for n, text in enumerate(part.items, 1)
    )
    return (
        '<fo:list-block provisional-distance-between-starts="14pt" '
        f'provisional-label-separation="4pt" space-after="{dress.gap}pt">{items}</fo:list-block>'
    )


def _table(grid: Grid, document: Document) -> Iterator[str]:
    yield '<fo:table table-layout="fixed" width="100%" border-collapse="collapse" '
    yield 'space-after="12pt" space-before="4pt">'
    for width in grid.widths:
        yield f'<fo:table-column column-width="proportional-column-width({width * 100:.1f})"/>'
    heads = [row for row in grid.rows if row.repeats]
    rest = [row for row in grid.rows if not row.repeats]
    if heads and rest:
        yield "<fo:table-header>"
        yield from (_row(row, document) for row in heads)
        yield "</fo:table-header>"
    yield "<fo:table-body>"
    yield from (_row(row, document) for row in rest or heads)
    yield "</fo:table-body></fo:table>"


def _row(row: Row, document: Document) -> str:
    return f"<fo:table-row>{''.join(_cell(cell, document) for cell in row.cells)}</fo:table-row>"


def _cell(cell: Cell, document: Document) -> str:
    dress = document.dress
    options = f' padding="{dress.padding}pt" start-indent="0pt" end-indent="0pt"'
    if dress.rules == "grid":
        options += ' border="0.5pt solid black"'
    elif dress.rules == "horizontal":
        options += ' border-bottom="0.5pt solid black"'
    elif dress.rules == "shaded" and cell.kind != "value":
        options += ' background-color="#dde6ee"'
    if cell.span > 1:
        options += f' number-columns-spanned="{cell.span}"'
    if cell.depth > 1:
        options += f' number-rows-spanned="{cell.depth}"'
    weight = "" if cell.kind == "value" else ' font-weight="bold"'
    inner = "".join(_inner(part, document) for part in cell.parts) or "<fo:block/>"
    return f"<fo:table-cell{options}{weight}>{inner}</fo:table-cell>"
