"""Competencies: names, each with its indicators."""

from __future__ import annotations

from dataclasses import replace

from pipeline.core import signs
from pipeline.interpret.claims import Claims
from pipeline.interpret.flattened import Evidence
from pipeline.interpret.grammar import Reading, third_person_singular
from pipeline.interpret.notes import Note
from pipeline.interpret.passages import Passage
from pipeline.interpret.tree import Node, leaf
from pipeline.interpret.values.lists import flattened
from pipeline.interpret.values.sub_headings import title_text, with_colon

# What stands between an emphasised name and its text.
_PARTS_NAME = ":" + signs.BULLET + signs.DASHES_AND_HYPHENS
_MAX_NAME = 70


def competencies(
    passages: list[Passage], evidence: Evidence, claims: Claims
) -> tuple[list[Node], list[Passage], list[Note]]:
    """(competencies with their indicators, passages that are neither, findings)."""
    passages = [piece for passage in passages for piece in _name_apart(passage)]
    if not any(passage.emphasised for passage in passages):
        passages = [piece for passage in passages for piece in _name_before_colon(passage)]
    names = _names(passages)
    nodes: list[Node] = []
    strays: list[Passage] = []
    findings: list[Note] = []
    for number, passage in enumerate(passages):
        if number in names:
            name = title_text(passage, claims)
            nodes.append({"name": leaf(name, passage.raw, passage.steps), "indicators": []})
        elif not nodes or (passage.chars.endswith(":") and not passage.is_item):
            strays.append(passage)
        else:
            items, notes = flattened(passage, "indicators", evidence, claims)
            findings.extend(replace(note, below=f"/{len(nodes) - 1}/indicators") for note in notes)
            for item in items:
                text = leaf(item.text, item.raw, item.steps)
                nodes[-1]["indicators"].append({"text": text})
    return nodes, strays, findings


def _name_apart(passage: Passage) -> list[Passage]:
    """A passage that opens with an emphasised name, in two."""
    end = passage.emphasised_prefix()
    if not end or passage.is_item or end > _MAX_NAME or not passage.text[end:].chars.strip(" :"):
        return [passage]
    rest = passage.text[end:].chars.lstrip()
    if not (rest[0].isupper() or rest[0] in _PARTS_NAME):
        return [passage]
    first, second = passage.split_at(with_colon(passage.chars, end))
    emphasised = replace(first, heading=True)
    return [emphasised, second]


def _name_before_colon(passage: Passage) -> list[Passage]:
    """`Samenwerken: Luistert goed`: the name and its first indicator."""
    colon = passage.chars.find(":")
    name, rest = passage.chars[:colon], passage.chars[colon + 1 :].strip()
    if not 0 < colon <= _MAX_NAME or not rest or _opens_with_verb(name):
        return [passage]
    if not rest[0].isupper() or not _opens_with_verb(rest):
        return [passage]
    first, second = passage.split_at(colon + 1)
    return [replace(first, heading=True), second]


def _names(passages: list[Passage]) -> set[int]:
    """Which passages are names of competencies.

    Emphasis decides where the value has any; else the outer items of a nested
    list; else numbers before short phrases; else the opening of each cell and the lines
    before marked items that are no sentence with a verb.
    """
    emphasised = {
        n
        for n, p in enumerate(passages)
        if p.emphasised and len(p.text) <= _MAX_NAME and not p.is_item
    }
    if emphasised:
        return emphasised
    if outer := _outer_items(passages) or _numbered_names(passages):
        return outer
    found = set()
    for n, passage in enumerate(passages):
        if passage.is_item or len(passage.text) > _MAX_NAME or _opens_with_verb(passage.chars):
            continue
        follows = passages[n + 1] if n + 1 < len(passages) else None
        before_items = follows is not None and follows.is_item
        before_verb = follows is not None and _opens_with_verb(follows.chars)
        if passage.opens_cell or before_items or (before_verb and len(passage.chars.split()) <= 6):
            found.add(n)
    return found


def _outer_items(passages: list[Passage]) -> set[int]:
    """The items of a list under which the items of another stand, where each has some."""
    outer = {n for n, p in enumerate(passages) if p.is_item and p.level == 1}
    if not outer or any(not p.is_item for p in passages):
        return set()
    followed = all(n + 1 < len(passages) and passages[n + 1].level > 1 for n in outer)
    return outer if followed else set()


def _numbered_names(passages: list[Passage]) -> set[int]:
    """The items that are numbered, where each has something of another form below it.

    Numbered sentences with points of their own are no names: all are short, and open with no verb.
    """
    numbered = {n for n, p in enumerate(passages) if p.is_item and p.ordered and p.level == 1}
    are_names = all(
        len(passages[n].text) <= _MAX_NAME and not _opens_with_verb(passages[n].chars)
        for n in numbered
    )
    followed = all(n + 1 < len(passages) and n + 1 not in numbered for n in numbered)
    return numbered if are_names and followed and 0 in numbered else set()


def _opens_with_verb(chars: str) -> bool:
    words = chars.split()
    return bool(words) and third_person_singular(words[0]) >= Reading.LIKELY
