"""What a shape is, and what it is asked about: a row with all that is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.document.grid import GridRow
from pipeline.document.model import Cell
from pipeline.document.text import Text
from pipeline.families.model import Node
from pipeline.interpret.forms import MOST_OF_A_LABEL
from pipeline.interpret.stack import Stack
from pipeline.labels.matcher import LabelMatch, is_certain

if TYPE_CHECKING:
    from pipeline.interpret.rows import Rows

LABEL_COLUMN = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table stand for, below its head row.

    `titles` are nodes whose titles stand in the column, row by row, and `codes` the columns of
    their codes; `record` the fields of one node, of which each row is one. `competencies` tells of
    names beside their indicators, `trends` of titles of trends beside their texts, and `name` is
    the column in which a value has its names. `heads` are the words of the head row, and `width` is
    the number of its cells.
    """

    titles: Mapping[int, Node] = field(default_factory=dict)
    codes: frozenset[int] = frozenset()
    record: Mapping[int, LabelMatch] = field(default_factory=dict)
    competencies: bool = False
    trends: bool = False
    name: int | None = None
    heads: tuple[str, ...] = ()
    width: int = 0


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a node as a row holds it."""

    node: Node
    heading: Text
    code: Text
    name: Text


@dataclass(frozen=True)
class Context:
    """A row with what is known of it: what follows, and whether a page may have ended before it."""

    rows: Rows
    row: GridRow
    following: GridRow | None
    after_page_end: bool

    @property
    def stack(self) -> Stack:
        """What is open."""
        return self.rows.stack

    @property
    def columns(self) -> Columns:
        """What the columns of the table stand for."""
        return self.rows.columns

    @cached_property
    def filled(self) -> list[int]:
        """The columns that hold text."""
        return self.row.filled()

    @cached_property
    def texts(self) -> list[Text]:
        """The texts of the filled cells."""
        return [self.row.cells[column].text for column in self.filled]

    @property
    def has_label(self) -> bool:
        """Whether the label column holds words; a colon alone is what a form left there."""
        first = self.filled[0] == LABEL_COLUMN
        return first and any(char.isalnum() for char in self.text.chars)

    @property
    def alone(self) -> bool:
        """Whether one cell alone holds text."""
        return len(self.filled) == 1

    @property
    def cell(self) -> Cell:
        """The first cell that holds text."""
        return self.row.cells[self.filled[0]]

    @property
    def text(self) -> Text:
        """Its text."""
        return self.texts[0]

    @cached_property
    def match(self) -> LabelMatch | None:
        """What its text means as a label."""
        return self.stack.match(self.text)

    @cached_property
    def label(self) -> tuple[Text, LabelMatch | None]:
        """The label of the label cell: all of it, or its first line, which the rest explains."""
        if is_certain(self.match):
            return self.text, self.match
        first, *rest = self.text.lines()
        in_first = self.stack.match(first) if rest else None
        if is_certain(in_first):
            return first, in_first
        return self.text, self.match


def node_called(stack: Stack, text: Text) -> Node | None:
    """The node that a column head names: by the label of its name, or of their overview."""
    chars = text.collapse().chars
    if len(chars) > MOST_OF_A_LABEL:
        return None
    for node in stack.family.nodes:
        match = stack.matcher.match(chars, node.id)
        if is_certain(match) and match.field.path == "name":
            return node
        for scope in node.inside:
            match = stack.matcher.match(chars, scope, node.section)
            is_overview = match is not None and match.field.kind == "overview"
            if match is not None and is_overview and match.field.path == node.path:
                return node if is_certain(match) else None
    return None


def may_stand(stack: Stack, node: Node, before: list[Title]) -> bool:
    """Whether a node may be opened here, or inside one of the same row."""
    return bool(stack.holders(node)) or any(title.node.id in node.inside for title in before)
