"""An unknown label whose value can only be of one field: bounded inference from form and place.

Only values with an unmistakable form are placed so, only in their own section,
and only where the field is not taken: names of competencies with sentences about
behaviour, items of knowledge and skill, descriptors or trends under their titles.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from pipeline.families.model import Family
from pipeline.interpret.passages import Passage
from pipeline.labels.matcher import LabelMatch, LabelMatcher
from pipeline.labels.verbs import Reading, opening_verb

# The openings that the contract names; `Kan` alone opens many a sentence, so most
# passages must have one.
_ITEM_OPENING = re.compile(
    r"(?:(?:basis|vak)?kennis (?:van|over)|heeft (?:kennis|inzicht)|inzicht in|kan|beheerst)\b",
    re.IGNORECASE,
)
_MOST = 0.8
BY_FORM = "the form of the value"
"""What a match is likened to that the label itself did not give."""


def field_by_shape(
    passages: list[Passage],
    scope: str,
    section: str | None,
    taken: Collection[str],
    family: Family,
    matcher: LabelMatcher,
) -> LabelMatch | None:
    """The field whose form the passages have; None where none or more than one would fit."""
    forms = {
        "items": _are_items(passages),
        "competencies": _are_competencies(passages),
        "developments": _are_trends(passages, matcher),
        "described_skills": _are_descriptors(passages, matcher),
    }
    found = [
        field
        for field in family.fields
        if forms.get(field.kind)
        and field.id not in taken
        and field.node == scope
        and field.section == section
    ]
    if len(found) != 1:
        return None
    return LabelMatch(found[0], "wording", 0.0, found[0].labels[0], BY_FORM)


def _are_items(passages: list[Passage]) -> bool:
    opened = sum(1 for p in passages if _ITEM_OPENING.match(p.chars))
    return len(passages) > 1 and opened >= _MOST * len(passages)


def _are_competencies(passages: list[Passage]) -> bool:
    names = [p for p in passages if p.emphasised and len(p.chars.split()) <= 8]
    others = [p for p in passages if not p.emphasised]
    verbs = sum(1 for p in others if opening_verb(p.chars) >= Reading.LIKELY)
    return len(names) > 1 and len(others) > 1 and verbs >= _MOST * len(others)


def _are_trends(passages: list[Passage], matcher: LabelMatcher) -> bool:
    titles = {
        matcher.match_trend(p.chars)
        for p in passages
        if (p.emphasised or p.number is not None) and len(p.chars.split()) <= 8
    }
    return len(titles - {None}) > 1


def _are_descriptors(passages: list[Passage], matcher: LabelMatcher) -> bool:
    found = set()
    for passage in passages:
        opening = passage.chars[: passage.emphasised_prefix()] or passage.chars
        match = matcher.match(opening, "profile") if len(opening.split()) <= 6 else None
        if match and match.field.id.startswith("description.knowledge_and_skills."):
            found.add(match.field.id)
    return len(found) > 1
