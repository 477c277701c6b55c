"""One page as two engines read it: the words, their order and the characters that differ."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, starmap

from pipeline.core import signs
from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.readers.pdf.marks import BoxLocator, Page
from pipeline.readers.pdf.page_words import PageWords, Word
from pipeline.readers.pdf.second_engine import HYPHEN
from pipeline.readers.pdf.settings import Count, Ems, Limit
from pipeline.readers.pdf.wording import (
    Difference,
    Joint,
    Wording,
    differences,
    folded,
    is_unseen,
    letters,
    without_leaders,
)

CODE = "BCP149"
_LEFT_OUT = frozenset(
    signs.HYPHENS + signs.SOFT_HYPHEN + HYPHEN + signs.UNKNOWN + signs.NON_CHARACTERS
)
_LINE_END = "\n"
# A word that the witness has in two lines, or that it takes for divided.
_LINE_HYPHEN = re.compile(rf"{HYPHEN}|[{signs.SOFT_HYPHEN}{signs.HYPHENS}]\r?\n")
# A message shows this many of the characters that differ; a page this many of its words.
_SHOWN: Limit = 12
_TOLD: Limit = 3
# Parts of a word touch where less than this parts them: kerning moves letters by less than a tenth.
_TOUCHING: Ems = 0.1
# What is farther away than the width of a letter is another column.
_NEAR: Ems = 1.0
# Baselines of one line differ by rounding; those of a raised number by three tenths.
_SAME_LINE: Ems = 0.1
# Glyphs that follow each other were drawn with no more than these between them: a blank, a mark.
_IN_TURN: Count = 3
# Nobody writes so many words of one letter.
_SPELLED = re.compile(r"(?<!\S)(?:[^\W\d_] ){4}")
# Where they are, a ligature or letters that come a little nearer are one piece.
_PIECE: Limit = 3
_SIGN = re.compile(f"[{signs.BULLETS}]")
# The place of a word that we do not have is told by one of so many before it.
_CONTEXT: Limit = 4


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pages of ours and the text that the witness reads there."""

    pages: tuple[Page, ...]
    other: str

    @property
    def glyphs(self) -> range:
        """The numbers of their glyphs; what form fields show is no text of the page itself."""
        runs = [run for page in self.pages for run in page.runs if not run.field]
        first = min((run.start for run in runs), default=0)
        return range(first, max((run.end for run in runs), default=first))


