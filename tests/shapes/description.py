"""Shapes of the description of the occupation, with its descriptors of knowledge and skills."""

from __future__ import annotations

from typing import Any

from tests.shapes.content import DESCRIPTORS
from tests.shapes.draw import Draw
from tests.shapes.lists import prose, spoken
from tests.shapes.pairs import IN_TABLES, WITHOUT_TABLES, Layout, Pair, name_line, pair
from tests.shapes.tree import Block, Heading, Para, Run

Content = dict[str, Any]
Blocks = list[Block]

_LABELS = {
    "work_environment": ("Werkomgeving", "Werkomgeving (NLQF)"),
    "attitude": ("Attitude",),
    "responsibility_and_autonomy": ("Verantwoordelijkheid en zelfstandigheid",),
    "knowledge_and_skills": ("Kennis en vaardigheden",),
    "complexity": ("Complexiteit",),
}
_POINTER = "/description/knowledge_and_skills"


def _sub_headings(draw: Draw, found: Content) -> Blocks:
    """An emphasised line each."""
    made: Blocks = []
    for key, blocks in found.items():
        made.append(name_line(draw, "descriptors", DESCRIPTORS[key]))
        made += prose(draw, f"{_POINTER}/{key}", blocks)
    return made


def _lead_ins(draw: Draw, found: Content) -> Blocks:
    """An emphasised opening of the paragraph, with a colon or without."""
    colon = draw.always("colon of a lead-in", (":", ""))
    return [_lead(draw, f"{DESCRIPTORS[key]}{colon}", " ", found[key]) for key in found]


def _lead_in_lines(draw: Draw, found: Content) -> Blocks:
    """An emphasised line, a line break, the text."""
    return [_lead(draw, DESCRIPTORS[key], "\n", found[key]) for key in found]


def _numbered(draw: Draw, found: Content) -> Blocks:
    """A number and a name on an emphasised line each."""
    made: Blocks = []
    for number, (key, blocks) in enumerate(found.items(), 1):
        made.append(name_line(draw, "descriptors", f"{number}. {DESCRIPTORS[key]}"))
        made += prose(draw, f"{_POINTER}/{key}", blocks)
    return made


def _plain_lines(draw: Draw, found: Content) -> Blocks:
    """A plain line each."""
    made: Blocks = []
    for key, blocks in found.items():
        made += [Para((Run(DESCRIPTORS[key]),)), *prose(draw, f"{_POINTER}/{key}", blocks)]
    return made


def _lead(draw: Draw, title: str, between: str, blocks: list[Content]) -> Para:
    style = name_line(draw, "descriptors", "").runs[0].emphasis
    return spoken(draw, f"{between}{blocks[0]['text']}", Run(title, style))


def _descriptors(draw: Draw, found: Content) -> Blocks:
    shapes = [_plain_lines]
    if draw.form.emphasis:
        shapes = [_sub_headings, _sub_headings, _lead_ins, _numbered]
    if draw.form.emphasis and draw.form.line_breaks:
        shapes.append(_lead_in_lines)
    return list(draw.shape("descriptors", _POINTER, shapes)(draw, found))


def section(draw: Draw, content: Content, level: int) -> Blocks:
    """The section of the description, below its heading of the level above."""
    layouts: tuple[Layout, ...] = WITHOUT_TABLES
    if draw.form.tables:
        layouts = (*IN_TABLES, *IN_TABLES, *layouts)
    layout = draw.habit("layout of sections", layouts)
    rows = [_row(draw, key, content["description"][key], layout, level) for key in _LABELS]
    rows += [
        pair(one["label"], prose(draw, "/unplaced/0/text", one["text"]))
        for one in content.get("unplaced", [])
    ]
    if draw.chance(0.3):
        draw.rng.shuffle(rows)
    draw.note("description", "/description", layout.__name__)
    draw.note("unplaced", "/unplaced", layout.__name__)
    return layout(draw, rows, level)


def _row(draw: Draw, key: str, value: Any, layout: Layout, level: int) -> Pair:
    label = draw.pick(_LABELS[key])
    if key != "knowledge_and_skills":
        return pair(label, prose(draw, f"/description/{key}", value))
    if layout.__name__ == "under_headings" and draw.chance(0.5):
        draw.note("descriptors", _POINTER, "headings")
        made: Blocks = []
        for name, blocks in value.items():
            made.append(Heading(level + 1, DESCRIPTORS[name]))
            made += prose(draw, f"{_POINTER}/{name}", blocks)
        return pair(label, made)
    return pair(label, _descriptors(draw, value))
