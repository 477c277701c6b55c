"""A sheet as the Markdown that converters make of it, each dialect imitated by a writer of ours.

`pressed` is that of markdownify and markitdown, `padded` that of docling, `grid` that of pandoc,
`copied` that of PyMuPDF4LLM. No tool is needed.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence

from tests.rendering.sheet import Content, Piece, Sheet, Table, sheet_of
from tests.rendering.style import Style

_WIDTHS = (26, 52)
_STYLE = Style(form="cms")


def tool_markdown(content: Content, dialect: str) -> str:
    """The text of a profile in a dialect."""
    sheet: Sheet = sheet_of(content, _STYLE)
    parts = [f"# {sheet.title}"]
    for section in sheet.sections:
        parts.append(f"## {section.heading}")
        parts += [DIALECTS[dialect](_rows(table)) for table in section.tables]
    return "\n\n".join(parts) + "\n"


Cells = list[list[Piece]]


def _rows(table: Table) -> list[Cells]:
    """The rows of a table; one over all columns has a single cell."""
    rows: list[Cells] = []
    if table.header:
        rows.append([[Piece("emph", label, form="bold")] for label in table.header.labels])
        rows.append([[Piece("para", value)] for value in table.header.values])
    if table.heading:
        rows.append([[Piece("emph", table.heading, form="bold")]])
    for row in table.rows:
        label = [Piece("emph", row.label, form="bold")] if row.label else []
        rows.append([label, list(row.pieces)])
    return rows


def _line(piece: Piece, marker: str) -> str:
    """A piece on a line, with its marker."""
    if piece.kind == "item":
        return f"{piece.number}. {piece.text}" if piece.ordered else f"{marker} {piece.text}"
    if piece.kind == "emph":
        sign = "**" if piece.form == "bold" else "*"
        return f"{sign}{piece.text}{sign}"
    return f"*{piece.head}*  {piece.text}" if piece.head else piece.text


def _pressed_cell(pieces: Sequence[Piece], marker: str, gap: str) -> str:
    found = ""
    for before, piece in zip([None, *pieces], pieces, strict=False):
        both = before is not None and before.kind == piece.kind == "item"
        found += ("" if before is None else " " if both else gap) + _line(piece, marker)
    return found.replace("|", "\\|")


def _pressed(rows: list[Cells]) -> str:
    width = max(map(len, rows))
    lines = ["|" + "  |" * width, "|" + " --- |" * width]
    for row in rows:
        cells = [_pressed_cell(cell, "*", "   ") for cell in row]
        # What a merged cell reaches over is one blank.
        lines.append("".join(f"| {cell} " for cell in cells) + "| " * (width - len(row)) + "|")
    return "\n".join(lines)


def _padded(rows: list[Cells]) -> str:
    width = max(map(len, rows))
    texts = [[_pressed_cell(cell, "-", "  ") for cell in row] for row in rows]
    full = [row + row[-1:] * (width - len(row)) for row in texts]
    widths = [max(len(row[n]) for row in full) for n in range(width)]
    lines = [
        "| " + " | ".join(text.ljust(size) for text, size in zip(row, widths, strict=True)) + " |"
        for row in full
    ]
    rule = "|" + "|".join("-" * (size + 2) for size in widths) + "|"
    return "\n".join([lines[0].replace("&", "&amp;"), rule, *lines[1:]])


def _copied(rows: list[Cells]) -> str:
    width = max(map(len, rows))
    lines = ["|" + "|".join(f"Col{n}" for n in range(1, width + 1)) + "|", "|---" * width + "|"]
    for row in rows:
        cells = ["<br>".join(_line(piece, "•") for piece in cell) for cell in row]
        cells += cells[-1:] * (width - len(row))
        lines.append("|" + "|".join(_in_row(cell) for cell in cells) + "|")
    return "\n".join(lines)


def _in_row(cell: str) -> str:
    return cell.replace("  ", "<br>").replace("|", "\\|")


def _grid(rows: list[Cells]) -> str:
    width = max(map(len, rows))
    sizes = [*_WIDTHS[: width - 1], *[_WIDTHS[1]] * (width - min(width, 1))][:width]
    border = "+" + "+".join("-" * (size + 2) for size in sizes) + "+"
    lines = [border]
    for row in rows:
        spans = [*sizes[: len(row) - 1], sum(sizes[len(row) - 1 :]) + 3 * (width - len(row))]
        columns = [_wrapped(cell, size) for cell, size in zip(row, spans, strict=True)]
        for n in range(max(map(len, columns))):
            cells = (column[n] if n < len(column) else "" for column in columns)
            padded = (cell.ljust(size) for cell, size in zip(cells, spans, strict=True))
            lines.append("| " + " | ".join(padded) + " |")
        lines.append(border)
    return "\n".join(lines)


def _wrapped(pieces: Sequence[Piece], width: int) -> list[str]:
    found: list[str] = []
    for piece in pieces:
        text = _line(piece, "-").replace("'", "\\'").replace("*  ", "*\n\n")
        indent = "  " if piece.kind == "item" else ""
        for part in text.split("\n\n"):
            filled = textwrap.wrap(part, width, subsequent_indent=indent, break_on_hyphens=False)
            found += [*([""] if found else []), *filled]
    return found or [""]


DIALECTS: dict[str, Callable[[list[Cells]], str]] = {
    "pressed": _pressed,
    "padded": _padded,
    "copied": _copied,
    "grid": _grid,
}
