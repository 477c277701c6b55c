"""Headings that open a role: `1. De verkoper als adviseur` gives 1 and `adviseur`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.core.signs import DASHES_AND_HYPHENS
from pipeline.core.text import collapse

# A heading is one short line; longer ones are sentences.
_LONGEST = 160
_MOST_WORDS_OF_A_ROLE = 8
_MOST_WORDS_OF_AN_OCCUPATION = 8
_SENTENCE_ENDS = (".", ";", ",", "?", "!")

_PLACEHOLDER = re.compile(rf"(\{{\w+\}}|\s+|[.):{DASHES_AND_HYPHENS}]+)")
_PARTS = {
    "{n}": r"(?P<n>\d{1,2}(?:\.\d{1,2})*)",
    "{occupation}": r"(?P<occupation>[^\W\d].*?)",
    "{role}": r"(?P<role>[^\W\d].*)",
}
# Numbers that a pattern does not ask for may still be printed before the heading.
_OPTIONAL_NUMBER = r"(?:(?P<n>\d{1,2}(?:\.\d{1,2})*)[.):]?\s+)?"
# `de rol van de coördinator` is the role `coördinator`.
_ARTICLE = re.compile(r"^(?:de|het|een)\s+", re.IGNORECASE)


class RoleHeadings:
    """The role headings of a layout, ready to be recognised."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._patterns = tuple(re.compile(_compiled(p), re.IGNORECASE) for p in patterns)

    def match(self, text: str) -> tuple[int | None, str] | None:
        """The number, where one is printed, and the role as printed; None for any other text."""
        heading = collapse(text).rstrip(" :")
        if len(heading) > _LONGEST:
            return None
        for pattern in self._patterns:
            found = pattern.fullmatch(heading)
            if found and (role := _role(found)):
                return _number(found.group("n")), role
        return None


def _compiled(pattern: str) -> str:
    """The regular expression of a pattern such as `{n}. De {occupation} als {role}`."""
    parts = (part for part in _PLACEHOLDER.split(pattern) if part)
    body = "".join(_part(part) for part in parts)
    return body if "{n}" in pattern else _OPTIONAL_NUMBER + body


def _part(part: str) -> str:
    if part in _PARTS:
        return _PARTS[part]
    if part.isspace():
        return r"\s*"
    if part == ":":
        return r"\s*:"
    if part in (".", ")"):
        return r"[.):]?"
    if part[0] in DASHES_AND_HYPHENS:
        return rf"\s*[{DASHES_AND_HYPHENS}]\s*"
    return rf"\b{re.escape(part)}\b"


def _role(found: re.Match[str]) -> str | None:
    """The role of a heading; None where it is a sentence that happens to fit."""
    role = _ARTICLE.sub("", found.group("role").strip())
    occupation = found.groupdict().get("occupation") or ""
    if not role or role.endswith(_SENTENCE_ENDS):
        return None
    if len(role.split()) > _MOST_WORDS_OF_A_ROLE:
        return None
    return role if len(occupation.split()) <= _MOST_WORDS_OF_AN_OCCUPATION else None


def _number(printed: str | None) -> int | None:
    """The number of the role: the last part of a printed `4.2`."""
    return int(printed.rpartition(".")[2]) if printed else None
