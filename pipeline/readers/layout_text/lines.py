"""The lines of a laid out text: what stands on them, where, and the stretches that blanks part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.core import heartbeat, signs

# What one blank parts are words; tools write two and more between what stands in two columns.
_STRETCH = re.compile(r"[^ ]+(?: [^ ]+)*")
_MARKER_ALONE = re.compile(
    rf"[{signs.BULLETS}{signs.UNKNOWN}{signs.SECTION}{signs.LETTER_BULLETS}*+{signs.DASHES_AND_HYPHENS}]"
    r"|\(?(?:\d{1,2}|[a-z])[.)]"
)
_OPENS_ITEM = re.compile(rf"(?:{_MARKER_ALONE.pattern})\s+(?=\S)")
_PAGE = re.compile(r"[^\f]*")
_BLANK = " \r\t"


@dataclass(frozen=True)
class Line:
    """A line that is not blank, or the part of it in one column.

    `start` is the offset of its first sign, `column` how many signs stand left of that, `above`
    how many blank lines stand over it on its page.
    """

    chars: str
    start: int
    column: int
    above: int = 0

    @property
    def end(self) -> int:
        """The column behind its last sign."""
        return self.column + len(self.chars)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The columns at which its stretches begin; a marker and its text are one."""
        found: list[int] = []
        open_marker = False
        for match in _STRETCH.finditer(self.chars):
            if not open_marker:
                found.append(self.column + match.start())
            open_marker = _MARKER_ALONE.fullmatch(match[0]) is not None
        return tuple(found)

    @cached_property
    def marker(self) -> int:
        """How many signs its marker and the blanks behind it have; 0 where none opens it."""
        match = _OPENS_ITEM.match(self.chars)
        return match.end() if match else 0

    def opens_at(self, column: int) -> bool:
        """Whether a word begins at a column, with a blank before it."""
        at = column - self.column
        if at == 0:
            return True
        return 0 < at < len(self.chars) and self.chars[at] != " " and self.chars[at - 1] == " "

    def parted(self, column: int) -> tuple[Line, Line]:
        """What stands left of a column, and what begins there."""
        at = column - self.column
        left, right = self.chars[:at].rstrip(" "), self.chars[at:]
        return replace(self, chars=left), replace(
            self, chars=right, start=self.start + at, column=column
        )


def pages_of(text: str) -> Iterator[list[Line]]:
    """The lines of each page; a form feed ends a page, and the last may be empty."""
    for page in _PAGE.finditer(text):
        if page.end() > page.start() or page.start() == 0:
            yield list(_lines(page[0], page.start()))


def _lines(page: str, start: int) -> Iterator[Line]:
    above = 0
    for whole in page.split("\n"):
        heartbeat.beat()
        written = whole.rstrip(_BLANK)
        bare = written.lstrip(_BLANK)
        if bare:
            indent = len(written) - len(bare)
            yield Line(bare, start + indent, indent, above)
        above = 0 if bare else above + 1
        start += len(whole) + 1
