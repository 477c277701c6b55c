"""Who takes which character of the document: the interpreter's half of the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from pipeline.document.item_markers import without_marker
from pipeline.document.text import Text


@dataclass(slots=True)
class Claims:
    """Which characters are in an account, and how many each has. The first claim stands."""

    _taken: set[int] = field(default_factory=set)
    _totals: Counter[str] = field(default_factory=Counter)

    def take(self, text: Text, account: str) -> None:
        """Enter the visible characters of the text in an account."""
        self.enter(text.visible_origins(), account)

    def enter(self, origins: Iterable[int], account: str) -> None:
        """Enter characters in an account."""
        before = len(self._taken)
        self._taken.update(origins)
        if len(self._taken) > before:
            self._totals[account] += len(self._taken) - before

    def without_marker(self, text: Text) -> Text:
        """A text without the bullet or dash that it begins with, which is claimed."""
        bare = without_marker(text)
        self.take(text[: len(text) - len(bare)], "list markers")
        return bare

    def totals(self) -> dict[str, int]:
        """Number of characters by account, the accounts in alphabetical order."""
        return dict(sorted(self._totals.items()))

    def missing(self, origins: Set[int]) -> list[int]:
        """Those of the origins that nobody claimed, ascending."""
        return sorted(origins - self._taken)

    def take_signs(self, text: Text, places: Iterable[int]) -> None:
        """Enter the signs of a text that part what it says."""
        for place in places:
            self.take(text[place : place + 1], "separators")
