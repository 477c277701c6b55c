"""What pairing finds: labels with the cells of their values, in the scopes that they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.document.model import Block
from pipeline.document.text import Text
from pipeline.interpret.passages import ValueCell
from pipeline.labels.matcher import LabelMatch


@dataclass(slots=True)
class Entry:
    """A label as found and the cells of its value.

    `match` is None for a label that the layout does not know. `level` is the
    heading level of a label outside tables, 0 for one in a table cell. `is_title`
    tells that the label also is the title of a section, so that it may have no
    value of its own.
    """

    label: Text
    match: LabelMatch | None
    section: str | None = None
    level: int = 0
    is_title: bool = False
    cells: list[ValueCell] = field(default_factory=list)

    @property
    def field(self) -> str:
        """The id of the field, empty where the layout knows none."""
        return self.match.field.id if self.match else ""

    def add(self, blocks: tuple[Block, ...], after_page_end: bool = False) -> None:
        """Append one cell to the value."""
        self.cells.append(ValueCell(blocks, after_page_end))

    def extend(self, block: Block) -> None:
        """Append a block to the last cell of the value."""
        last = self.cells[-1] if self.cells else ValueCell(())
        self.cells[-1:] = [ValueCell((*last.blocks, block), last.after_page_end)]


@dataclass(slots=True)
class RolePart:
    """One role: its heading as found, and its entries; `name` is the role in its words."""

    heading: Text
    number: int | None
    name: Text
    entries: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """The whole document as labels and values; `title` is empty where there is none."""

    title: Text = field(default_factory=Text)
    general: list[Entry] = field(default_factory=list)
    roles: list[RolePart] = field(default_factory=list)