class Comparison:
    """Two readings of the same pages."""

    def __init__(self, sheet: Sheet, ours: PageWords, locator: BoxLocator) -> None:
        self.sheet = sheet
        self.ours = ours
        self.locator = locator
        self.glyphs = locator.glyphs.chars
        self.signs = 0

    def findings(self) -> Iterator[Diagnostic]:
        """The words that differ; where none does, those in another order, or the characters."""
        mine = Counter(self.ours.raw())
        theirs = Counter(_LINE_HYPHEN.sub("", self.sheet.other).split())
        only_ours, only_other = mine - theirs, theirs - mine
        told: list[Diagnostic] = []
        if _folded(only_ours) != _folded(only_other):
            told = list(self._words())
        told = told or list(self._order())
        if not told and (only_ours or only_other):
            told = list(self._characters())
        yield from told

    @cached_property
    def other(self) -> Wording:
        """The words of the witness."""
        return _other_wording(self.sheet.other)

    @cached_property
    def words(self) -> list[Word]:
        """Our words, in pieces where a glyph that was drawn at another time stands among them.

        The witness leaves such a glyph (a small number of another font) where it was drawn.
        """
        return [piece for word in self.ours.words for piece in self._pieces(word)]

    @cached_property
    def _is_spelled(self) -> bool:
        """Whether the witness reads words letter by letter: those whose letters stand apart."""
        return _SPELLED.search(self.sheet.other) is not None

    def _pieces(self, word: Word) -> Iterator[Word]:
        start, joint = 0, word.joint
        for n, (last, origin) in enumerate(pairwise(word.origins), 1):
            if not 0 <= origin - last <= _IN_TURN and self._touches(last, origin):
                yield self._piece(word.origins[start:n], joint)
                start, joint = n, Joint.NONE
        yield self._piece(word.origins[start:], joint) if start else word

    def _piece(self, origins: tuple[int, ...], joint: Joint) -> Word:
        return Word(folded("".join(self.glyphs[n] for n in origins)), origins, joint)

    def _touches(self, last: int, origin: int) -> bool:
        glyphs = self.locator.glyphs
        gap = glyphs.x0[origin] - glyphs.x1[last]
        return abs(gap) < _TOUCHING * self.locator.run(last)[1].size

    def _words(self) -> Iterator[Diagnostic]:
        words, other = self.words, self.other
        wording = Wording([word.chars for word in words], [word.joint for word in words])
        left_out = self._left_out()
        # The witness may read signs as the letters of their codes.
        self.signs = (_signs(self._drawn(hidden=False)) - _signs(self.sheet.other)).total()
        differing = [
            difference
            for difference in differences(wording, other)
            if self._matters(difference, wording, other, left_out)
        ]
        for difference in differing[:_TOLD]:
            yield Diagnostic(
                CODE,
                _said(difference, wording, other),
                self._place(difference, other),
            )
        if len(differing) > _TOLD:
            message = f"{len(differing) - _TOLD} more words differ there"
            yield Diagnostic(CODE, message, self._page())

    def _order(self) -> Iterator[Diagnostic]:
        """Words beside each other that were drawn the other way round, and are read so by it."""
        for word, following in self.ours.turns():
            gap = self._gap(word, following)
            if gap is None or gap >= _NEAR:
                continue
            if (word.chars, following.chars) not in self.other.neighbours:
                message = (
                    f"`{word.chars} {following.chars}` was read, in another order by the witness"
                )
                places = self.locator.places(sorted((*word.origins, *following.origins)))
                yield Diagnostic(CODE, message, places[0])

    def _left_out(self) -> Counter[str]:
        """The letters of glyphs that are no content, or in no text: they have their accounts."""
        unread = "".join(self.glyphs[glyph] for glyph in self.ours.unread())
        return Counter(letters(folded(unread + self._drawn(hidden=True))))

    def _matters(
        self, difference: Difference, ours: Wording, other: Wording, left_out: Counter[str]
    ) -> bool:
        if not difference.same_letters:
            return self._is_unlike(difference, ours, other, left_out)
        if self._is_spelled and all(len(other.words[n]) <= _PIECE for n in difference.other):
            return False
        if len(difference.ours) == 1:
            parted = any(other.joints[n] is Joint.BLANK for n in difference.other[1:])
            return parted and not self._is_hidden(difference.ours[0])
        return any(starmap(self._is_cut, pairwise(difference.ours)))

    def _is_unlike(
        self, difference: Difference, ours: Wording, other: Wording, left_out: Counter[str]
    ) -> bool:
        """Whether words differ by more than letters that were left out, which are then used up."""
        if any(map(self._is_hidden, difference.ours)):
            return False
        if self.signs and not difference.ours and _is_letter(difference, other):
            self.signs -= 1
            return False
        mine = letters(ours.words[n] for n in difference.ours)
        theirs = letters(other.words[n] for n in difference.other)
        more = Counter(theirs) - Counter(mine)
        if not _is_within(mine, theirs) or not more <= left_out:
            return True
        left_out.subtract(more)
        return False

    def _is_cut(self, number: int, following: int) -> bool:
        """Whether nothing on the page parts two words of ours."""
        before, word = self.words[number], self.words[following]
        joint = word.joint if following == number + 1 else Joint.END
        if joint is Joint.NONE:
            return False
        gap = self._gap(before, word)
        if gap is None:
            return False
        if joint is Joint.ROOM:
            return gap < _NEAR
        return abs(gap) < _TOUCHING and not self._ends_in_blank(before)

    def _ends_in_blank(self, word: Word) -> bool:
        """Whether a blank was drawn after a word."""
        after = word.origins[-1] + 1
        return after < len(self.glyphs) and self.glyphs[after].isspace()

    def _gap(self, word: Word, following: Word) -> float | None:
        """The room between words on one line, in ems; None where they are not seen on one."""
        last, first = word.origins[-1], following.origins[0]
        run, other = self.locator.run(last)[1], self.locator.run(first)[1]
        if run.direction != other.direction or run.hidden or other.hidden:
            return None
        if abs(run.baseline - other.baseline) > _SAME_LINE * run.size:
            return None
        glyphs = self.locator.glyphs
        return (glyphs.x0[first] - glyphs.x1[last]) / run.size

    def _is_hidden(self, number: int) -> bool:
        return bool(self.locator.run(self.words[number].origins[0])[1].hidden)

    def _place(self, difference: Difference, other: Wording) -> Place | None:
        """Where our words stand; for words that we do not have, where the one before them does."""
        numbers = list(difference.ours) or self._context(difference.other[0], other)
        origins = [origin for n in numbers for origin in self.words[n].origins]
        return self.locator.places(sorted(origins))[0] if origins else self._page()

    def _context(self, number: int, other: Wording) -> list[int]:
        """The number of our word that the witness has before one of its own, if it is there."""
        mine = [word.chars for word in self.words]
        for word in reversed(other.words[max(number - _CONTEXT, 0) : number]):
            if mine.count(word) == 1:
                return [mine.index(word)]
        return []

    def _page(self) -> Place | None:
        """The page, where it is known."""
        pages = self.sheet.pages
        return Place(page=pages[0].number) if len(pages) == 1 else None

    def _characters(self) -> Iterator[Diagnostic]:
        seen, hidden = (_counted(self._drawn(hidden=hidden)) for hidden in (False, True))
        other = _counted(self.sheet.other)
        parts = []
        if _are_signs(seen - other) and (other - seen - hidden).total() <= (seen - other).total():
            return
        if more := other - seen - hidden:
            parts.append(f"the witness alone reads {_listed(more)}")
        if less := seen - other:
            parts.append(f"the witness does not read {_listed(less)}")
        if parts:
            yield Diagnostic(CODE, "; ".join(parts), self._page())

    def _drawn(self, *, hidden: bool) -> str:
        """The characters of the runs that are seen, or of those that are not."""
        runs = (run for page in self.sheet.pages for run in page.runs if bool(run.hidden) is hidden)
        return "".join("".join(self.glyphs[run.start : run.end]) for run in runs)


