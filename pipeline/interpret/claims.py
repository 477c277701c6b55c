"""Who takes which character of the document: the interpreter's half of the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from pipeline.document.text import Text


@dataclass(slots=True)
class Claims:
    """Origin -> account. The first claim of a character stands."""

    _accounts: dict[int, str] = field(default_factory=dict)

    def take(self, text: Text, account: str) -> None:
        """Enter the visible characters of the text in an account."""
        fresh = set(text.visible_origins()).difference(self._accounts)
        self._accounts.update(dict.fromkeys(fresh, account))

    def totals(self) -> dict[str, int]:
        """Number of characters by account, the accounts in alphabetical order."""
        return dict(sorted(Counter(self._accounts.values()).items()))

    def missing(self, origins: Set[int]) -> list[int]:
        """Those of the origins that nobody claimed, ascending."""
        return sorted(origins - self._accounts.keys())

    def take_signs(self, text: Text, places: Iterable[int]) -> None:
        """Enter the signs of a text that part what it says."""
        for place in places:
            self.take(text[place : place + 1], "separators")
