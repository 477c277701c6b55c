"""What the tables of a document have in common, and what that says of those in doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.readers.pdf.candidates import SHADES, Candidate
from pipeline.readers.pdf.proposals import SAME_PLACE
from pipeline.readers.pdf.settings import Share

# What shows all other tables of a document speaks for one as this share of its texts does: where
# two explain about as much, a producer is taken to have drawn all tables in one way.
_HABIT: Share = 0.1
# Columns that another table has as well speak for one as half of its texts do, which is as much as
# lines could show in its place: a long word that crosses a side is no other table.
_KNOWN: Share = 0.5


@dataclass(frozen=True, slots=True)
class TableHabits:
    """What the tables of a document have in common.

    `shares` tells how much of the text in tables stands in those that each source shows, `columns`
    of each table where its columns begin, and where the last one ends.
    """

    shares: Mapping[str, float] = field(default_factory=dict)
    columns: tuple[tuple[float, ...], ...] = ()

    @classmethod
    def of(cls, tables: Iterable[Candidate]) -> TableHabits:
        """The habits of tables that were found on all pages."""
        found = list(tables)
        texts: Counter[str] = Counter()
        for table in found:
            texts[table.source] += table.fits
        every = texts.total()
        shares = {source: count / every for source, count in texts.items() if every}
        return cls(shares, tuple(table.grid.columns for table in found))

    @property
    def sides(self) -> dict[int, tuple[float, float]]:
        """The outer sides of tables of two columns, by where the line between these stands."""
        pairs = (columns for columns in self.columns if len(columns) == 3)
        return {round(between): (left, right) for left, between, right in pairs}

    def told(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """Candidates with what the habits say of each."""
        return [replace(candidate, prior=self.prior(candidate)) for candidate in candidates]

    def prior(self, candidate: Candidate) -> float:
        """What the habits add to what the texts say of a candidate, in texts.

        A box explains nothing by itself, nor do shades whose texts all begin in one column: that is
        drawn around something, or behind it, unless columns of the document stand as its own do.
        """
        alike = self._with_columns(candidate.grid.columns)
        is_ground = candidate.source == SHADES and candidate.begun <= 1
        if (is_ground or len(candidate.grid.cells) == 1) and not alike:
            return -float(candidate.fits)
        # Frames around whole tables have the sides of the page, on all pages.
        known = _KNOWN if alike > 1 and len(candidate.grid.columns) > 2 else 0.0
        # How tables are drawn decides between two, and makes none of what explains nothing.
        plain = max(0.0, replace(candidate, prior=0.0).explained)
        return known * candidate.fits + _HABIT * self.shares.get(candidate.source, 0.0) * plain

    def _with_columns(self, columns: Sequence[float]) -> int:
        """How many tables of the document have these columns."""
        return sum(
            len(own) == len(columns)
            and all(abs(a - b) <= SAME_PLACE for a, b in zip(own, columns, strict=True))
            for own in self.columns
        )
