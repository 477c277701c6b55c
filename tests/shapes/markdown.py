"""Markdown as people write it: pipe tables with breaks in the cells, lists, emphasis."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from tests.shapes.compose import Document
from tests.shapes.tree import Block, Cell, Heading, Items, PageEnd, Para, Run, Table

_FACES = {"": "{}", "bold": "**{}**", "italic": "*{}*", "both": "***{}***", "underline": "**{}**"}
_LOOKS_LIKE_ITEM = re.compile(r"([-*+]) ")
_NUMBERED = re.compile(r"(\d+)([.)]) ")


@dataclass(frozen=True, slots=True)
class Habits:
    """How one person writes it."""

    line_end: str  # of a line break in a paragraph
    bullet: str
    bullet_in_cell: str  # empty: lists of HTML


def markdown_of(document: Document) -> bytes:
    """The bytes of the file."""
    rng = random.Random(document.number)
    habits = Habits(
        rng.choice(("  \n", "\\\n", "<br>")), rng.choice("-*"), rng.choice(("-", "•", ""))
    )
    blocks = [_block(one, habits) for one in document.tree]
    first = document.tree[0]
    if isinstance(first, Heading) and not _is_title(document.tree[1]) and rng.random() < 0.25:
        blocks[0] = f'---\ntitle: "{first.text}"\nlang: nl\n---'
    return ("\n\n".join(blocks) + "\n").encode()


def _is_title(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 0


def _block(block: Block, habits: Habits) -> str:
    if isinstance(block, Heading):
        return f"{'#' * (block.level + 1)} {block.text}"
    if isinstance(block, Para):
        return _paragraph(block, habits)
    if isinstance(block, Items):
        return "\n".join(_items(block, habits.bullet))
    if isinstance(block, PageEnd):
        return "---"
    return _table(block, habits)


def _paragraph(block: Para, habits: Habits) -> str:
    text = "".join(_run(run) for run in block.runs)
    lines = text.split("\n")
    if len(lines) == 1:
        return _escaped_in_one_line(text)
    if _LOOKS_LIKE_ITEM.match(lines[0]) or _NUMBERED.match(lines[0]):
        return "\n".join(lines)  # typed items are items
    return habits.line_end.join(lines)


def _escaped_in_one_line(text: str) -> str:
    """The text, with a backslash where a line of several items would become one item."""
    found = _LOOKS_LIKE_ITEM.match(text)
    if found and f" {found[0]}" in text:
        return f"\\{text}"
    number = _NUMBERED.match(text)
    if number and re.search(rf" \d+{re.escape(number[2])} ", text):
        return f"{number[1]}\\{text[len(number[1]) :]}"
    return text


def _run(run: Run) -> str:
    before, _, text = run.text.rpartition("\n") if run.text.startswith("\n") else ("", "", run.text)
    lead = "\n" if run.text.startswith("\n") else ""
    if run.emphasis == "":
        return run.text
    return f"{before}{lead}{_FACES[run.emphasis].format(text)}"


def _items(block: Items, bullet: str, depth: int = 0, *, indents: bool = True) -> list[str]:
    """The lines of a list; where nothing indents, as in a cell, markers alone tell its levels."""
    lines = []
    for number, (first, *rest) in enumerate(block.items, 1):
        assert isinstance(first, Para)
        marker = f"{number}." if block.ordered else bullet
        lines.append(f"{' ' * depth}{marker} {''.join(_run(run) for run in first.runs)}")
        for inner in rest:
            assert isinstance(inner, Items)
            below = depth + len(marker) + 1 if indents else 0
            lines += _items(inner, bullet, below, indents=indents)
    return lines


# ------------------------------------------------------------------------------------- tables


def _table(table: Table, habits: Habits) -> str:
    count = len(table.shares)
    rows = [_row(row, habits) for row in table.rows]
    head = rows.pop(0) if table.has_head else _line([""] * count)
    return "\n".join([head, _line(["---"] * count), *rows])


def _row(row: tuple[Cell, ...], habits: Habits) -> str:
    texts: list[str] = []
    for cell in row:
        text = "<br><br>".join(_in_cell(block, habits) for block in cell.blocks)
        texts += [f"**{text}**" if text and cell.is_label else text, *[""] * (cell.span - 1)]
    return _line(texts)


def _line(texts: list[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _in_cell(block: Block, habits: Habits) -> str:
    if isinstance(block, Para):
        return "".join(_run(run) for run in block.runs).replace("\n", "<br>")
    assert isinstance(block, Items)
    if not habits.bullet_in_cell:
        return _html_list(block)
    return "<br>".join(_items(block, habits.bullet_in_cell, indents=False))


def _html_list(block: Items) -> str:
    tag = "ol" if block.ordered else "ul"
    return f"<{tag}>{''.join(_html_item(item) for item in block.items)}</{tag}>"


def _html_item(item: tuple[Block, ...]) -> str:
    first, *rest = item
    assert isinstance(first, Para)
    inner = "".join(_html_list(one) for one in rest if isinstance(one, Items))
    return f"<li>{''.join(_run(run) for run in first.runs)}{inner}</li>"
