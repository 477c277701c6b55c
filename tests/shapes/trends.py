"""Shapes of trends: sub-headings, rows, bullets, lead-ins; and of the labour market."""

from __future__ import annotations

from typing import Any

from tests.shapes.draw import Draw
from tests.shapes.lists import prose, runs, spoken
from tests.shapes.pairs import IN_TABLES, WITHOUT_TABLES, Layout, name_line, pair, table_of
from tests.shapes.tree import Block, Cell, Heading, Items, Para, Run, label

Content = dict[str, Any]
Blocks = list[Block]


def _number(found: list[Content]) -> None:
    """Number the trends; lists in them then have no numbers that could be taken for theirs."""
    for number, one in enumerate(found, 1):
        one["number"] = number
        for block in one["text"]:
            if block["type"] == "list":
                block["ordered"] = False


def _text(draw: Draw, pointer: str, number: int, one: Content) -> Blocks:
    return prose(draw, f"{pointer}/{number}/text", one["text"])


def _title(one: Content) -> str:
    return f"{one['number']}. {one['title']}" if "number" in one else str(one["title"])


def _sub_headings(draw: Draw, pointer: str, found: list[Content]) -> Blocks:
    """An emphasised line each, the text below."""
    made: Blocks = []
    for number, one in enumerate(found):
        made += [name_line(draw, "trends", _title(one)), *_text(draw, pointer, number, one)]
    return made


def _numbered_sub_headings(draw: Draw, pointer: str, found: list[Content]) -> Blocks:
    """The same with numbers."""
    _number(found)
    return _sub_headings(draw, pointer, found)


def _numbered_lines(draw: Draw, pointer: str, found: list[Content]) -> Blocks:
    """A number and a title on a plain line each, the text below."""
    _number(found)
    made: Blocks = []
    for number, one in enumerate(found):
        made += [Para((Run(_title(one)),)), *_text(draw, pointer, number, one)]
    return made


def _lead_ins(draw: Draw, pointer: str, found: list[Content]) -> Blocks:
    """An emphasised title with a colon or without, the text in the same paragraph."""
    colon = draw.always("colon of a lead-in", (":", ""))
    made: Blocks = []
    for number, one in enumerate(found):
        style = name_line(draw, "trends", "").runs[0].emphasis
        lead = Run(f"{one['title']}{colon}", style)
        first, *rest = one["text"]
        made.append(spoken(draw, f" {first['text']}", lead))
        made += prose(draw, f"{pointer}/{number}/text", rest, first=1)
    return made


def _lead_in_lines(draw: Draw, pointer: str, found: list[Content]) -> Blocks:
    """An emphasised title, a line break, the text."""
    made: Blocks = []
    for number, one in enumerate(found):
        lead = name_line(draw, "trends", str(one["title"])).runs[0]
        first, *rest = one["text"]
        made.append(spoken(draw, f"\n{first['text']}", lead))
        made += prose(draw, f"{pointer}/{number}/text", rest, first=1)
    return made


def _bullets(draw: Draw, _pointer: str, found: list[Content]) -> Blocks:
    """`Title: text` in bullets."""
    return [_listed(draw, found, ordered=False)]


def _numbers(draw: Draw, _pointer: str, found: list[Content]) -> Blocks:
    """The same with numbers."""
    _number(found)
    return [_listed(draw, found, ordered=True)]


def _listed(draw: Draw, found: list[Content], ordered: bool) -> Items:
    emphasised = draw.form.emphasis and draw.always("bold titles in bullets", (True, False))
    entries = []
    for one in found:
        del one["text"][1:]  # one paragraph is what an item of this shape holds
        text = one["text"][0]["text"]
        lead = Run(f"{one['title']}:", "bold" if emphasised else "")
        entries.append((Para((lead, Run(" "), *runs(draw, text))),))
    return Items(tuple(entries), ordered)


def _value(draw: Draw, pointer: str, found: list[Content]) -> Blocks:
    shapes = [_numbered_lines, _bullets, _numbers]
    if draw.form.emphasis:
        shapes += [_sub_headings, _sub_headings, _numbered_sub_headings, _lead_ins]
    if draw.form.emphasis and draw.form.line_breaks:
        shapes.append(_lead_in_lines)
    return list(draw.shape("trends", pointer, shapes)(draw, pointer, found))


def _own_rows(draw: Draw, pointer: str, found: list[Content]) -> Blocks:
    draw.note("trends", pointer, "own_rows")
    if draw.chance(0.4):
        _number(found)
    rows = [
        (label(_title(one)), Cell(tuple(_text(draw, pointer, number, one))))
        for number, one in enumerate(found)
    ]
    return [table_of(draw, rows)]


def _own_headings(draw: Draw, pointer: str, found: list[Content], level: int) -> Blocks:
    draw.note("trends", pointer, "headings")
    if draw.chance(0.4):
        _number(found)
    made: Blocks = []
    for number, one in enumerate(found):
        made += [Heading(level, _title(one)), *_text(draw, pointer, number, one)]
    return made


def _market(draw: Draw, market: Content) -> Blocks:
    pointer = "/trends/labour_market/text"
    found = prose(draw, pointer, market["text"])
    source = market.get("source")
    if source is None:
        return found
    word = draw.pick(("Bron", "Bron", "Bronnen"))
    if draw.chance(0.5) and isinstance(found[-1], Para):
        draw.note("market source", "/trends/labour_market/source", "in the paragraph")
        return [*found[:-1], Para((*found[-1].runs, Run(f" {word}: {source}")))]
    draw.note("market source", "/trends/labour_market/source", "own paragraph")
    return [*found, Para((Run(f"{word}: {source}"),))]


def section(draw: Draw, trends: Content, level: int) -> Blocks:
    """The section of trends, below its heading of the level above."""
    market = pair("Arbeidsmarktinformatie", _market(draw, trends["labour_market"]))
    title = draw.always("label of trends", ("Trends en ontwikkelingen",))
    pointer, found = "/trends/developments", trends["developments"]
    layouts: tuple[Layout, ...] = WITHOUT_TABLES
    if draw.form.tables:
        layouts = (*IN_TABLES, *IN_TABLES, *layouts)
    layout = draw.habit("layout of sections", layouts)
    draw.note("labour market", "/trends/labour_market", layout.__name__)
    own = draw.chance(0.25)
    if own and layout in IN_TABLES:
        rest = _own_rows(draw, pointer, found)
        return [*layout(draw, [market], level), Heading(level, title), *rest]
    if own and layout.__name__ == "under_headings":
        rest = _own_headings(draw, pointer, found, level + 1)
        return [*layout(draw, [market], level), Heading(level, title), *rest]
    return layout(draw, [market, pair(title, _value(draw, pointer, found))], level)
