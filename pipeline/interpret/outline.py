"""What the walk finds: a tree of open nodes, each with labels and the cells of their values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.document.model import Block, Furniture, Paragraph
from pipeline.document.reasons import Reason
from pipeline.document.text import Text
from pipeline.families.model import PROFILE, Node
from pipeline.interpret.passages import ValueCell
from pipeline.labels.matcher import LabelMatch

ON_ONE_LINE = "label and value on one line"
TREND = "title of a trend"
TREND_ROW = "title of a trend beside its text"
BOILERPLATE = "heading of text that says nothing of this occupation"


@dataclass(slots=True)
class Entry:
    """A label as found and the cells of its value.

    `match` is None for a label that the family does not know. `level` is the
    heading level of a label outside tables, 0 for one in a table cell. `is_title`
    tells that the label also is the title of a section, so that it may have no
    value of its own. `how` names the shape that label and value were read by.
    """

    label: Text
    match: LabelMatch | None
    section: str | None = None
    level: int = 0
    is_title: bool = False
    how: str = ""
    cells: list[ValueCell] = field(default_factory=list)

    @property
    def field(self) -> str:
        """The id of the field, empty where the family knows none."""
        return self.match.field.id if self.match else ""

    @property
    def kind(self) -> str:
        """The kind of its value, empty where the family does not know the label."""
        return self.match.field.kind if self.match else ""

    @property
    def takes_tables(self) -> bool:
        """Whether a table is the value itself."""
        return self.match is not None and self.match.field.value.takes_table

    @property
    def is_bare_heading(self) -> bool:
        """Whether it is a label that the family does not know, with no value below it so far."""
        return self.match is None and bool(self.label) and not self.cells

    @property
    def blocks(self) -> list[Block]:
        """The blocks of its value, whatever cells they stand in."""
        return [block for cell in self.cells for block in cell.blocks]

    @property
    def only_line(self) -> Text:
        """The one paragraph that a text without a label is; empty where it is more, or a list."""
        match self.blocks:
            case [Paragraph(text=text)] if not self.label:
                return text.collapse()
        return Text()

    def add(self, blocks: tuple[Block, ...], after_page_end: bool = False) -> None:
        """Append one cell to the value."""
        self.cells.append(ValueCell(blocks, after_page_end))

    def extend(self, block: Block) -> None:
        """Append a block to the last cell of the value."""
        last = self.cells[-1] if self.cells else ValueCell(())
        self.cells[-1:] = [ValueCell((*last.blocks, block), last.after_page_end)]


@dataclass(slots=True)
class Part:
    """One node as found: its heading, the code and name in it, its entries and the nodes in it.

    That of the profile has no `node` and no heading; `section` is the one that it was opened in,
    `level` that of a heading outside tables, else 0.
    """

    node: Node | None
    heading: Text = field(default_factory=Text)
    code: Text = field(default_factory=Text)
    name: Text = field(default_factory=Text)
    section: str | None = None
    level: int = 0
    entries: list[Entry] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    @property
    def scope(self) -> str:
        """The id of the node, or that of the profile."""
        return self.node.id if self.node else PROFILE

    @property
    def is_title_alone(self) -> bool:
        """Whether its heading is its name, without a word or code that tells what it is."""
        return self.heading.chars == self.name.chars

    @property
    def is_bare(self) -> bool:
        """Whether nothing but titles stands in it."""
        return not self.entries and all(part.is_bare for part in self.parts)

    def path_to(self, part: Part) -> list[Part]:
        """This one and those inside it that lead to another, which ends the path."""
        if part is self:
            return [self]
        paths = (inner.path_to(part) for inner in self.parts)
        found = next(filter(None, paths), [])
        return [self, *found] if found else []

    def walk(self) -> Iterator[Part]:
        """This one and all below, in document order."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(slots=True)
class Outline:
    """The whole document: its title (empty where there is none), and the tree of its nodes.

    `cover` are the lines below the title that no label or section explains, `running` those that
    pages repeat, `beside` the boxes that say no title; `reasons` say why rows of tables were taken
    for what they are.
    """

    title: Text = field(default_factory=Text)
    cover: list[Text] = field(default_factory=list)
    running: list[Text] = field(default_factory=list)
    beside: list[Furniture] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    root: Part = field(default_factory=lambda: Part(None))
