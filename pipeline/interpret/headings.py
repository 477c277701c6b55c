"""The numbers, codes and names in headings, and whether a number counts on where it stands."""

from __future__ import annotations

import re

from pipeline.core.signs import DASHES_AND_HYPHENS
from pipeline.document.text import Text
from pipeline.families.model import Node
from pipeline.interpret.outline import Part
from pipeline.labels.openers import Opening

# `1. `, `2) `, `Rol 3: `: what a heading is counted with.
_LEADING_NUMBER = re.compile(
    rf"(?:rol\s+)?\(?(\d{{1,2}})[.):]?\s+(?:[:{DASHES_AND_HYPHENS}]\s+)?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_LAST_NUMBER = re.compile(r"\d+(?=\D*$)")


def leading_number(chars: str) -> tuple[int | None, int]:
    """(the number that a heading opens with, where its words start)."""
    found = _LEADING_NUMBER.match(chars)
    return (int(found[1]), found.end()) if found else (None, 0)


def code_and_name(heading: Text, opening: Opening) -> tuple[Text, Text]:
    """The code and the name of a heading, by the opener that it fits."""
    return heading[slice(*opening.code)], heading[slice(*opening.name)]


def number_and_name(heading: Text) -> tuple[Text, Text]:
    """The number that a heading is counted with, and its words, where it fits no opener."""
    _, start = leading_number(heading.chars)
    digits = _DIGITS.search(heading.chars[:start])
    return heading[slice(*digits.span())] if digits else Text(), heading[start:]


def has_several_numbers(code: str) -> bool:
    """Whether a code tells by its numbers what it is inside: `1.2`, and not `2`."""
    return len(_DIGITS.findall(code)) > 1


def counts_on(code: str, holder: Part, node: Node) -> bool:
    """Whether a printed number fits where it stands: below that of its holder, after the last."""
    numbers = [int(digits) for digits in _DIGITS.findall(code)]
    above = [int(digits) for digits in _DIGITS.findall(holder.code.chars)]
    if len(numbers) > 1 and above and numbers[-2] != above[-1]:
        return False
    siblings = [part.code.chars for part in holder.parts if part.node is node]
    # `2.` after `1.1` counts on from `1.`, a node further out.
    alike = [code for code in siblings if len(_DIGITS.findall(code)) == len(numbers)]
    matches = [_LAST_NUMBER.search(code) for code in alike]
    before = [int(match.group()) for match in matches if match]
    return numbers[-1] == 1 or bool(before and numbers[-1] == before[-1] + 1)
