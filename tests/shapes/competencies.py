"""Shapes of competencies with their indicators."""

from __future__ import annotations

from typing import Any

from tests.shapes.draw import Draw
from tests.shapes.lists import sentences, unpunctuated
from tests.shapes.pairs import Pair, name_line, pair, rules, shown
from tests.shapes.tree import (
    Block,
    Cell,
    Emphasis,
    Heading,
    Items,
    Para,
    Run,
    Table,
    cell,
    items,
    label,
    para,
)

Content = dict[str, Any]
Blocks = list[Block]

_NUMBERED: tuple[Emphasis, ...] = ("", "bold")


def _texts(one: Content) -> list[str]:
    return [indicator["text"] for indicator in one["indicators"]]


def _below(draw: Draw, pointer: str, number: int, one: Content) -> Blocks:
    at = f"{pointer}/{number}/indicators"
    return sentences(draw, "indicators", at, one["indicators"])


# ------------------------------------------------------------------ in one cell or under a label


def _name_and_items(draw: Draw, pointer: str, found: list[Content]) -> Blocks:
    """An emphasised name, the items below it."""
    made: Blocks = []
    for number, one in enumerate(found):
        made += [name_line(draw, "competencies", one["name"]), *_below(draw, pointer, number, one)]
    return made


def _name_and_lines(draw: Draw, _pointer: str, found: list[Content]) -> Blocks:
    """An emphasised name and, behind a line break each, its items in the same paragraph."""
    return [_run_on(draw, one, "\n", _texts(one)) for one in found]


def _name_and_run(draw: Draw, _pointer: str, found: list[Content]) -> Blocks:
    """An emphasised name and, behind it in the same paragraph, its items without separator."""
    return [_run_on(draw, one, " ", _clean(one)) for one in found]


def _run_on(draw: Draw, one: Content, separator: str, texts: list[str]) -> Para:
    name = name_line(draw, "competencies", one["name"]).runs[0]
    return para(name, separator + separator.join(texts))


def _numbered_names(draw: Draw, _pointer: str, found: list[Content]) -> Blocks:
    """A typed number and the name, bulleted items below."""
    style = draw.always("face of numbered names", _NUMBERED)
    return [
        block
        for number, one in enumerate(found, 1)
        for block in (Para((Run(f"{number}. {one['name']}", style),)), items(_texts(one)))
    ]


def _numbered_list(_draw: Draw, _pointer: str, found: list[Content]) -> Blocks:
    """A numbered list of names, in each a list of its items."""
    return [Items(tuple((para(one["name"]), items(_texts(one))) for one in found), ordered=True)]


def _colon(_draw: Draw, _pointer: str, found: list[Content]) -> Blocks:
    """`name: a; b; c`, a paragraph each."""
    return [para(f"{one['name']}: {'; '.join(_clean(one))}") for one in found]


def _colon_emphasised(draw: Draw, _pointer: str, found: list[Content]) -> Blocks:
    """The same with an emphasised name."""
    style = name_line(draw, "competencies", "").runs[0].emphasis
    return [para(Run(f"{one['name']}:", style), f" {'; '.join(_clean(one))}") for one in found]


def _colon_bullets(_draw: Draw, _pointer: str, found: list[Content]) -> Blocks:
    """The same as a bulleted list."""
    return [items([f"{one['name']}: {'; '.join(_clean(one))}" for one in found])]


def _clean(one: Content) -> list[str]:
    unpunctuated(one["indicators"])
    return _texts(one)


def _nested_table(draw: Draw, pointer: str, found: list[Content]) -> Blocks:
    """A table of names and indicators."""
    return [_two_columns(draw, pointer, found)]


def _two_columns(draw: Draw, pointer: str, found: list[Content]) -> Table:
    has_head = draw.always("head of competencies", (True, False))
    rows = [
        (label(one["name"]), cell(*_below(draw, pointer, number, one)))
        for number, one in enumerate(found)
    ]
    if has_head:
        words = draw.always("words of the head", (("Competentie", "Gedragsindicatoren"),))
        rows.insert(0, (label(words[0]), label(words[1])))
    return Table(tuple(rows), (0.35, 0.65), has_head, rules(draw))


# ------------------------------------------------------------------------------- rows of a table


def _row_each(draw: Draw, pointer: str, found: list[Content]) -> list[Pair]:
    """A row each, the label in the first."""
    return _rows(draw, pointer, found, repeated=False)


def _row_each_labelled(draw: Draw, pointer: str, found: list[Content]) -> list[Pair]:
    """A row each, all with the label."""
    return _rows(draw, pointer, found, repeated=True)


def _rows(draw: Draw, pointer: str, found: list[Content], repeated: bool) -> list[Pair]:
    made = []
    for number, one in enumerate(found):
        blocks = [name_line(draw, "competencies", one["name"]), *_below(draw, pointer, number, one)]
        made.append(pair("Competenties" if repeated or number == 0 else "", blocks))
    return made


# --------------------------------------------------------------------------- outside of a table


def _headings(draw: Draw, pointer: str, found: list[Content], level: int) -> Blocks:
    """A heading each, the items in a list below."""
    made: Blocks = []
    for number, one in enumerate(found):
        made += [Heading(level, one["name"]), *_below(draw, pointer, number, one)]
    return made


_IN_CELLS = (_numbered_names, _numbered_list, _colon, _colon_bullets)
_EMPHASISED = (_name_and_items, _name_and_items, _name_and_run, _colon_emphasised)


def value_of(draw: Draw, pointer: str, found: list[Content]) -> Blocks:
    """Competencies as the value of one label."""
    shapes = [*_IN_CELLS, *(_EMPHASISED if draw.form.emphasis else ())]
    if draw.form.emphasis and draw.form.line_breaks:
        shapes.append(_name_and_lines)
    if draw.form.nested_tables:
        shapes.append(_nested_table)
    return list(draw.shape("competencies", pointer, shapes)(draw, pointer, found))


def rows_of(draw: Draw, pointer: str, found: list[Content]) -> list[Pair]:
    """Competencies as rows of the role's table."""
    return list(
        draw.shape("competencies", pointer, (_row_each, _row_each_labelled))(draw, pointer, found)
    )


def in_columns(draw: Draw, pointer: str, found: list[Content]) -> list[tuple[Cell, ...]]:
    """Competencies as rows of a table of three columns: the label, names, indicators."""
    draw.note("competencies", pointer, "in_columns")
    return [
        (
            label("" if number else shown(draw, "Competenties")),
            label(one["name"]),
            cell(*_below(draw, pointer, number, one)),
        )
        for number, one in enumerate(found)
    ]


def own_table(draw: Draw, pointer: str, found: list[Content]) -> Blocks:
    """Competencies in a table of their own, with a title in it or above it."""
    draw.note("competencies", pointer, "own_table")
    table = _two_columns(draw, pointer, found)
    if table.has_head and draw.chance(0.4):
        return [table]
    return [Para((Run(shown(draw, "Competenties"), "bold"),)), table]


def with_headings(draw: Draw, pointer: str, found: list[Content], level: int) -> Blocks:
    """Competencies under headings of their own."""
    draw.note("competencies", pointer, "headings")
    return _headings(draw, pointer, found, level)
