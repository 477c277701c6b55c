"""Shapes of roles: their headings, their parts."""

from __future__ import annotations

from typing import Any

from tests.shapes import competencies
from tests.shapes.draw import Draw
from tests.shapes.lists import face, prose, sentences
from tests.shapes.overview import overview
from tests.shapes.pairs import (
    Pair,
    in_table,
    in_tables,
    name_line,
    pair,
    rules,
    shown,
    table_of,
    under_emphasis,
    under_headings,
)
from tests.shapes.tree import Block, Cell, Heading, Para, Run, Table, items, label

Content = dict[str, Any]
Blocks = list[Block]

# ------------------------------------------------------------------------------------ headings


def _headed(draw: Draw, role: Content, short: str, number: int) -> str:
    lower = role["name"].lower()
    forms = (f"De {short} als {lower}", f"{short.capitalize()} als {lower}", role["name"])
    at = draw.always("form of a role's heading", (0, 0, 1, 2))
    role["heading"] = forms[at]
    draw.note("role heading", f"/roles/{number - 1}/heading", str(at))
    if draw.always("numbers of roles", (True, True, False)):
        role["number"] = number
        return f"{number}. {forms[at]}"
    return forms[at]


# --------------------------------------------------------------------------------------- parts


def _description(draw: Draw, role: Content, pointer: str) -> Blocks:
    statement = Run(role["responsibility"], face(draw, "statements"))
    if not draw.form.emphasis:
        statement = Run(role["responsibility"])
    below = prose(draw, f"{pointer}/description", role["description"])
    shape = draw.habit("statement", ("own_paragraph", "own_paragraph", "line_break"))
    first = below[0]
    if shape == "line_break" and draw.form.line_breaks and isinstance(first, Para):
        draw.note("statement", f"{pointer}/responsibility", shape)
        return [Para((statement, Run("\n"), *first.runs)), *below[1:]]
    draw.note("statement", f"{pointer}/responsibility", "own_paragraph")
    return [Para((statement,)), *below]


def _knowledge(draw: Draw, role: Content, pointer: str) -> Blocks:
    found, at = role["knowledge_and_skills"], f"{pointer}/knowledge_and_skills"
    if draw.form.emphasis and draw.habit("knowledge apart", (False, False, False, True)):
        return _knowledge_apart(draw, found, at)
    return sentences(draw, "knowledge", at, found)


def _knowledge_apart(draw: Draw, found: list[Content], pointer: str) -> Blocks:
    """Knowledge and skills below a word each, in bullets."""
    draw.note("knowledge", pointer, "apart")
    found[:] = [one for one in found if one["kind"] != "other"]  # which of the two has them?
    known = [one["text"] for one in found if one["kind"] == "knowledge"]
    rest = [one["text"] for one in found if one["kind"] == "skill"]
    return [
        *(name_line(draw, "knowledge", "Kennis"), items(known)),
        *(name_line(draw, "knowledge", "Vaardigheden"), items(rest)),
    ]


def _before(draw: Draw, role: Content, pointer: str) -> list[Pair]:
    return [pair("Beschrijving van de rol", _description(draw, role, pointer))]


def _after(draw: Draw, role: Content, pointer: str) -> list[Pair]:
    blocks = prose(draw, f"{pointer}/consequence_of_error", role["consequence_of_error"])
    found = [
        pair("Benodigde kennis en vaardigheden", _knowledge(draw, role, pointer)),
        pair("Afbreukrisico", blocks),
    ]
    return found[::-1] if draw.always("risk first", (False, False, False, True)) else found


def _middle(draw: Draw, role: Content, pointer: str) -> list[Pair]:
    at, found = f"{pointer}/competencies", role["competencies"]
    if draw.habit("competencies in rows", (True, False)):
        return competencies.rows_of(draw, at, found)
    return [pair("Competenties", competencies.value_of(draw, at, found))]


# ------------------------------------------------------------------------- the whole of a role


