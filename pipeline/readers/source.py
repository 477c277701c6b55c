"""Bytes to decoded source text, and the reader's account of every character of it.

Encodings: UTF-8 and UTF-16 with or without byte order mark, Windows-1252.
Windows-1252 is the fall-back because every older Dutch office program wrote it.
Lines end at LF, CR LF or, as on the Macs of before 2001, CR alone.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.core import signs
from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.errors import DocumentError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The declaration must stand in the first kilobyte (HTML standard, 4.2.5.4).
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE
)
_DECLARATION_WINDOW = 1024
# CR CR LF is one line end that was converted twice.
_LONE_RETURN = re.compile(r"\r(?!\r*\n)")
# In UTF-16 text in a Latin script every other byte is zero; a third is far above chance.
_ZERO_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class SourceText:
    """The decoded source; offsets into `text` are the origins of all text formats.

    A CR alone stands in it as LF: one character for one, so that offsets stay.
    """

    text: str
    encoding: str
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class LineLocator:
    """Offsets to lines and columns, both counted from 1.

    `ends` tells where a character ends that takes more than one of the source (a
    character reference).
    """

    starts: tuple[int, ...]
    ends: Mapping[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, ends: Mapping[int, int] | None = None) -> LineLocator:
        """The locator of a source text; lines end at LF (the CR of CR LF belongs to the line)."""
        return cls((0, *(n + 1 for n, char in enumerate(text) if char == "\n")), ends or {})

    def position(self, offset: int) -> tuple[int, int]:
        """(line, column) of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def places(self, origins: Sequence[int]) -> tuple[Place, ...]:
        """One place a line on which the stretch has characters."""
        found: list[Place] = []
        at = 0
        while at < len(origins):
            line, column = self.position(origins[at])
            below = self.starts[line] if line < len(self.starts) else origins[-1] + 1
            at = bisect_left(origins, below, at)
            last = origins[at - 1]
            end_line, end_column = self.position(self.ends.get(last, last + 1) - 1)
            found.append(Place(line, column, end_line, end_column + 1))
        return tuple(found)


@dataclass(slots=True)
class Account:
    """What became of each offset of the source: content, or markup of some kind, or nothing yet.

    `reference_ends` holds the end of each character that takes more than one of the
    source (a reference, a letter with its mark) by its start; `faults` what is amiss in
    the markup, by its place.
    """

    text: str
    reference_ends: dict[int, int] = field(default_factory=dict)
    faults: dict[int, str] = field(default_factory=dict)
    _kinds: dict[int, str] = field(default_factory=dict)

    def markup(self, start: int, end: int, kind: str) -> None:
        """Declare the offsets from start to end (exclusive) as syntax."""
        for offset in range(start, end):
            self._kinds.setdefault(offset, kind)

    def missing(self, content: Iterable[int]) -> list[int]:
        """The offsets of visible characters that are neither content nor syntax."""
        kept = set(content)
        return [
            n
            for n, char in enumerate(self.text)
            if n not in kept and n not in self._kinds and not char.isspace()
        ]

    def totals(self, content: Iterable[int]) -> tuple[int, dict[str, int]]:
        """(visible characters of the source, those that are syntax by kind).

        Offsets of `content` are no syntax; what is neither stays out of both
        and shows in the ledger as missing.
        """
        kept = set(content)
        visible = {n for n, char in enumerate(self.text) if not char.isspace()}
        kinds = Counter(kind for n, kind in self._kinds.items() if n in visible and n not in kept)
        return len(visible), dict(sorted(kinds.items()))


def decode(data: bytes) -> SourceText:
    """The text of the bytes.

    Raises DocumentError BCP101 (empty) or BCP103 (no encoding fits).
    """
    encoding, start = _by_mark(data)
    if not data[start:].strip(b"\x00 \t\r\n"):
        raise DocumentError("BCP101", "the file holds no text")
    if not encoding:
        encoding = _by_zeros(data) or _by_trial(data)
    try:
        text = data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            "BCP103",
            f"the bytes are neither UTF-8, UTF-16 nor Windows-1252: {encoding} fails at byte "
            f"{error.start + start}",
        ) from error
    text = _LONE_RETURN.sub("\n", text)
    return SourceText(text, encoding, tuple(_encoding_findings(data, encoding)))


def _by_mark(data: bytes) -> tuple[str, int]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    return "", 0


def _by_zeros(data: bytes) -> str:
    sample = data[:4096]
    pairs = max(len(sample) // 2, 1)
    if sample[1::2].count(0) / pairs > _ZERO_SHARE:
        return "utf-16-le"
    if sample[0::2].count(0) / pairs > _ZERO_SHARE:
        return "utf-16-be"
    return ""


def _by_trial(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _encoding_findings(data: bytes, encoding: str) -> Iterable[Diagnostic]:
    declared = _DECLARED.search(data[:_DECLARATION_WINDOW])
    if declared is None:
        return
    name = declared[1].decode("ascii")
    try:
        known = codecs.lookup(name).name
    except LookupError:
        known = ""
    same = {"utf-8": {"utf-8", "ascii"}, "cp1252": {"cp1252", "iso8859-1", "iso8859-15", "ascii"}}
    if known not in same.get(encoding, {known}):
        # A pure ASCII file is the same under each of the declared encodings.
        if data.isascii():
            return
        yield Diagnostic("BCP104", f"declared as {name}, read as {encoding}")


def control_characters(source: SourceText, account: Account) -> tuple[str, list[Diagnostic]]:
    """The text with blanks for control characters (offsets stay), and a finding for each."""
    locator = LineLocator.of(source.text)
    findings = []
    for match in signs.CONTROL_BUT_PAGE_END.finditer(source.text):
        line, column = locator.position(match.start())
        account.markup(match.start(), match.end(), "control characters")
        findings.append(
            Diagnostic(
                "BCP105",
                f"control character U+{ord(match[0]):04X} removed",
                Place(line, column, line, column + 1),
            )
        )
    return signs.CONTROL_BUT_PAGE_END.sub(" ", source.text), findings
