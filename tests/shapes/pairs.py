"""Shapes of labels with their values: a table, tables, headings, emphasised labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.shapes.draw import Draw
from tests.shapes.lists import face
from tests.shapes.tree import Block, Cell, Emphasis, Heading, Para, Rules, Run, Table, label


@dataclass(frozen=True, slots=True)
class Pair:
    """A label with its value; without label it goes on with the pair before it."""

    label: str
    blocks: tuple[Block, ...]


Layout = Callable[[Draw, list[Pair], int], list[Block]]

_RULES: tuple[Rules, ...] = ("grid", "grid", "grid", "horizontal", "none")
_LABELS: tuple[Emphasis, ...] = ("bold", "bold", "underline")


def pair(text: str, blocks: list[Block]) -> Pair:
    """A label with its value."""
    return Pair(text, tuple(blocks))


def shown(draw: Draw, text: str) -> str:
    """A label as this document prints it."""
    return text + draw.always("end of a label", ("", "", ":"))


def rules(draw: Draw) -> Rules:
    """The rules of the tables of a document."""
    return draw.always("rules", _RULES)


def shares(draw: Draw) -> tuple[float, float]:
    """The widths of labels and values."""
    left = draw.always("share of labels", (0.27, 0.3, 0.34))
    return left, 1 - left


def in_table(draw: Draw, found: list[Pair], _level: int) -> list[Block]:
    """Two columns, a row each."""
    return [table_of(draw, [(label(shown(draw, p.label)), Cell(p.blocks)) for p in found])]


def in_tables(draw: Draw, found: list[Pair], level: int) -> list[Block]:
    """A table of its own for each label; what goes on stays with it."""
    groups: list[list[Pair]] = []
    for one in found:
        if one.label or not groups:
            groups.append([])
        groups[-1].append(one)
    return [block for group in groups for block in in_table(draw, group, level)]


def under_headings(_draw: Draw, found: list[Pair], level: int) -> list[Block]:
    """A heading each, the value below it."""
    return [b for one in found for b in (Heading(level, one.label), *one.blocks)]


def under_emphasis(draw: Draw, found: list[Pair], _level: int) -> list[Block]:
    """An emphasised line each, the value below it."""
    style = draw.always("face of labels", _LABELS)
    lines = [Para((Run(shown(draw, one.label), style),)) for one in found]
    return [b for line, one in zip(lines, found, strict=True) for b in (line, *one.blocks)]


def table_of(draw: Draw, rows: Sequence[tuple[Cell, ...]], has_head: bool = False) -> Table:
    """A table of labels and values."""
    return Table(tuple(rows), shares(draw), has_head, rules(draw))


def name_line(draw: Draw, purpose: str, text: str) -> Para:
    """A name on a line of its own, emphasised."""
    return Para((Run(text, face(draw, purpose)),))


IN_TABLES: tuple[Layout, ...] = (in_table, in_table, in_tables)
WITHOUT_TABLES: tuple[Layout, ...] = (under_headings, under_emphasis)
