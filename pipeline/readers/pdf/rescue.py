"""The marks of a PDF by any means: as it is, from a repaired copy, as bare text.

The first means that gives all that the second engine finds is taken; where none does, the one that
gives most, with its bare text for each page that still falls short.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.errors import DocumentError
from pipeline.core.signs import UNKNOWN
from pipeline.readers.pdf.engine import read_marks
from pipeline.readers.pdf.marks import Glyphs, Marks, Page
from pipeline.readers.pdf.repair import repaired_copies
from pipeline.readers.pdf.second_engine import BareText, bare_text
from pipeline.readers.pdf.second_engine.marks import bare_pages
from pipeline.readers.pdf.settings import Count, Share

REPAIRED, BARE_TEXT = "BCP151", "BCP153"
# What another copy or engine may cure: damage, and pages that were not found.
_CURABLE = ("BCP141", "BCP142")
# A page falls short where the second engine finds so many times its letters, or, where codes have
# no meaning for our engine, more at all; and so many more: in a few, they differ on sound pages.
_TIMES: Share = 2.0
_MORE: Count = 10
_MISSING = "some of its pages cannot be found"
_GUESSED = "its bare text was read, in which lines and tables are guessed"


@dataclass(frozen=True, slots=True)
class Rescued:
    """The marks of a PDF, what the second engine reads of its bytes, and how it came to them."""

    marks: Marks
    second: BareText
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class _Attempt:
    """The file, or a copy of it, as both engines read it."""

    data: bytes
    marks: Marks
    second: BareText
    is_copy: bool = False

    def is_whole(self) -> bool:
        """Whether the second engine finds no more pages, and on none of them far more."""
        return not self.short_pages() and not self.lacks_pages()

    def short_pages(self) -> list[Page]:
        """The pages that our engine did not get through, or on which it found too little."""
        return [page for page in self.marks.pages if page.fault or self._is_short(page)]

    def lacks_pages(self) -> bool:
        """Whether the second engine finds more pages, and text on them."""
        return (
            self.second.count > len(self.marks.pages)
            and _letters("".join(self.second.pages)) - self._letters_by_page() >= _MORE
        )

    def reach(self) -> tuple[int, bool]:
        """How many letters can be had of it, and whether our engine has them all."""
        lacking = self.lacks_pages()
        letters = _letters("".join(self.second.pages)) if lacking else self._letters_by_page()
        return letters, self.is_whole()

    def _letters_by_page(self) -> int:
        short = self.short_pages()
        return sum(
            max(self.ours(page), self.other(page)) if page in short else self.ours(page)
            for page in self.marks.pages
        )

    def ours(self, page: Page) -> int:
        """How many letters our engine finds on a page."""
        return _letters(self.marks.chars(page))

    def other(self, page: Page) -> int:
        """How many letters the second engine finds there."""
        return _letters("".join(self.second.pages[page.number - 1 : page.number]))

    def _is_short(self, page: Page) -> bool:
        chars = self.marks.chars(page)
        ours, other = _letters(chars), self.other(page)
        least = ours if UNKNOWN in chars else _TIMES * ours
        return other >= least and other - ours >= _MORE


def _letters(chars: str) -> int:
    return sum(count for char, count in Counter(chars).items() if char.isalnum())


def rescued(data: bytes) -> Rescued:
    """What can be read of a PDF, by the means that gives most.

    Raises DocumentError BCP140 (needs a password); BCP141 (damaged) or BCP142 (no pages) where
    no means gives any text.
    """
    try:
        original = _attempt(data)
    except DocumentError as error:
        if error.code not in _CURABLE:
            raise
        return _without_original(data, error)
    if original.is_whole():
        return Rescued(original.marks, original.second)
    best = max((original, *_copies(data)), key=_Attempt.reach)
    if not best.is_copy:
        return _completed(best)
    short = original.short_pages()
    return _completed(best, _from_copy(_said(short[0]) if short else _MISSING))


def _without_original(data: bytes, failure: DocumentError) -> Rescued:
    """What the copies or the second engine give of a file that our engine cannot open."""
    copies = list(_copies(data))
    if copies:
        return _completed(max(copies, key=_Attempt.reach), _from_copy(failure.message))
    found = _bare(data, bare_text(data), failure.message)
    if found is None:
        raise failure
    return found


def _bare(
    data: bytes, second: BareText, what: str, findings: tuple[Diagnostic, ...] = ()
) -> Rescued | None:
    """The second engine's bare text of a file; None where it has none. `what` says why."""
    glyphs = Glyphs()
    pages = bare_pages(data, range(1, len(second.pages) + 1), glyphs)
    if not any(page.runs for page in pages.values()):
        return None
    finding = Diagnostic(BARE_TEXT, f"{what}; {_GUESSED}")
    return Rescued(Marks(tuple(pages.values()), glyphs, None), second, (*findings, finding))


def _attempt(data: bytes) -> _Attempt:
    return _Attempt(data, read_marks(data), bare_text(data))


def _copies(data: bytes) -> Iterator[_Attempt]:
    """The copies that our engine opens, the nearest to the original first, up to a whole one."""
    for copy in repaired_copies(data):
        try:
            attempt = replace(_attempt(copy), is_copy=True)
        except DocumentError:
            continue
        yield attempt
        if attempt.is_whole():
            return


def _from_copy(what: str) -> Diagnostic:
    return Diagnostic(REPAIRED, f"{what}; it was read from a repaired copy")


def _said(page: Page) -> str:
    if page.fault:
        return f"page {page.number} cannot be read: {page.fault}"
    return f"too little is found on page {page.number}"


def _completed(attempt: _Attempt, *findings: Diagnostic) -> Rescued:
    """What was read, with its bare text for each page that falls short.

    Raises DocumentError BCP141 where a page has a fault and no page has any text.
    """
    if attempt.lacks_pages():
        # Nothing tells which of its pages are ours.
        whole = _bare(attempt.data, attempt.second, _MISSING, findings)
        if whole is not None:
            return whole
    marks = attempt.marks
    short = attempt.short_pages()
    if not short:
        return Rescued(marks, attempt.second, findings)
    bare = bare_pages(attempt.data, [page.number for page in short], marks.glyphs)
    told = list(findings)
    pages = {page.number: page for page in marks.pages}
    for page in short:
        if page.number in bare and attempt.other(page) > attempt.ours(page):
            pages[page.number] = bare[page.number]
            told.append(_finding(page, f"{_said(page)}; {_GUESSED}"))
        else:
            told.append(_finding(page, f"{_said(page)}; what stands after this place is missing"))
    if not any(page.runs for page in pages.values()):
        raise DocumentError("BCP141", _said(short[0]))
    # Tags name the marks of our engine, which bare text does not have.
    tags = None if bare else marks.tags
    found = replace(marks, pages=tuple(pages.values()), tags=tags)
    return Rescued(found, attempt.second, tuple(told))


def _finding(page: Page, message: str) -> Diagnostic:
    return Diagnostic(BARE_TEXT, message, Place(page=page.number))
