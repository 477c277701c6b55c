"""PDF by Typst; all text stands in string literals, so nothing of it is markup."""

from __future__ import annotations

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
)
from tests.core_tasks.web import PAPERS

_STROKES = {
    "grid": "0.5pt",
    "horizontal": "(x: none, y: 0.5pt)",
    "shaded": "(x: none, y: 2pt + white)",
    "none": "none",
}


def typst_pdf(document: Document, tagged: bool) -> bytes:
    """The bytes of the file."""
    import typst

    source = "\n".join(_source(document)).encode("utf-8")
    found: bytes = typst.compile(source, format="pdf", pdf_tags=tagged)
    return found


def _source(document: Document) -> Iterator[str]:
    dress = document.dress
    width, height = PAPERS[dress.paper]
    head = f"align(center, text(size: 8pt, {_string(document.head)}))" if document.head else "none"
    yield (
        f"#set page(width: {width}cm, height: {height}cm, margin: {dress.margin}cm, "
        f"header: {head}, footer: {_foot(document.foot)})"
    )
    yield (
        f'#set text(font: {_string(dress.font)}, size: {dress.size}pt, lang: "nl", '
        f"hyphenate: {_boolean(dress.hyphenated)})"
    )
    yield (
        f"#set par(justify: {_boolean(dress.justified)}, leading: 0.6em, "
        f"spacing: {dress.gap + 6}pt)"
    )
    yield f"#set list(marker: text({_string(dress.bullet)}))"
    yield f"#show heading: set text(size: {dress.size + 2}pt, hyphenate: false)"
    yield "#show heading: set block(above: 14pt, below: 7pt)"
    for number, line in enumerate(document.cover):
        size = (22, 18, 11)[min(number, 2)]
        above = "#v(6cm)" if number == 0 else ""
        yield f"{above}#par(text(size: {size}pt, hyphenate: false, {_string(line)}))"
    if document.cover:
        yield "#pagebreak()"
    for part in document.parts:
        yield f"#{{ {_part(part, document)} }}"


def _foot(foot: str) -> str:
    if not foot:
        return "none"
    shown = _string(foot)
    shown = shown.replace("{pages}", '" + str(counter(page).final().first()) + "')
    shown = shown.replace("{page}", '" + str(counter(page).get().first()) + "')
    return f"context align(right, text(size: 8pt, {shown}))"


def _part(part: Part, document: Document) -> str:
    if isinstance(part, Heading):
        return _heading(part, document)
    if isinstance(part, Grid):
        return _table(part, document)
    if isinstance(part, Labelled):
        label = f"block(sticky: true, below: 5pt, strong(text({_string(part.label)})))"
        return "; ".join([label, *(_inner(one) for one in part.parts)])
    if isinstance(part, Contents):
        lines = (
            f"block(spacing: 5pt, pad(left: {12 * (level - 1)}pt, text({_string(line)})))"
            for level, line in part.lines
        )
        return "; ".join([f"strong(text({_string(part.title)}))", *lines])
    if isinstance(part, PageEnd):
        return "pagebreak()"
    return _inner(part)


def _heading(heading: Heading, document: Document) -> str:
    if document.dress.heading_styles:
        return f"heading(level: {heading.level + 1}, text({_string(heading.text)}))"
    size = {0: 17, 1: 14, 2: 12}.get(heading.level, 11)
    return (
        f"block(sticky: true, above: 14pt, below: 7pt, text(size: {size}pt, weight: "
        f'"bold", hyphenate: false, {_string(heading.text)}))'
    )


def _inner(part: Inner) -> str:
    if isinstance(part, Para):
        text = f"text({_string(part.text)})"
        if part.label:
            return f'par(strong(text({_string(part.label)})) + " " + {text})'
        if part.face == "plain":
            return f"par({text})"
        return f"block(sticky: true, {'emph' if part.face == 'italic' else 'strong'}({text}))"
    if isinstance(part, Lines):
        return f"par({' + linebreak() + '.join(f'text({_string(text)})' for text in part.texts)})"
    if part.typed:
        marked = (f"text({_string(f'{part.typed} {text}')})" for text in part.items)
        return "; ".join(f"block(spacing: 6pt, inset: (left: 8pt), {one})" for one in marked)
    items = ", ".join(f"text({_string(text)})" for text in part.items)
    return f"{'enum' if part.ordered else 'list'}({items})"


def _table(grid: Grid, document: Document) -> str:
    dress = document.dress
    shown = ", ".join(f"{width:.2%}" for width in grid.widths)
    heads = [row for row in grid.rows if row.repeats]
    cells = [_cell(cell, document) for row in grid.rows if not row.repeats for cell in row.cells]
    if heads:
        inner = ", ".join(_cell(cell, document) for row in heads for cell in row.cells)
        cells.insert(0, f"table.header(repeat: true, {inner})")
    return (
        f"block(width: 100%, below: 12pt, table(columns: ({shown}), "
        f"stroke: {_STROKES[dress.rules]}, inset: {dress.padding + 1}pt, {', '.join(cells)}))"
    )


def _cell(cell: Cell, document: Document) -> str:
    options = ""
    if cell.span > 1:
        options += f"colspan: {cell.span}, "
    if cell.depth > 1:
        options += f"rowspan: {cell.depth}, "
    if cell.kind != "value" and document.dress.rules == "shaded":
        options += 'fill: rgb("#dde6ee"), '
    inner = "; ".join(_inner(part) for part in cell.parts)
    inner = f"{{ {inner} }}" if inner else "[]"
    if cell.kind != "value":
        inner = f"{{ set par(justify: false); strong({inner}) }}"
    return f"table.cell({options}align: left + top, {inner})"


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _boolean(value: bool) -> str:
    return "true" if value else "false"
