"""How deep the items of a list stand in others, where markers are typed and blanks indent them."""

from __future__ import annotations

from dataclasses import dataclass, field

INDENT = 2
"""What is indented by less, in signs, was typed or rounded so by chance."""


@dataclass(slots=True)
class Nesting:
    """Takes lines from top to bottom; `columns` are those of the open lists' markers."""

    columns: list[int] = field(default_factory=list)

    def item(self, column: int) -> int:
        """The level of the item whose marker stands at a column; 1 is that of the outermost."""
        while self.columns and column <= self.columns[-1] - INDENT:
            self.columns.pop()
        if not self.columns or column >= self.columns[-1] + INDENT:
            self.columns.append(column)
        return len(self.columns)

    def text(self, column: int) -> None:
        """Take in a line without marker: one that is not indented ends the lists."""
        if self.columns and column < self.columns[0] + INDENT:
            self.columns.clear()
