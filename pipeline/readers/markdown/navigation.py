"""The links that a page has before its title: converters keep them as lines and items of text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.core import signs
from pipeline.readers.markdown.lines import HEADING, UNDERLINE, Line

NAVIGATION = "navigation"
_LINK = r"!?\[[^\[\]]*\]\((?!#)[^()\s]*(?:\s+\"[^\"]*\")?\)"
_END = rf"[{signs.PATH_SIGNS}]"
_SIGN = rf"[\s{signs.PATH_SIGNS}]*"
# A path to the page ends with its own name, which is no link.
_LINKS = re.compile(rf"^[ \t]*(?:[-*+]|\d+[.)])?{_SIGN}(?:{_LINK}{_SIGN})+(?:{_END}\s*[^\[\]]+)?$")


def end_of_navigation(lines: Sequence[Line]) -> int:
    """How many lines before the title hold nothing but links to other pages; 0 where text does."""
    end = 0
    for n, line in enumerate(lines):
        if HEADING.match(line.text) or _is_underlined(lines, n):
            return end
        if line.is_blank:
            continue
        if not _LINKS.match(line.text):
            return 0
        end = n + 1
    return 0


def _is_underlined(lines: Sequence[Line], n: int) -> bool:
    return n + 1 < len(lines) and UNDERLINE.match(lines[n + 1].text) is not None
