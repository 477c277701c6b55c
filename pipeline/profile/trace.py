"""Where each value of a profile stood, how it was read, and the sum of the characters."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.core.diagnostics import Place


@dataclass(frozen=True, slots=True)
class TraceEntry:
    """The history of one leaf of the profile.

    `raw` is the text as it stood, line ends kept; `label` the label as found;
    `steps` name what was done to it; `derived` tells a conclusion from a reading.
    """

    places: tuple[Place, ...]
    raw: str
    label: str | None
    steps: tuple[str, ...]
    derived: bool = False


Trace = dict[str, TraceEntry]
"""JSON Pointer -> history, in the order of the profile."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The sum of law 1: where every character of the source went (white space is not counted).

    `source` is the number of characters of the decoded source. `markup` are
    those that the reader took as syntax, by kind. The rest is content:
    `accounts` says where it ended (fields, labels, markers, furniture, ...),
    `missing` how many characters are in none, `invented` how many stand in the
    profile's verbatim values without having been in the source.
    """

    source: int
    markup: dict[str, int]
    accounts: dict[str, int]
    missing: int
    invented: int

    @property
    def content(self) -> int:
        """Number of characters that are not markup."""
        return self.source - sum(self.markup.values())

    @property
    def closed(self) -> bool:
        """Whether nothing is missing, nothing invented, and the sums agree."""
        return (
            self.missing == 0 and self.invented == 0 and sum(self.accounts.values()) == self.content
        )
