"""Sentences one by one: behaviour, indicators; their lead-in, sub-headings and closing line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.interpret.claims import Claims
from pipeline.interpret.forms import has_few_words
from pipeline.interpret.passages import Passage
from pipeline.interpret.tree import Node, leaf
from pipeline.interpret.values.leads import Lead
from pipeline.interpret.values.lists import separated, without_end

# `De onderliggende competenties zijn: A, B`, `Onderliggende competenties: A, B`.
_CLOSING = re.compile(
    r"(?:de\s+)?(?:onderliggende|bijbehorende|benodigde|achterliggende)\s+competenties?"
    r"(?:\s+(?:zijn|is|hierbij zijn|betreffen))?\s*:?\s*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Statements:
    """The sentences, the competencies that a closing line names, and that line."""

    nodes: list[Node] = field(default_factory=list)
    competencies: list[Node] = field(default_factory=list)
    closing: list[Passage] = field(default_factory=list)


def statements(
    passages: list[Passage], is_part: Callable[[Passage], bool], claims: Claims
) -> Statements:
    """The sentences of a value; `is_part` tells a sub-heading that names some of them.

    A line that leads in to items (`De zwemonderwijzer:`) is none, and stays in their trace.
    """
    found = Statements()
    lead = Lead()
    heading: tuple[str, ...] = ()
    for passage, following in zip(passages, [*passages[1:], None], strict=True):
        closing = _CLOSING.match(passage.chars)
        if closing and passage.chars[closing.end() :].strip():
            found.closing.append(passage)
            found.competencies.extend(behind_them(passage, claims))
        elif not passage.is_item and lead.take(passage, claims):
            heading = ()
        elif not passage.is_item and passage.chars.endswith(":"):
            claims.take(passage.text, "lead-ins")
            heading = (f"after the lead-in {passage.chars!r}",)
        elif not passage.is_item and (is_part(passage) or _heads_items(passage, following)):
            claims.take(passage.text, "headings")
            heading = (f"under the heading {passage.chars!r}",)
        else:
            steps = (*lead.steps, *heading, *passage.steps)
            text = leaf(passage.text, passage.raw, steps)
            found.nodes.append({"text": text, **lead.said})
    return found


def _heads_items(passage: Passage, following: Passage | None) -> bool:
    """Whether a few emphasised words stand above the items of a list, and are none of them."""
    is_title = passage.emphasised and has_few_words(passage.text) and passage.chars[-1] not in ".;"
    return is_title and following is not None and following.is_item and not following.emphasised


def behind_them(passage: Passage, claims: Claims) -> list[Node]:
    """The competencies that a line names, parted by commas, without indicators."""
    lead = _CLOSING.match(passage.chars)
    start = lead.end() if lead else 0
    claims.take(passage.text[:start], "lead-ins")
    text = passage.text[start:]
    parts = separated(text, claims, by_comma=True) or [text]
    names = [without_end(part, claims, " .;,") for part in parts]
    return [{"name": leaf(name, passage.chars), "indicators": []} for name in names if name]
