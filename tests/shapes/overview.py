"""Shapes of the overview of roles."""

from __future__ import annotations

from typing import Any

from tests.shapes.draw import Draw
from tests.shapes.pairs import in_table, pair, under_headings
from tests.shapes.tree import Block, items, para

Content = dict[str, Any]
Blocks = list[Block]

_NUMBER_WORDS = {1: "één rol", 2: "twee rollen", 3: "drie rollen"}


def _numbered(_draw: Draw, names: list[str]) -> Blocks:
    return [items(names, ordered=True)]


def _typed_numbers(_draw: Draw, names: list[str]) -> Blocks:
    return [para("\n".join(f"{n}. {name}" for n, name in enumerate(names, 1)))]


def _bulleted(_draw: Draw, names: list[str]) -> Blocks:
    return [items(names)]


def _lines(_draw: Draw, names: list[str]) -> Blocks:
    return [para("\n".join(names))]


def _paragraphs(_draw: Draw, names: list[str]) -> Blocks:
    return [para(name) for name in names]


def _sentence(draw: Draw, names: list[str]) -> Blocks:
    lower = [name.lower() for name in names]
    shown_names = " en ".join([", ".join(lower[:-1]), lower[-1]]) if lower[1:] else lower[0]
    subject = draw.pick(("Het beroep kent", "De beroepsbeoefenaar vervult"))
    return [para(f"{subject} {_NUMBER_WORDS[len(names)]}: {shown_names}.")]


def _absent(_draw: Draw, _names: list[str]) -> Blocks:
    return []


def overview(draw: Draw, roles: list[Content], level: int) -> Blocks:
    """The overview with its label or heading; nothing where it is absent."""
    shapes = [_numbered, _numbered, _bulleted, _paragraphs, _sentence, _absent]
    if draw.form.line_breaks:
        shapes += [_typed_numbers, _lines]
    shape = draw.shape("overview", "/roles/overview", shapes)
    name = shape.__name__.strip("_")
    if name in ("sentence", "absent"):
        draw.loose.add("case of a role")
    if name in ("numbered", "typed_numbers"):
        draw.loose.add("number of a role")
    value = list(shape(draw, [one["name"] for one in roles]))
    if not value:
        return []
    found = [pair("Overzicht rollen", value)]
    if draw.form.tables and draw.chance(0.7):
        return in_table(draw, found, level)
    return under_headings(draw, found, level)
