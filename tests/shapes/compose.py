"""A document of random shape: its content, its tree, and which shape printed what."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.shapes import description, general, roles, trends
from tests.shapes.content import Content, content_of
from tests.shapes.dates import written
from tests.shapes.draw import Draw, Form
from tests.shapes.tree import Block, Heading, PageEnd, Para, Run, Tree

_TITLES = {
    "general": "Algemene informatie",
    "description": "Beschrijving van het beroep",
    "trends": "Trends en innovaties",
    "roles": "Rollen en competenties",
}


@dataclass(frozen=True, slots=True)
class Document:
    """What a producer prints, and what a converter should say of it."""

    number: int
    content: Content
    tree: Tree
    shapes: dict[str, str]
    loose: frozenset[str]

    @property
    def name(self) -> str:
        """The name of the occupation, for headers."""
        return str(self.content["name"])


def document(seed: int, number: int, form: Form) -> Document:
    """The document of a number, as a form can print it."""
    draw = Draw(random.Random(f"{seed}:{number}"), form)
    content = content_of(draw)
    tree = tuple(_tree(draw, content))
    return Document(number, _expected(content), tree, draw.shapes, frozenset(draw.loose))


def _tree(draw: Draw, content: Content) -> Iterator[Block]:
    title = list(_title(draw, content))
    if draw.chance(0.25):
        draw.note("title", "/sector", "after a cover")
        yield from _cover(draw, content)
    yield from title
    order = ["general", "description", "trends", "roles"]
    if draw.chance(0.2):
        draw.rng.shuffle(order)
    numbered = draw.always("numbers of sections", (True, True, False))
    sections = {
        "general": lambda: general.section(draw, content, 2),
        "description": lambda: description.section(draw, content, 2),
        "trends": lambda: trends.section(draw, content["trends"], 2),
        "roles": lambda: roles.section(draw, content, 2),
    }
    for number, key in enumerate(order, 1):
        yield Heading(1, f"{number}. {_TITLES[key]}" if numbered else _TITLES[key])
        yield from sections[key]()


def _title(draw: Draw, content: Content) -> Iterator[Block]:
    """The title on one line or two; the sector in it or in a row of its own."""
    name, sector = content["name"], content.get("sector")
    content["~sector"] = "row" if sector and draw.chance(0.3) else "title"
    in_title = f" {sector}" if sector and content["~sector"] == "title" else ""
    dash = draw.pick((" - ", " – "))
    if draw.chance(0.3):
        draw.note("title", "/sector", "two lines")
        yield Heading(0, f"Beroepscompetentieprofiel{in_title}")
        yield Heading(0, name)
    else:
        draw.note("title", "/sector", f"one line, sector in {content['~sector']}")
        yield Heading(0, f"Beroepscompetentieprofiel{in_title}{dash if in_title else ' '}{name}")


def _cover(draw: Draw, content: Content) -> Iterator[Block]:
    yield Para((Run("Beroepscompetentieprofiel", "bold" if draw.form.emphasis else ""),))
    yield Para((Run(content["name"], "bold" if draw.form.emphasis else ""),))
    yield Para((Run(content["developed_by"][0]),))
    yield Para((Run(written(draw, content["date"])),))
    yield PageEnd()


def _expected(content: Content) -> Content:
    """The content without what only printing needs."""
    cleaned = _cleaned(copy.deepcopy(content))
    assert isinstance(cleaned, dict)
    return cleaned


def _cleaned(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _cleaned(v) for k, v in value.items() if not k.startswith("~")}
    if isinstance(value, list):
        return [_cleaned(inner) for inner in value]
    return value.replace("*", "") if isinstance(value, str) else value
