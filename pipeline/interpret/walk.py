"""A document's blocks to the outline: a tree of nodes with labels and values.

Blocks outside tables are taken here: furniture, the title and cover, sections, headings that open
nodes, labels (`Attitude` above its text, `versie: 3` on one line), and the text of the label that
is open. The rows of tables are taken by `rows`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from pipeline.core import heartbeat
from pipeline.document.grid import flowing_blocks, is_wrapper
from pipeline.document.model import (
    Block,
    Furniture,
    Heading,
    ListItem,
    PageEnd,
    Paragraph,
    Table,
)
from pipeline.document.text import Text
from pipeline.families.model import PROFILE, Family
from pipeline.interpret.claims import Claims
from pipeline.interpret.forms import (
    BELOW_HEADINGS,
    MOST_OF_A_HEADING,
    MOST_OF_A_LABEL,
    MOST_WORDS_UNMARKED,
    has_few_words,
    is_emphasised,
    level_of,
)
from pipeline.interpret.front_matter import FrontMatter
from pipeline.interpret.label_lines import LabelLines
from pipeline.interpret.listed_nodes import (
    HEADING,
    lines_with_bullets,
    named_after_occupation,
    named_in_overview,
    open_sentences,
    statements,
    title_of_bullet,
    titles_in_lines,
)
from pipeline.interpret.outline import BOILERPLATE, Entry, Outline
from pipeline.interpret.overview_lines import OverviewLines
from pipeline.interpret.proposals import Shape, reasons_of, strongest
from pipeline.interpret.rows import Rows
from pipeline.interpret.stack import Stack
from pipeline.interpret.text_boxes import BESIDE, TextBoxes
from pipeline.interpret.values.source_tables import is_source_table
from pipeline.labels.matcher import is_certain, matcher_of

# What pages repeat, as readers call it; menus of web pages are none.
RUNNING = ("running headers", "running footers", "page furniture")
# The title of a section that nothing marks may be longer than a label.
_MOST_WORDS_OF_A_SECTION = MOST_WORDS_UNMARKED + 2


def walk(blocks: Iterable[Block], family: Family, claims: Claims) -> Outline:
    """The outline of a document's blocks; what belongs to no value is entered in the claims."""
    document = tuple(blocks)
    found = _Walk(document, family, claims)
    found.blocks(document)
    if found.front.awaits_title and not found.stack.outline.title:
        found.stack.uncover()
    open_sentences(found.stack)
    return found.stack.outline


