"""Findings about a document: what is amiss, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.core.catalogue import CATALOGUE


class Severity(StrEnum):
    """How much a finding matters; `ERROR` makes the exit code 1."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def blamed(strict: bool) -> frozenset[Severity]:
    """The severities that make a document fail: errors, and warnings where they count."""
    return frozenset({Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR})


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a source document.

    Lines and columns count from 1, the end is exclusive; a paged document
    fills `page` and `box` (points, origin top left) instead.
    """

    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    part: str | None = None
    path: str | None = None

    def __str__(self) -> str:
        if self.line is not None:
            return f"line {self.line}, column {self.column}"
        if self.page is not None:
            return f"page {self.page}"
        if self.part is not None:
            return f"{self.part} {self.path or ''}".strip()
        return ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `pointer` is a JSON Pointer into the profile, where it concerns one value."""

    code: str
    message: str
    place: Place | None = None
    pointer: str | None = None

    @property
    def severity(self) -> Severity:
        """The severity that the catalogue gives the code."""
        return Severity(CATALOGUE[self.code].severity)

    @property
    def remedy(self) -> str:
        """What the user can do, from the catalogue."""
        return CATALOGUE[self.code].remedy