def _one_table(draw: Draw, role: Content, pointer: str, title: str, level: int) -> Blocks:
    """The heading in the first row of the table."""
    rows = [*_before(draw, role, pointer), *_middle(draw, role, pointer)]
    made = in_table(draw, [*rows, *_after(draw, role, pointer)], level)[0]
    assert isinstance(made, Table)
    head: tuple[Cell, ...] = (label(title, span=2),)
    if draw.always("head of a role's table", (True, False)):
        head = (label(title), Cell(()))
    return [table_of(draw, [head, *made.rows], has_head=len(head) == 1)]


def _heading_and_table(draw: Draw, role: Content, pointer: str, title: str, level: int) -> Blocks:
    """The heading above the table."""
    rows = [*_before(draw, role, pointer), *_middle(draw, role, pointer)]
    return [Heading(level, title), *in_table(draw, [*rows, *_after(draw, role, pointer)], level)]


def _separate_tables(draw: Draw, role: Content, pointer: str, title: str, level: int) -> Blocks:
    """A table for each part."""
    rows = [*_before(draw, role, pointer), *_middle(draw, role, pointer)]
    return [Heading(level, title), *in_tables(draw, [*rows, *_after(draw, role, pointer)], level)]


def _halves(draw: Draw, role: Content, pointer: str, title: str, level: int) -> Blocks:
    """Competencies in a table of their own between the halves of the role's table."""
    return [
        Heading(level, title),
        *in_table(draw, _before(draw, role, pointer), level),
        *competencies.own_table(draw, f"{pointer}/competencies", role["competencies"]),
        *in_table(draw, _after(draw, role, pointer), level),
    ]


def _three_columns(draw: Draw, role: Content, pointer: str, title: str, level: int) -> Blocks:
    """The role's table has names and indicators of competencies in two columns."""
    at = f"{pointer}/competencies"
    before, after = _before(draw, role, pointer), _after(draw, role, pointer)
    rows = [
        *(_wide(draw, one) for one in before),
        *competencies.in_columns(draw, at, role["competencies"]),
        *(_wide(draw, one) for one in after),
    ]
    return [Heading(level, title), Table(tuple(rows), (0.26, 0.24, 0.5), False, rules(draw))]


def _wide(draw: Draw, found: Pair) -> tuple[Cell, ...]:
    return (label(shown(draw, found.label)), Cell(found.blocks, span=2))


def _headings(draw: Draw, role: Content, pointer: str, title: str, level: int) -> Blocks:
    """A heading for each part."""
    at, found = f"{pointer}/competencies", role["competencies"]
    inner: Blocks
    if draw.habit("competencies under headings", (True, False)):
        inner = competencies.with_headings(draw, at, found, level + 2)
    else:
        inner = competencies.value_of(draw, at, found)
    rows = [*_before(draw, role, pointer), pair("Competenties", inner)]
    rows += _after(draw, role, pointer)
    return [Heading(level, title), *under_headings(draw, rows, level + 1)]


def _labels(draw: Draw, role: Content, pointer: str, title: str, level: int) -> Blocks:
    """An emphasised label for each part."""
    at, found = f"{pointer}/competencies", role["competencies"]
    rows = [
        *_before(draw, role, pointer),
        pair("Competenties", competencies.value_of(draw, at, found)),
        *_after(draw, role, pointer),
    ]
    return [Heading(level, title), *under_emphasis(draw, rows, level + 1)]


_WITH_TABLES = (_one_table, _heading_and_table, _separate_tables, _halves, _three_columns)


def section(draw: Draw, content: Content, level: int) -> Blocks:
    """The section of roles, below its heading of the level above."""
    made = overview(draw, content["roles"], level)
    shapes = [_headings, *((_labels,) if draw.form.emphasis else ())]
    if draw.form.tables:
        shapes = [
            _one_table,
            _heading_and_table,
            _separate_tables,
            _halves,
            _three_columns,
            *shapes,
        ]
    short = content.get("short_name") or content["name"].lower()
    for number, role in enumerate(content["roles"], 1):
        pointer = f"/roles/{number - 1}"
        title = _headed(draw, role, short, number)
        made += draw.shape("role", pointer, shapes)(draw, role, pointer, title, level)
    return made
