"""What a page repeats or lists of itself: running lines, page numbers, tables of contents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.core import signs
from pipeline.core.text import fold
from pipeline.families.model import Family

_HOLES = {"{n}": r"\d{1,4}(?:\.\d)?", "{name}": r"\S.*?", "{date}": r"\S.{3,20}?"}
_LEADERS = re.compile(r"(?:\.\s?){3,}\s*\d{0,4}\s*$|…+\s*\d{1,4}\s*$|\t\s*\d{1,4}\s*$")
# `↑ Naar boven`, `› Home`.
_ARROW = re.compile(rf"^[^\w©({signs.DASHES_AND_HYPHENS}]+\s*")
_PAGE_NUMBER = re.compile(
    r"\s+(?:(?:pagina|pag\.?|blz\.?|p\.)\s*)?\d{1,3}(?:\s*(?:/|van)\s*\d{1,3})?$", re.IGNORECASE
)
# Leaders and page number stand in the last part of a line; longer runs of dots are no line.
_TAIL = 120
# A running line is short; `BCP {name}` must not swallow a sentence that begins so.
_MAX_WORDS = 14


@dataclass(frozen=True, slots=True)
class PageFurniture:
    """The running lines and contents titles of a layout family, ready to compare."""

    lines: tuple[re.Pattern[str], ...]
    contents: frozenset[str]
    boilerplate: frozenset[str]
    phrases: tuple[str, ...]

    @classmethod
    @cache
    def of(cls, layout: Family) -> PageFurniture:
        """The furniture of a family; its patterns are words with holes."""
        return cls(
            tuple(_pattern(line) for line in layout.furniture.lines),
            frozenset(fold(title) for title in layout.furniture.contents_titles),
            frozenset(fold(title) for title in layout.boilerplate.headings),
            tuple(map(fold, layout.boilerplate.phrases)),
        )

    def is_running_line(self, chars: str) -> bool:
        """Whether a line is a page number, or a header or footer with or without one."""
        if len(chars.split()) > _MAX_WORDS:
            return False
        bare = _ARROW.sub("", chars)
        return any(pattern.fullmatch(bare) for pattern in self.lines)

    def is_boilerplate_heading(self, chars: str) -> bool:
        """Whether a line is the heading of text that says nothing of the occupation."""
        return fold(chars) in self.boilerplate

    def is_boilerplate(self, chars: str) -> bool:
        """Whether a text holds a phrase that is printed in every profile of the family."""
        folded = fold(chars)
        return any(phrase in folded for phrase in self.phrases)

    def is_contents_title(self, chars: str) -> bool:
        """Whether a line is the title of a table of contents."""
        return fold(chars) in self.contents


def is_contents_line(chars: str) -> bool:
    """Whether a line leads with dots to a page number."""
    return bool(_LEADERS.search(chars[-_TAIL:]))


def without_page_number(chars: str) -> str:
    """A contents line without the number at its end."""
    return _PAGE_NUMBER.sub("", _LEADERS.sub("", chars)).strip()


def _pattern(line: str) -> re.Pattern[str]:
    parts = re.split(r"(\{n\}|\{name\}|\{date\})", line)
    expression = "".join(
        _HOLES.get(part, r"\s+".join(re.escape(word) for word in part.split(" "))) for part in parts
    )
    return re.compile(expression, re.IGNORECASE)
