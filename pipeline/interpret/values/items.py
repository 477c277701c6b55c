"""Things to know and to be able to do, each with the kind that its words or a heading show."""

from __future__ import annotations

import re

from pipeline.interpret.claims import Claims
from pipeline.interpret.flattened import Evidence
from pipeline.interpret.notes import Note
from pipeline.interpret.passages import Passage
from pipeline.interpret.tree import Leaf, Node, leaf
from pipeline.interpret.values.leads import Lead
from pipeline.interpret.values.lists import flattened

_KNOWLEDGE = re.compile(
    r"(?:(?:basis|vak|product|materialen)?kennis\b|"
    r"(?:heeft|bezit)\s+(?:[\w-]+\s+){0,4}?\w*kennis\b|heeft\s+(?:[\w-]+\s+){0,2}?inzicht\b|"
    r"inzicht\b|kent\b|weet\b|begrijpt\b)",
    re.IGNORECASE,
)
_SKILL = re.compile(
    r"(?:kan|beheerst|is in staat|vaardig(?:heid)?|in staat|"
    r"(?:bezit|heeft)\s+.*\b\w*vaardighe(?:id|den))\b",
    re.IGNORECASE,
)
# `past methodieken toe`: the verb may be parted.
_APPLIES = re.compile(r"(?:past\s+.*\btoe\b|toepassen\b)", re.IGNORECASE)
# A heading inside a list of items names their kind; anything else in front is a lead-in.
_KIND_HEADINGS = {"kennis": "knowledge", "kennis van": "knowledge", "vaardigheden": "skill"}


def items(
    passages: list[Passage], evidence: Evidence, claims: Claims
) -> tuple[list[Node], list[Passage], list[Note]]:
    """(items of knowledge and skill, passages that only lead in, findings).

    A lead-in that names whom the items are about (`De parketteur:`) is no item and says no more;
    one that names for whom they hold in addition goes with each of them.
    """
    nodes: list[Node] = []
    strays: list[Passage] = []
    findings: list[Note] = []
    kind_above = ""
    lead = Lead()
    for passage in passages:
        heading = _KIND_HEADINGS.get(passage.chars.lower().rstrip(" :"))
        if heading and not passage.is_item:
            kind_above = heading
            claims.take(passage.text, "headings")
            continue
        if passage.chars.endswith(":") and not passage.is_item:
            if not lead.take(passage, claims):
                strays.append(passage)
            continue
        found, notes = flattened(passage, "knowledge_and_skills", evidence, claims)
        findings.extend(notes)
        for item in found:
            text = leaf(item.text, item.raw, (*lead.steps, *item.steps))
            nodes.append({"kind": _kind(item, kind_above), "text": text, **lead.said})
    return nodes, strays, findings


def _kind(item: Passage, kind_above: str) -> Leaf:
    """The kind that the item's opening words show, else that of the heading above it."""
    if _KNOWLEDGE.match(item.chars):
        value = "knowledge"
    elif _SKILL.match(item.chars) or _APPLIES.match(item.chars):
        value = "skill"
    else:
        value = kind_above or "other"
    step = "kind from the opening words" if value != kind_above else "kind from the heading"
    return Leaf(value, item.text, steps=(step,), verbatim=False)
