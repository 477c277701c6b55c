"""Labels outside tables: above a value, titles of trends, names to come."""

from __future__ import annotations

from functools import partial

from pipeline.document.grid import grid_rows
from pipeline.document.model import Block, Heading, ListItem, Paragraph, Table
from pipeline.document.reasons import Verdict
from pipeline.document.text import Text, join
from pipeline.families.model import PROFILE, Node
from pipeline.interpret.forms import (
    BELOW_HEADINGS,
    MOST_OF_A_HEADING,
    MOST_OF_A_LABEL,
    has_few_words,
    is_emphasised,
    level_of,
)
from pipeline.interpret.listed_nodes import node_above_label
from pipeline.interpret.outline import TREND, Entry
from pipeline.interpret.proposals import Shape
from pipeline.interpret.run_in_labels import RunInLabels
from pipeline.interpret.shapes import node_called
from pipeline.interpret.stack import Stack
from pipeline.labels.matcher import is_certain

# Where nothing marks labels, one that no family knows has two or three words.
_MOST_BARE_WORDS = 3


Awaited = tuple[Node, Text, Text]
"""(node, code, whole line) of a label or code on a line of its own, whose name is to follow."""


class LabelLines:
    """Tells of lines outside tables what labels they are; `awaited` is of the line above."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.matcher = stack.matcher
        self.claims = stack.claims
        self.run_in = RunInLabels(stack)
        self.awaited: Awaited | None = None

    def proposed(
        self, text: Text, block: Heading | Paragraph, following: Block | None
    ) -> tuple[Shape | None, ...]:
        """What a line may be, if it is a label or a title."""
        return (
            self.trend_title(text, block),
            self.run_in.fact_line(text),
            self.label_line(text, block, following),
            self.run_in.pair(text),
            self.run_in.emphasised(text),
            self.run_in.trend(text),
            self.run_in.foreign(text),
            node_above_label(self.stack, text, following),
        )

    def of_something_else(self, text: Text, following: Block | None) -> Verdict:
        """Whether a line is a label that no family knows: by its form, or listed as foreign.

        Where nothing marks it, a fact below it shows that it stands above one.
        """
        stack = self.stack
        is_label = is_emphasised(text) and has_few_words(text) and text.chars.endswith(":")
        above_text = isinstance(following, Paragraph) and not is_emphasised(following.text)
        is_foreign = len(text) <= MOST_OF_A_LABEL and self.matcher.foreign(text.chars) is not None
        if formed := self._formed_as_label(text):
            return formed
        if is_label and above_text and stack.entry is None and stack.section is not None:
            return Verdict(True, "emphasised words with a colon stand first in a section")
        if is_foreign and (is_emphasised(text) or self._opens_fact(following)):
            return Verdict(True, "another kind of document has this label")
        return Verdict(False, "its form is not that of a label here")

    def _opens_fact(self, block: Block | None) -> bool:
        """Whether a block begins with a fact: a line, or a row, of a label and its value."""
        if isinstance(block, Paragraph):
            return self.run_in.opens_fact(block.text)
        if not isinstance(block, Table):
            return False
        row = next(grid_rows(block))
        columns = row.filled()
        label = row.cells[columns[0]].text if len(columns) > 1 else Text()
        return is_certain(self.stack.match(label)) if label else False

    def trend_title(self, text: Text, block: Heading | Paragraph) -> Shape | None:
        """The title of a trend outside the label that all trends stand under."""
        entry = self.stack.entry
        marked = isinstance(block, Heading) or is_emphasised(text)
        if len(text) > MOST_OF_A_LABEL or self.stack.section != "trends":
            return None
        stands_free = isinstance(block, Paragraph) and block.own_block
        is_listed = stands_free and self.matcher.is_trend_title(text.chars)
        after_trend = entry is not None and entry.how == TREND and bool(entry.cells)
        stands_alike = after_trend and stands_free and self._stands_like(text, entry)
        if not (marked or is_listed or stands_alike):
            return None
        if entry is None or entry.kind == "developments":
            return None
        level = level_of(block)
        # After one that names a dimension the next of its form is a title, whatever it says.
        follows = (marked or stands_alike) and entry.how == TREND and entry.level == level
        follows = follows and text.chars[-1] not in ".;:"
        names_one = self.matcher.match_trend(text.chars) is not None
        if self.stack.match(text) is not None or not (names_one or follows):
            return None
        take = lambda: self.stack.open_entry(text, None, level, TREND)  # noqa: E731
        return Shape("title of a trend on its own line", 90, take)

    def awaited_name(self, text: Text, awaited: Awaited | None) -> Shape | None:
        """The name of the node whose label or code stands on the line above."""
        if awaited is None:
            return None
        node, code, line = awaited
        if (called := node_called(self.stack, text)) is not None:
            # Heads of columns, one below the other.
            column = partial(self._await, (called, Text(), Text()), text, "column heads")
            return Shape("head of a column on its own line", 15, column)
        is_long = len(text) > MOST_OF_A_HEADING or text.chars.endswith(".")
        if is_long or not self.stack.holders(node):
            return None
        title = (self.stack.title_of(node, text) if not code else None) or (code, text)
        heading = join(filter(None, (line, text)))
        take = partial(self.stack.open_part, node, heading, *title)
        return Shape("name below its label or code", 15, take)

    def code_alone(self, text: Text) -> Shape | None:
        """`B1-K1` on a line of its own: the name of the node is to follow."""
        for node, span, is_number in self.matcher.coded(text.chars):
            if not is_number and self.stack.holders(node):
                take = partial(self._await, (node, text[slice(*span)], text))
                return Shape("code on a line of its own", 130, take)
        return None

    def _await(self, awaited: Awaited, claimed: Text | None = None, account: str = "") -> None:
        """Let the next line be the name of a node."""
        self.awaited = awaited
        if claimed is not None:
            self.claims.take(claimed, account)

    def label_line(
        self, text: Text, block: Heading | Paragraph, following: Block | None
    ) -> Shape | None:
        """A heading, bold line or short line that is a label; its value follows."""
        if len(text) > MOST_OF_A_LABEL:
            return None
        found = self.stack.match(text)
        if found is None:
            return None
        marked = isinstance(block, Heading) or is_emphasised(text) or text.chars.endswith(":")
        if not marked and (found.is_inferred or not has_few_words(text)):
            return None
        if not marked and self._is_awaited(following):
            return None
        level = level_of(block)
        if self.stack.part_of_value(found, level=level):
            return None

        def take() -> None:
            if found.field.node == PROFILE or found.field.path != "name":
                self.stack.open_entry(text, found, level, "label above its value")
                return
            # `Kerntaak` on a line of its own: the name of the node is to follow.
            node = self.stack.family.node(found.field.node)
            self._await((node, Text(), Text()), text, "labels")

        return Shape("label above its value", 70, take)

    def _is_awaited(self, following: Block | None) -> bool:
        """Whether a line is the value of the label above: `vastgesteld` may be a state.

        That label is marked and that of a short text, and below the line stands no text that it
        could be the label of.
        """
        entry = self.stack.entry
        if entry is None or entry.match is None or entry.cells or entry.is_title:
            return False
        marked = is_emphasised(entry.label) or entry.label.chars.endswith(":")
        above_text = isinstance(following, Paragraph | ListItem) and not (
            is_emphasised(following.text) or following.text.chars.endswith(":")
        )
        return entry.kind == "text" and marked and not above_text

    def _formed_as_label(self, text: Text) -> Verdict:
        """Whether a line that no family knows has the form of the label whose value is open."""
        no, entry = Verdict(False, "it looks otherwise than the label above"), self.stack.entry
        if entry is None or entry.match is None or not entry.cells:
            return no
        if entry.level != BELOW_HEADINGS or entry.match.field.value.has_headings:
            return no
        if is_emphasised(text) or is_emphasised(entry.label):
            alike = is_emphasised(text) and is_emphasised(entry.label)
            # Where the value is emphasised as well, emphasis says nothing.
            last = entry.cells[-1].blocks[-1]
            alike = alike and not (isinstance(last, Paragraph) and is_emphasised(last.text))
            alike = alike and has_few_words(text) and text.chars[-1] not in ".;"
        else:
            alike = entry.match.field.value.is_prose and self._stands_like(text, entry)
        return Verdict(True, "it looks like the label above") if alike else no

    @staticmethod
    def _stands_like(text: Text, entry: Entry | None) -> bool:
        """Whether a plain line after a whole sentence is as bare as the label of the value is."""
        if entry is None:
            return False
        last = entry.cells[-1].blocks[-1]
        ended = isinstance(last, Paragraph) and last.own_block and last.text.chars.endswith(".")
        is_bare = text.chars[0].isupper() and text.chars[-1] not in ".;,?!"
        same_end = text.chars.endswith(":") == entry.label.chars.endswith(":")
        return ended and is_bare and same_end and has_few_words(text, _MOST_BARE_WORDS)