class _Walk:
    """Takes the blocks of a document one by one."""

    def __init__(self, document: Sequence[Block], family: Family, claims: Claims) -> None:
        self.family = family
        self.matcher = matcher_of(family)
        self.claims = claims
        self.stack = Stack(family, claims)
        self.front = FrontMatter(self.stack, document)
        self.labels = LabelLines(self.stack)
        self.rows = Rows(self.stack, self._section)
        self.boxes = TextBoxes(document)
        self.overviews = OverviewLines(self.stack, document)

    def blocks(self, blocks: Sequence[Block]) -> None:
        """Take in blocks one by one; the lines of an overview at once."""
        at = 0
        while at < len(blocks):
            lines = self.overviews.take(blocks, at)
            if lines is None:
                self._block(blocks[at], _following(blocks, at))
                at += 1
                continue
            for block in lines:
                if isinstance(block, Furniture | PageEnd):
                    self._block(block, None)
            at += len(lines)

    def _block(self, block: Block, following: Block | None) -> None:
        heartbeat.beat()
        match block:
            case Furniture() if block.kind in BESIDE:
                self._box(block)
            case Furniture():
                self.claims.take(block.text, block.kind)
                if block.kind in RUNNING:
                    self.stack.outline.running.append(block.text.collapse())
            case PageEnd():
                self.stack.page_end = True
            case Table():
                self._table(block)
            case ListItem():
                self._item(block)
            case Heading() | Paragraph():
                self._line(block, following)

    def _box(self, box: Furniture) -> None:
        """Text in a box: the title of what follows, if nothing else says it."""
        block = Paragraph(box.text, own_block=True)
        text = box.text.collapse()
        if not self.front.in_contents:
            if self.boxes.may_be_title(box) and self.front.is_title(text, block):
                return
            if self.boxes.may_be_heading(box) and (shape := self._node(text, block)):
                shape.take()
                return
        self.claims.take(box.text, box.kind)
        self.stack.outline.beside.append(box)

    def _item(self, block: ListItem) -> None:
        """An item outside tables: of the contents, the title of a node, or text."""
        if self.front.in_contents:
            self.front.take_contents_line(block.text)
            return
        text = block.text.collapse()
        may_open = len(text) <= MOST_OF_A_HEADING
        opening = self.stack.opening_of(text, marked=False) if may_open else None
        # A list may hold the titles of nodes, if their codes or words tell them from sentences.
        if opening is not None and opening.node.marks + opening.node.numbers:
            self.stack.open_heading(text, opening)
        elif shape := self.labels.run_in.item(text) or statements(self.stack, [text]):
            shape.take()
        else:
            self._flow(block)

    def _line(self, block: Heading | Paragraph, following: Block | None) -> None:
        """A heading or paragraph: furniture, title, node, section, label, or text."""
        if isinstance(block, Paragraph) and (facts := self.labels.run_in.facts(block)):
            self.blocks(facts)
            return
        text = block.text.collapse()
        if not text or self.front.is_furniture(text) or self.front.is_title(text, block):
            return
        self.rows.forget_columns()
        awaited, self.labels.awaited = self.labels.awaited, None
        is_line = isinstance(block, Paragraph)
        shape, verdict = strongest(
            (
                self._boilerplate_heading(text, block),
                self.labels.code_alone(text),
                self._node(text, block),
                self._section(text, block),
                *self.labels.proposed(text, block, following),
                self.labels.awaited_name(text, awaited),
                statements(self.stack, lines_with_bullets(block.text)) if is_line else None,
            )
        )
        self.stack.outline.reasons.extend(reasons_of(verdict, [text]))
        if shape is not None:
            shape.take()
        elif isinstance(block, Heading):
            self._other_heading(block, text)
        elif self.labels.of_something_else(text, following):
            self.stack.open_entry(text, None, BELOW_HEADINGS, "label of something else")
        else:
            self._flow(block)

    def _section(
        self, text: Text, block: Heading | Paragraph | None, may_be_label: bool = False
    ) -> Shape | None:
        """The title of a section; `block` is None for a row's cell."""
        found = self.matcher.match_section(text.chars) if len(text) <= MOST_OF_A_LABEL else None
        if found is None:
            return None
        marked = block is None or isinstance(block, Heading) or is_emphasised(text)
        # A listed title is one however long it is.
        if not marked and found.score < 1 and not has_few_words(text, _MOST_WORDS_OF_A_SECTION):
            return None
        may_be_label = may_be_label or block is not None
        take = partial(self._open_section, found.section, text, level_of(block), may_be_label)
        return Shape("title of a section", 110, take)

    def _open_section(self, section: str, text: Text, level: int, may_be_label: bool) -> None:
        self.stack.section = section
        self.stack.entry = None
        self.stack.close_to_section(section)
        label = self.stack.match(text)
        if label is not None and label.field.node != PROFILE and label.field.path == "name":
            # `Kerntaken` opens the section of the core tasks, and none of them.
            label = None
        if may_be_label and is_certain(label):
            # `Trends en ontwikkelingen` is a section where labels follow, a label where text does.
            self.stack.open_entry(text, label, level, "title of a section").is_title = True
        else:
            self.claims.take(text, "headings")

    def _node(self, text: Text, block: Heading | Paragraph) -> Shape | None:
        """The heading of a node."""
        if len(text) > MOST_OF_A_HEADING:
            return None
        marked = isinstance(block, Heading) or is_emphasised(text)
        lines = [line.collapse() for line in block.text.lines()]
        if in_lines := titles_in_lines(self.stack, lines):
            return in_lines
        opening = self.stack.opening_of(text, marked=marked)
        if opening is None and (in_item := title_of_bullet(self.stack, text, level_of(block))):
            return in_item
        if opening is not None and opening.is_plain and self.stack.names_section_or_label(text):
            opening = None
        if opening is not None:
            take = partial(self.stack.open_heading, text, opening, level_of(block))
            return Shape("heading of a node", HEADING, take)
        if not marked:
            return None
        return named_in_overview(self.stack, text) or named_after_occupation(self.stack, text)

    def _boilerplate_heading(self, text: Text, block: Heading | Paragraph) -> Shape | None:
        """`Wat is een beroepscompetentieprofiel?`: text that says nothing of this occupation."""
        marked = isinstance(block, Heading) or is_emphasised(text)
        if not marked or not self.front.furniture.is_boilerplate_heading(text.chars):
            return None
        take = partial(self.stack.open_entry, text, None, level_of(block), BOILERPLATE)
        return Shape(BOILERPLATE, 140, take)

    def _other_heading(self, block: Heading, text: Text) -> None:
        """A heading that is no label: part of the open value, of the cover, or unknown."""
        entry = self.stack.entry
        if entry is not None and entry.level and block.level > entry.level:
            entry.extend(block)
            return
        if self.front.is_on_cover(text, True):
            self.stack.outline.cover.append(text)
            return
        if self.stack.open_sibling(text, block.level):
            return
        self.stack.close_to_level(block.level)
        self.stack.open_entry(text, None, block.level, "heading that no family knows")

    def _flow(self, block: Paragraph | ListItem | Heading) -> None:
        """Text outside tables goes to the open label, or stands by itself."""
        if self.front.furniture.is_boilerplate(block.text.chars):
            self.claims.take(block.text, "boilerplate")
            return
        entry = self.stack.entry
        in_cell = isinstance(block, Paragraph) and not block.own_block
        if entry is None and self.front.is_on_cover(block.text, is_emphasised(block.text)):
            self.stack.outline.cover.append(block.text.collapse())
            return
        if entry is None or (not entry.level and not in_cell):
            entry = self.rows.open_unlabelled(BELOW_HEADINGS)
        if self.stack.page_end:
            entry.add((block,), after_page_end=True)
            self.stack.page_end = False
        else:
            entry.extend(block)

    def _table(self, table: Table) -> None:
        if table.caption:
            self._caption(table.caption.collapse())
        entry = self.stack.entry
        if self.front.takes_contents(table):
            return
        if entry is not None and (entry.takes_tables or _is_of_sources(entry, table)):
            entry.add((table,))
        elif is_wrapper(table):
            self.blocks(tuple(flowing_blocks(table)))
        else:
            self.rows.take(table)
            self.stack.page_end = False

    def _caption(self, text: Text) -> None:
        opening = self.stack.opening_of(text, marked=True)
        if opening is not None:
            self.stack.open_heading(text, opening)
        elif shape := self._section(text, None):
            shape.take()
        else:
            self.stack.open_entry(text, None, 0, "caption")


def _following(blocks: Sequence[Block], at: int) -> Block | None:
    """The next block, over the end of a page and what stands there."""
    below = (blocks[n] for n in range(at + 1, len(blocks)))
    return next((block for block in below if not isinstance(block, Furniture | PageEnd)), None)


def _is_of_sources(entry: Entry, table: Table) -> bool:
    """Whether a table below a label has a row for each source document."""
    return entry.kind == "source_documents" and entry.level > 0 and is_source_table(table)
