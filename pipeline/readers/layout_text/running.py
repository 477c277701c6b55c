"""Lines that run: what the outer lines of several pages say again, but for their numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.core.signs import DASHES_AND_HYPHENS
from pipeline.core.text import collapse
from pipeline.readers.layout_text.lines import Line

# So many lines at either end of a page may run, in lines: the largest headers of profiles have
# title, version and address.
_DEEP = 4
# They stand on every page, on every other (of five pages on two), or on all but the first.
_SHARE = 0.4
_LEAST = 2  # pages
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    rf"[\s{DASHES_AND_HYPHENS}]*(?:pagina|pag\.?|page|blz\.?|p\.)\s*"
    rf"\d{{1,3}}(?:\s*(?:/|van|of)\s*\d{{1,3}})?[\s{DASHES_AND_HYPHENS}]*"
    rf"|\d{{1,3}}\s*(?:/|van|of)\s*\d{{1,3}}",
    re.IGNORECASE,
)


def running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page that run at its head or foot."""
    seen = Counter(key for page in pages for key in {key for key, _ in _outer(page)})
    often = {key for key, n in seen.items() if n >= max(_LEAST, _SHARE * len(pages))}
    found: list[list[Line]] = []
    titled: set[str] = set()
    for page in pages:
        own: list[Line] = []
        ended: set[str] = set()
        for (end, said), line in _outer(page):
            runs = (end, said) in often or _PAGE_NUMBER.fullmatch(line.chars) is not None
            is_repeated = said in {_said(other) for other in own} and end == "head"
            if end in ended or not runs or line in own or is_repeated:
                # What stands below a header that says the same is the title.
                ended.add(end)
            elif end == "head" and said not in titled and not _says_again(page, line):
                # Where a title stands first, and nowhere else on its page, it is that.
                titled.add(said)
                ended.add(end)
            else:
                titled.add(said)
                own.append(line)
        found.append(own)
    return found


def _outer(page: Sequence[Line]) -> Iterator[tuple[tuple[str, str], Line]]:
    """The lines at both ends of a page from the edge on, with the end and what they say."""
    for line in page[:_DEEP]:
        yield ("head", _said(line)), line
    for line in reversed(page[-_DEEP:]):
        yield ("foot", _said(line)), line


def _said(line: Line) -> str:
    return _DIGITS.sub("#", collapse(line.chars)).casefold()


def _says_again(page: Sequence[Line], line: Line) -> bool:
    """Whether the page says again what a line says, or the line counts pages."""
    if _DIGITS.search(line.chars):
        return True
    said = "".join(line.chars.split())
    rest = "".join("".join(other.chars.split()) for other in page if other is not line)
    return said in rest