def _folded(raw: Counter[str]) -> Counter[str]:
    """The folded words of raw ones."""
    return Counter(filter(None, map(folded, without_leaders(" ".join(raw.elements())).split())))


def _other_wording(text: str) -> Wording:
    """The words of a page by the witness; a hyphen that it takes to end a line parts them."""
    text = without_leaders(text.replace(HYPHEN, _LINE_END))
    words: list[str] = []
    joints: list[Joint] = []
    for line in text.splitlines():
        joint = Joint.END
        for word in filter(None, map(folded, line.split())):
            words.append(word)
            joints.append(joint)
            joint = Joint.BLANK
    return Wording(words, joints)


def _is_within(chars: str, others: str) -> bool:
    """Whether characters stand in this order among others."""
    rest = iter(others)
    return all(char in rest for char in chars)


def _signs(text: str) -> Counter[str]:
    return Counter(_SIGN.findall(text))


def _are_signs(characters: Counter[str]) -> bool:
    """Whether there are some, and signs alone: the witness has the letters of their codes."""
    return bool(characters) and all(map(_SIGN.fullmatch, characters))


def _is_letter(difference: Difference, other: Wording) -> bool:
    """Whether the witness alone reads one sign."""
    return len(difference.other) == 1 and len(other.words[difference.other[0]]) == 1


def _said(difference: Difference, ours: Wording, other: Wording) -> str:
    mine = " ".join(ours.words[n] for n in difference.ours)
    theirs = " ".join(other.words[n] for n in difference.other)
    if not theirs:
        return f"the witness does not read `{mine}`"
    if not mine:
        return f"the witness alone reads `{theirs}`"
    return f"`{mine}` was read, `{theirs}` by the witness"


def _counted(text: str) -> Counter[str]:
    """How often each visible character occurs, folded."""
    found = Counter(unicodedata.normalize("NFKD", text))
    for char in list(found):
        if char in _LEFT_OUT or is_unseen(char):
            del found[char]
    return found


def _listed(chars: Counter[str]) -> str:
    shown = "".join(sorted(chars.elements()))
    rest = "" if len(shown) <= _SHOWN else f" and {len(shown) - _SHOWN} more"
    return f"{len(shown)} characters: {shown[:_SHOWN]!r}{rest}"
