"""What is concluded from a profile, kept apart from what it says: EQF level, dates, demands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.document.text import Text
from pipeline.interpret.tree import Leaf, Node, leaves
from pipeline.profile.model import EQF_OF_NLQF

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]?")
_LICENCE = re.compile(r"\b(?:rij|vaar|vlieg|theorie|kapiteins)bewijs\b|\bbrevet\b", re.IGNORECASE)
_CERTIFICATE = re.compile(
    r"(?:certificaat|certificaten|certificering|diploma|getuigschrift|registratie)\b|"
    r"\bverklaring omtrent het gedrag\b|\bVOG\b|"
    r"\bTCVT\b|\bVCA\b|\baanwijzing als\b|\bgecertificeerd\b",
    re.IGNORECASE,
)
_STATUTORY = re.compile(
    r"\bwettelijk(?:e)?\s+(?:verplicht|vereist|vereiste|eis|eisen|voorgeschreven|bevoegd)\w*|"
    r"\bin de zin van (?:de|die|het) \w*wet\b|\bvolgens de wet\b|"
    r"\bverplicht(?:e)? (?:op grond van|krachtens)\b|\baangewezen als\b",
    re.IGNORECASE,
)
# What any of these needs, in small letters as it stands: found sooner, and few values have it.
_NEEDED = re.compile(
    "bewijs|brevet|certifi|diploma|getuigschrift|registratie|verklaring omtrent|vog|tcvt|vca|"
    "aanwijzing als|wet|verplicht|aangewezen als"
)
# A licence that is merely mentioned (`kennis van rijbewijzen`) is no demand.
_DEMAND = re.compile(
    r"\b(?:bezit\w*|beschik\w*|hebben|heeft|vereist|verplicht\w*|nodig|moet\w*|dien\w*|geldig\w*|"
    r"behaald|houder|werken met|vereisen|zonder|aangewezen)\b",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"^/(?:description|career_prospects|legal_requirements|sector_requirements|"
    r"trends/labour_market)\b|"
    # In nodes, whatever they are, all but what names them and what competencies show.
    r"^/(?!source_documents|legitimations|unplaced|competenc)\w+/\d+/"
    r"(?!.*\b(?:name|heading|code|competencies)\b)"
)


def derived(tree: dict[str, Node]) -> dict[str, Node]:
    """The conclusions that the tree allows; empty where it allows none."""
    found: dict[str, Node] = {}
    level = tree.get("nlqf_level")
    if isinstance(level, Leaf) and str(level.value) in EQF_OF_NLQF:
        step = f"EQF level that corresponds to NLQF {level.value}"
        found["eqf_level"] = _conclusion(EQF_OF_NLQF[str(level.value)], level.text, step)
    dates = [
        node["date"]
        for node in tree.get("legitimations", [])
        if isinstance(node, dict) and "date" in node
    ]
    if dates:
        latest = max(dates, key=lambda item: str(item.value))
        step = f"latest of {len(dates)} legitimation dates"
        found["legitimated_on"] = _conclusion(latest.value, latest.text, step)
    if requirements := [_requirement(*item) for item in _demands(tree)]:
        found["requirements"] = requirements
    return found


def _conclusion(value: str | int, text: Text, step: str) -> Leaf:
    return Leaf(value, text, steps=(step,), verbatim=False, derived=True)


def _demands(tree: dict[str, Node]) -> Iterator[tuple[str, str, Text]]:
    """(kind, pointer, sentence) of each sentence that states a demand."""
    for pointer, item in leaves(tree):
        if not item.verbatim or not isinstance(item.value, str) or not _PROSE.match(pointer):
            continue
        if not _NEEDED.search(item.value.casefold()):
            continue
        for match in _SENTENCE.finditer(item.value):
            if kind := _kind(match.group()):
                yield kind, pointer, item.text[match.start() : match.end()].strip()


def _kind(sentence: str) -> str:
    if _LICENCE.search(sentence) and _DEMAND.search(sentence):
        return "licence"
    if _STATUTORY.search(sentence):
        return "statutory"
    if _CERTIFICATE.search(sentence) and _DEMAND.search(sentence):
        return "certificate"
    return ""


def _requirement(kind: str, pointer: str, sentence: Text) -> Node:
    step = f"a sentence in {pointer} that states a demand"
    return {
        "kind": _conclusion(kind, sentence, step),
        "text": _conclusion(sentence.chars, sentence, step),
        "pointer": _conclusion(pointer, sentence, step),
    }
