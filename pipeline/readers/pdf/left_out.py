"""What of a page was left out, and whether it may have been content.

Text that the page does not show is told. Where it is more than a mark or an artefact and stands
on no other page, and where page furniture is so, it is a warning: an account is a way to lose text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.text import beginning, collapse
from pipeline.document.model import Block, Furniture
from pipeline.document.model import texts as texts_of
from pipeline.readers.pdf.furniture import NUMBERS, RUNNING, WATERMARK
from pipeline.readers.pdf.marks import BoxLocator
from pipeline.readers.pdf.settings import Count, Limit, Share

HIDDEN, TOO_MUCH = "BCP145", "BCP156"
# Letters: some five words. Page numbers, artefacts and a forgotten blank have fewer.
_FEW: Count = 30
# Letters that repeat: the largest headers of real profiles (a ruled table with title, version,
# owner and address) have some 200; what nobody sees on each page is a stamp, a line at most.
_MUCH: Count = 500
_A_LINE: Count = 100
# A message shows so many characters of what was left out.
_SHOWN: Limit = 60
# Pages with the same text: furniture stands on two; what is hidden is a mark of the whole document
# where this share of its pages has it.
_OFTEN: Count = 2
_MOST_PAGES: Share = 0.5
_FURNITURE = (RUNNING, WATERMARK, NUMBERS)


@dataclass(frozen=True, slots=True)
class _Left:
    """A text that was left out of a page, and why."""

    kind: str
    page: int
    chars: str
    place: Place

    @property
    def letters(self) -> str:
        """Its letters: numbers differ from page to page."""
        return _letters([self.chars])


def left_out_findings(blocks: Sequence[Block], locator: BoxLocator) -> Iterator[Diagnostic]:
    """A finding for each page and kind of hidden text, and for too much of any kind.

    What stands in the content as well (a head row that a table repeats) is not lost.
    """
    left = list(_left_out(blocks, locator))
    pages = Counter((one.kind, one.letters) for one in left)
    most = _MOST_PAGES * len({page.number for page, _ in locator.runs})
    groups: dict[tuple[str, int], list[_Left]] = defaultdict(list)
    for one in left:
        groups[one.kind, one.page].append(one)
    kept = ""
    for (kind, _), texts in groups.items():
        is_furniture = kind in _FURNITURE
        often = _OFTEN if is_furniture else max(_OFTEN, most)
        much = _MUCH if is_furniture else _A_LINE
        alone = [one for one in texts if pages[kind, one.letters] < often]
        lost = texts
        if _size(alone) > _FEW or _size(texts) > much:
            kept = kept or _letters(text.chars for text in texts_of(_content(blocks)))
            alone, lost = _not_among(kept, alone), _not_among(kept, texts)
        if _size(alone) > _FEW:
            where = " and stand on no other page" if is_furniture else " and no content"
            yield _finding(TOO_MUCH, alone, where)
        elif _size(lost) > much:
            yield _finding(TOO_MUCH, lost, " on each of its pages")
        elif not is_furniture:
            yield _finding(HIDDEN, texts, " and no content")


def _not_among(kept: str, texts: Iterable[_Left]) -> list[_Left]:
    return [one for one in texts if one.letters not in kept]


def _left_out(blocks: Iterable[Block], locator: BoxLocator) -> Iterator[_Left]:
    """What is hidden or furniture; notes and lists of contents are declared as what they are."""
    for block in blocks:
        if isinstance(block, Furniture) and (origins := sorted(block.text.visible_origins())):
            page, run = locator.run(origins[0])
            if run.hidden or block.kind in _FURNITURE:
                yield _Left(block.kind, page.number, block.text.chars, locator.places(origins)[0])


def _content(blocks: Iterable[Block]) -> list[Block]:
    return [block for block in blocks if not isinstance(block, Furniture)]


def _letters(texts: Iterable[str]) -> str:
    return "".join(char for chars in texts for char in chars if char.isalpha())


def _size(texts: Sequence[_Left]) -> int:
    return sum(len(one.letters) for one in texts)


def _finding(code: str, texts: Sequence[_Left], where: str) -> Diagnostic:
    chars = collapse(" ".join(one.chars for one in texts))
    shown = beginning(chars, _SHOWN)
    count = len(chars.split())
    return Diagnostic(code, f"{count} words are {texts[0].kind},{where}: `{shown}`", texts[0].place)
