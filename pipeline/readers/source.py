"""Bytes to decoded source text, and the reader's account of every character of it.

Lines end at LF, CR LF or, as on the Macs of before 2001, CR alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.core import signs
from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.errors import DocumentError
from pipeline.readers.double_encoding import Undone, undone
from pipeline.readers.encodings import Encoded, decoded, encoding_of

# CR CR LF is one line end that was converted twice.
_LONE_RETURN = re.compile(r"\r(?!\r*\n)")
# Text of which more than this cannot be read is in another encoding, or none.
_MOST_UNKNOWN = 0.1


@dataclass(frozen=True, slots=True)
class SourceText:
    """The decoded source; offsets into `text` are the origins of all text formats.

    A CR alone stands in it as LF, and what was encoded twice as what was meant, with signs that
    show nothing for the rest: character for character, so that offsets stay.
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
    source (a reference, a letter with its mark) by its start; `faults` the code and message of
    what is amiss in the markup, by its place.
    """

    text: str
    reference_ends: dict[int, int] = field(default_factory=dict)
    faults: dict[int, tuple[str, str]] = field(default_factory=dict)
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
    found = encoding_of(data)
    if not data[found.start :].strip(b"\x00 \t\r\n"):
        raise DocumentError("BCP101", "the file holds no text")
    text = decoded(data[found.start :], found.encoding)
    if (lost := text.count(signs.UNKNOWN)) > _MOST_UNKNOWN * len(text):
        raise DocumentError(
            "BCP103", f"the bytes are no {found.encoding}: {lost} of {len(text)} cannot be read"
        )
    meant = undone(_LONE_RETURN.sub("\n", text))
    return SourceText(meant.text, found.encoding, tuple(_findings(found, meant)))


def _findings(found: Encoded, meant: Undone) -> Iterator[Diagnostic]:
    """What is amiss in the encoding of a text."""
    if found.contradicted:
        message = f"declared as {found.contradicted}, read as {found.encoding}"
        yield Diagnostic("BCP104", message)
    locator = LineLocator.of(meant.text)
    lost = [at.start() for at in re.finditer(signs.UNKNOWN, meant.text)]
    message = f"what is no character of {found.encoding} stands as {signs.UNKNOWN}"
    yield from counted("BCP110", message, lost, locator)
    yield from counted("BCP111", "the text was encoded twice here", meant.changed, locator)
    yield from counted("BCP112", "this may be half of a character", meant.doubtful, locator)


def counted(
    code: str, message: str, offsets: Sequence[int], locator: LineLocator
) -> Iterator[Diagnostic]:
    """One finding for all places of a kind, at the first of them; none where there is none."""
    if offsets:
        more = f" (and at {len(offsets) - 1} more places)" if len(offsets) > 1 else ""
        (place,) = locator.places(offsets[:1])
        yield Diagnostic(code, f"{message}{more}", place)


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
