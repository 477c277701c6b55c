"""Markdown: pipe tables with <br>, headings, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.core_tasks.parts import (
    Bullets,
    Cell,
    Contents,
    Document,
    Grid,
    Heading,
    Labelled,
    Lines,
    PageEnd,
    Para,
    Part,
    Row,
    places,
)

_STARTS_LIKE_A_LIST = re.compile(r"([-+*]|\d+[.)]) ")


def markdown_of(document: Document) -> str:
    """The text of the file."""
    lines = [line for part in document.parts for line in (*_part(part, document), "")]
    return "\n".join(lines)


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("|", "\\|")


def _part(part: Part, document: Document) -> Iterator[str]:
    if isinstance(part, Heading):
        yield f"{'#' * (part.level + 1)} {_safe(part.text)}"
    elif isinstance(part, Grid):
        yield from _grid(part, document)
    elif isinstance(part, Labelled):
        yield f"**{_safe(part.label)}**"
        for inner in part.parts:
            yield ""
            yield from _inner(inner)
    elif isinstance(part, Contents):
        yield from (_safe(line) for _, line in part.lines)
    elif isinstance(part, PageEnd):
        yield "---"
    else:
        yield from _inner(part)


def _inner(part: Para | Lines | Bullets) -> Iterator[str]:
    if isinstance(part, Para):
        text = _safe(part.text)
        if part.label:
            yield f"**{_safe(part.label)}** {text}" if text else f"**{_safe(part.label)}**"
        elif part.face == "plain":
            found = _STARTS_LIKE_A_LIST.match(text)
            yield f"\\{text}" if found and not text[0].isdigit() else text
        else:
            mark = "*" if part.face == "italic" else "**"
            yield f"{mark}{text}{mark}"
    elif isinstance(part, Lines):
        yield "  \n".join(_safe(text) for text in part.texts)
    elif part.typed and part.typed not in "-−":
        yield "  \n".join(_safe(f"{part.typed} {text}") for text in part.items)
    else:
        for number, text in enumerate(part.items, 1):
            yield f"{f'{number}.' if part.ordered else '-'} {_safe(text)}"


def _grid(grid: Grid, document: Document) -> Iterator[str]:
    """The first row stands above the rule; merged cells are empty ones."""
    deep = [0] * len(grid.widths)
    for number, row in enumerate(grid.rows):
        yield f"| {' | '.join(_cells(row, deep, document))} |"
        if number == 0:
            yield f"|{'---|' * len(grid.widths)}"


def _cells(row: Row, deep: list[int], document: Document) -> list[str]:
    return [_cell(cell, document) if cell else "" for cell in places(row, deep)]


def _cell(cell: Cell, document: Document) -> str:
    lines: list[str] = []
    for number, part in enumerate(cell.parts):
        if number and isinstance(part, Para) and isinstance(cell.parts[number - 1], Para):
            lines.append("")
        if isinstance(part, Bullets):
            mark = part.typed or document.dress.bullet
            lines.extend(
                _safe(f"{f'{n}.' if part.ordered else mark} {text}")
                for n, text in enumerate(part.items, 1)
            )
        elif isinstance(part, Lines):
            lines.extend(_safe(text) for text in part.texts)
        elif part.face == "plain" and cell.kind == "value":
            lines.append(_safe(part.text))
        else:
            lines.append(
                f"{'*' if part.face == 'italic' else '**'}{_safe(part.text)}"
                f"{'*' if part.face == 'italic' else '**'}"
            )
    return "<br>".join(lines)
