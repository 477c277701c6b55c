"""Lines as one text: words that a line end divided rejoined, with a hyphen and without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document.dutch_words import is_word
from pipeline.document.hyphens import rejoined
from pipeline.document.seams import Seam, word_goes_on
from pipeline.document.text import Text, join
from pipeline.readers.layout_text.lines import Line
from pipeline.readers.layout_text.setting import Setting
from pipeline.readers.source import Account
from pipeline.readers.text_builder import TextBuilder

_HYPHENS = "line-end hyphens"
# What stands behind a word without a blank, also on a line of its own.
_CLOSING = (":", ",", ".", ";", ")", "/")


@dataclass(frozen=True, slots=True)
class Joining:
    """Joins lines; hyphens that are dropped are entered in the account."""

    account: Account
    setting: Setting

    def text(self, line: Line) -> Text:
        """The text of one line."""
        builder = TextBuilder(self.account)
        builder.extend(line.chars, line.start, 0)
        return builder.take()

    def joined(self, lines: Sequence[Line]) -> Text:
        """Lines of a paragraph as one text."""
        whole = Text()
        for line in lines:
            whole = self._with(whole, self.text(line))
        return whole

    def label(self, lines: Sequence[Line]) -> Text:
        """Lines of a label as one text: its column may be narrower than its words."""
        whole, last = Text(), Text()
        for line in lines:
            following = self.text(line)
            if last and following and self._divides_word(last.chars, following.chars):
                whole = whole + following
            else:
                whole = self._with(whole, following)
            last = following
        return whole

    def _with(self, whole: Text, following: Text) -> Text:
        if not whole or not following:
            return join(filter(None, (whole, following)))
        words, divides = self.setting.words, self.setting.divides_words
        found, dropped = rejoined(whole, following, words, divides)
        for origin in dropped.origins:
            self.account.markup(origin, origin + 1, _HYPHENS)
        return found

    def _divides_word(self, last: str, following: str) -> bool:
        """Whether a line of a label ends inside a word, without a hyphen."""
        if following.startswith(_CLOSING):
            return True
        before = last.rsplit(maxsplit=1)[-1].lower()
        after = following.lower().split(maxsplit=1)[0].rstrip(":,.;)")
        if not before[-1].isalpha() or not after.isalpha() or not following[0].islower():
            return False
        words = self.setting.words
        seam = Seam(
            one_word=True,
            makes_word=before + after in words or (is_word(before + after) and not is_word(before)),
            no_word=len(after) == 1 or not (after in words or is_word(after)),
        )
        return bool(word_goes_on(seam))
