"""Competencies: names, each with its indicators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from pipeline.core import signs
from pipeline.document.sentences import has_several_sentences
from pipeline.document.text import Text
from pipeline.interpret.claims import Claims
from pipeline.interpret.flattened import Evidence
from pipeline.interpret.notes import Note
from pipeline.interpret.passages import Passage, joined_text
from pipeline.interpret.tree import Node, leaf
from pipeline.interpret.values.lists import flattened
from pipeline.interpret.values.sub_headings import title_text, with_colon
from pipeline.interpret.values.titling import (
    Titled,
    Titling,
    Weighing,
    emphasised,
    look,
    numbered,
    outer_items,
)
from pipeline.labels.verbs import Reading, opening_verb

# What stands between an emphasised name and its text.
_PARTS_NAME = ":" + signs.BULLET + signs.DASHES_AND_HYPHENS
_CODE = re.compile(
    r"^\(?(?P<code>\d{1,2}(?:\.\d{1,2})+(?=\s)|(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z])(?=[.)]))[.)]?\s+"
)
_MAX_NAME = 70
_MOST_WORDS: Final = 6
# What the verb that a text opens with says against its being a name: `Plant` is a noun too.
_VERB: Final = {
    Reading.NONE: 0.0,
    Reading.GUESSED: 0.0,
    Reading.LIKELY: 1.0,
    Reading.PROBABLE: 2.0,
    Reading.CERTAIN: 2.0,
}


def competencies(
    passages: list[Passage], evidence: Evidence, claims: Claims, habit: str = ""
) -> tuple[list[Node], list[Passage], list[Note]]:
    """(competencies with their indicators, passages that are neither, findings).

    `habit` is how the names of the document's other competencies are told.
    """
    titled = titled_by(passages, habit)
    heads = titled.titling.heads
    nodes: list[Node] = []
    strays: list[Passage] = []
    findings: list[Note] = []
    if titled.verdict.doubt:
        message = f"{titled.verdict.name}; but {titled.verdict.doubt}"
        findings.append(Note("BCP319", message, joined_text(passages)))
    for number, passage in enumerate(passages):
        rest = passage
        if number in heads:
            end = with_colon(passage.chars, heads[number])
            title, rest = passage.split_at(end)
            code, name = _with_code(title_text(title, claims), claims)
            steps = (*passage.steps, str(titled.verdict))
            nodes.append({**code, "name": leaf(name, passage.raw, steps), "indicators": []})
        if not rest.text:
            continue
        if not nodes or (rest.chars.endswith(":") and not rest.is_item):
            strays.append(rest)
            continue
        items, notes = flattened(rest, "indicators", evidence, claims)
        findings.extend(replace(note, below=f"/{len(nodes) - 1}/indicators") for note in notes)
        for item in items:
            text = leaf(item.text, item.raw, item.steps)
            nodes[-1]["indicators"].append({"text": text})
    return nodes, strays, findings


def _with_code(title: Text, claims: Claims) -> tuple[dict[str, Node], Text]:
    """The number or letter before the name of a competency as its code, and the name without it.

    The numbers of a list are those of its items, and no codes.
    """
    found = _CODE.match(title.chars)
    name = title[found.end() :] if found else Text()
    if found is None or not name:
        return {}, title
    start, end = found.span("code")
    claims.take(title[:start], "list markers")
    claims.take(title[end : found.end()], "list markers")
    return {"code": leaf(title[start:end])}, name


def titled_by(passages: Sequence[Passage], habit: str = "") -> Titled:
    """How the names of competencies are told in a value."""
    return _WEIGHING.best(passages, _proposed(passages), habit)


# The shapes that names have.


def _proposed(passages: Sequence[Passage]) -> Iterable[Titling]:
    yield from emphasised(passages, _is_set_off, _MAX_NAME)
    yield from outer_items(passages)
    yield from numbered(passages)
    yield Titling("before a colon", dict(_before_colons(passages)))
    yield Titling("by their place above indicators", dict(_above_indicators(passages)))


def _is_set_off(passage: Passage, end: int) -> bool:
    """Whether a sign or a new sentence follows an emphasised name; stress goes on in lower case."""
    rest = passage.chars[end:].lstrip()
    return bool(rest.strip(" :")) and (rest[0].isupper() or rest[0] in _PARTS_NAME)


def _before_colons(passages: Sequence[Passage]) -> Iterable[tuple[int, int]]:
    """`Samenwerken: Luistert goed`: a name and its first indicator."""
    for n, passage in enumerate(passages):
        colon = passage.chars.find(":")
        rest = passage.chars[colon + 1 :].strip()
        if 0 < colon <= _MAX_NAME and rest and rest[0].isupper() and _opens_with_verb(rest):
            yield n, colon + 1


def _above_indicators(passages: Sequence[Passage]) -> Iterable[tuple[int, int]]:
    """What opens a cell, or stands above items or sentences with a verb, and is neither."""
    for n, passage in enumerate(passages):
        if passage.is_item or len(passage.text) > _MAX_NAME or _opens_with_verb(passage.chars):
            continue
        follows = passages[n + 1] if n + 1 < len(passages) else None
        before_items = follows is not None and follows.is_item
        before_verb = follows is not None and _opens_with_verb(follows.chars)
        is_short = len(passage.chars.split()) <= _MOST_WORDS
        if passage.opens_cell or before_items or (before_verb and is_short):
            yield n, len(passage.text)


# What names and indicators look like.


def _of_name(passage: Passage, end: int, below: Passage | None) -> float:
    name = _CODE.sub("", passage.chars[:end], count=1).rstrip(" :")
    points = 1.0 if len(name.split()) <= _MOST_WORDS else 0.0
    if passage.heading or passage.emphasised or end == passage.emphasised_prefix():
        points += 1.0
    points -= _VERB[opening_verb(name)]
    if name.endswith((".", ";")) or has_several_sentences(name):
        points -= 2.0
    return points if below is not None else points - 2.0


def _of_indicator(passage: Passage, heads: Sequence[Passage]) -> float:
    # What looks like the names and is none would be one that was missed.
    is_alike = passage.emphasised and any(look(passage) == look(head) for head in heads)
    if is_alike and len(passage.text) <= _MAX_NAME:
        return -1.0
    return 1.0 if _opens_with_verb(passage.chars) else 0.0


def _opens_with_verb(chars: str) -> bool:
    return opening_verb(chars) >= Reading.LIKELY


_WEIGHING = Weighing(_of_name, _of_indicator, least=0.0)
