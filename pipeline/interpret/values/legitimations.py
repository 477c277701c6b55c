"""Legitimations: which bodies stand behind a profile, each with the date of its decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from pipeline.core import signs
from pipeline.document.text import Text, join
from pipeline.interpret.claims import Claims
from pipeline.interpret.notes import Note
from pipeline.interpret.passages import Passage
from pipeline.interpret.tree import Node, leaf
from pipeline.interpret.values.facts import dated, dropped_words
from pipeline.interpret.values.lists import SEPARATED_STEP, outside_brackets
from pipeline.interpret.values.parting import Parting, gaps_at, parted
from pipeline.labels.dates import WEEKDAY, WrittenDate, find_dates

# What links a body to a date: the words go, the body stays.
_BEFORE_DATE = re.compile(
    rf"[\s,;:({signs.DASHES_AND_HYPHENS}]*(?:\b(?:op|d\.?\s?d\.?|per|dato|datum|gedateerd|in|te|van|{WEEKDAY})\b\.?\s*)*"
    rf"[\s,;:({signs.DASHES_AND_HYPHENS}]*$",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(rf"^[\s,;:)\].{signs.DASHES_AND_HYPHENS}]+")
# The link words that make a date that of a decision, not a part of a body's name.
_DECIDED_ON = re.compile(
    rf"\b(?:op|d\.?\s?d\.?|per|gedateerd)\s*:?\s*(?:{WEEKDAY}\s+)?$",
    re.IGNORECASE,
)
# The place of a decision follows its date; then a sign or word may part it from the next body.
_PLACE = re.compile(rf"\s+(?:te|in)\s+(?:(?:Den|De|Het|[{signs.APOSTROPHES}]s)[\s-]*)?[A-Z][\w-]*")
_PARTING = re.compile(
    rf"[\s,;/.{signs.DASHES_AND_HYPHENS}]+(?:(?:en|alsmede|alsook)\s+)?", re.IGNORECASE
)
# A form that was not filled in: dots, a rule, or a word in brackets where the date must come.
_PLACEHOLDER = re.compile(
    rf"[\s,;:({signs.DASHES_AND_HYPHENS}]*(?:\b(?:op|d\.?\s?d\.?|per|datum|gedateerd)\b\.?[\s:]*)?"
    r"(?:(?:\.\s?){3,}|…+|_{2,}|\[\s*[.…_]*\s*\]|\(\s*[.…_]*\s*\)|"
    r"[(\[<{](?:[^()\[\]<>{}]*\s)?(?:datum|invullen|volgt|onbekend|n\.?t\.?b\.?)\b[^()\[\]<>{}]*[)\]>}]|"
    r"(?:d{1,2}|x{1,2})[-/.](?:m{1,2}|x{1,2})[-/.](?:[jy]{2,4}|x{2,4}))\s*$",
    re.IGNORECASE,
)


def legitimations(passages: list[Passage], claims: Claims) -> tuple[list[Node], list[Note]]:
    """The legitimations; a date in a passage of its own belongs to the one before it."""
    nodes: list[Node] = []
    findings: list[Note] = []
    for passage in _with_their_dates(passages):
        parts, doubts = parted(passage, _partings(passage.chars), _worth, claims)
        findings.extend(doubts)
        if len(parts) > 1 and not find_dates(passage.chars):
            message = "split at semicolons; but without dates it may be one body"
            findings.append(Note("BCP319", message, passage.text))
        for part in parts:
            node, notes = _legitimation(part)
            findings.extend(replace(note, below=f"/{len(nodes)}/date") for note in notes)
            nodes.append(node)
    return nodes, findings


def _with_their_dates(passages: list[Passage]) -> list[Passage]:
    whole: list[Passage] = []
    for passage in passages:
        if whole and is_date_only(passage) and not find_dates(whole[-1].chars):
            whole.append(_joined(whole.pop(), passage))
        else:
            whole.append(passage)
    return whole


def is_date_only(passage: Passage) -> bool:
    """Whether a passage is the date of the one before it, or the place where it must come."""
    dates = find_dates(passage.chars)
    if len(dates) == 1:
        return not _body(passage.text, dates[0]).chars
    placeholder = _PLACEHOLDER.search(passage.chars)
    return placeholder is not None and not passage.chars[: placeholder.start()].strip()


def _joined(before: Passage, date: Passage) -> Passage:
    return Passage(
        join((before.text, date.text)).collapse(),
        raw=f"{before.raw or before.chars}\n{date.raw or date.chars}",
        steps=(*before.steps, "joined with the date beside it"),
    )


def _partings(chars: str) -> Iterator[Parting]:
    """What may part decisions: semicolons, and where each has its own `op`.

    `Bestuur A op 1 mei 2024; Bestuur B op 3 mei 2024`, and the same without the semicolon.
    """
    after_dates = tuple(_ends_of_decisions(chars))
    yield Parting("split after a date", after_dates)
    signs_alone = gaps_at(outside_brackets(chars, ";"))
    yield Parting(SEPARATED_STEP, signs_alone)
    others = (gap for gap in signs_alone if not any(a <= gap[0] < b for a, b in after_dates))
    yield Parting("split at separators and after dates", tuple(sorted((*after_dates, *others))))


def _worth(part: str) -> float:
    """A decision has its date, or at least a body of its own; a body opens with a capital."""
    opens = part[0].isupper()
    if find_dates(part):
        return 1.0 if opens else 0.5
    return 0.25 if opens else -5.0


def _ends_of_decisions(chars: str) -> Iterator[tuple[int, int]]:
    """(where one decision ends, where the body of the next begins), for all but the last."""
    decided = [date for date in find_dates(chars) if _DECIDED_ON.search(chars[: date.start])]
    for date, following in pairwise(decided):
        place = _PLACE.match(chars, date.end)
        end = place.end() if place else date.end
        parting = _PARTING.match(chars, end)
        link = _DECIDED_ON.search(chars[: following.start])
        if parting and link and chars[parting.end() : link.start()].strip(" ,;:("):
            yield end, parting.end()


def _legitimation(passage: Passage) -> tuple[Node, list[Note]]:
    text = passage.text
    node: dict[str, Node] = {"text": leaf(text, passage.raw, passage.steps)}
    dates = find_dates(text.chars)
    if not dates:
        return _without_date(node, text)
    # With several, the last is that of the decision; an earlier one belongs to the body's name.
    written = dates[-1]
    body = _body(text, written)
    if body.chars:
        node["body"] = leaf(body, text.chars, ("text without date and link word",))
    stretch = text[written.start : written.end]
    node["date"] = dated(stretch, written)
    return node, dropped_words(stretch, written.dropped)


def _without_date(node: dict[str, Node], text: Text) -> tuple[Node, list[Note]]:
    """A body alone, or with a date that was not filled in."""
    placeholder = _PLACEHOLDER.search(text.chars)
    if placeholder is None:
        node["body"] = leaf(text, steps=("no date: the body is the whole text",))
        return node, []
    body = text[: placeholder.start()]
    if body.chars.strip():
        node["body"] = leaf(body, text.chars, ("text without the place for a date",))
    written = text[placeholder.start() :].strip()
    return node, [Note("BCP304", f"no date was filled in: {written.chars!r}", written)]


def _body(text: Text, written: WrittenDate) -> Text:
    before = text[: written.start]
    link = _BEFORE_DATE.search(before.chars)
    if link:
        before = before[: link.start()]
    after = text[written.end :]
    lead = _AFTER_DATE.match(after.chars)
    if lead:
        after = after[lead.end() :]
    return join((before, after)).collapse() if after.chars.strip() else before.collapse()
