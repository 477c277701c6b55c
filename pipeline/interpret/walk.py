"""A document's blocks to the outline: a tree of nodes with labels and values.

Blocks outside tables are taken here: furniture, the title and cover, sections, headings that open
nodes, labels (`Attitude` above its text, `versie: 3` on one line), and the text of the label that
is open. The rows of tables are taken by `rows`.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.core import heartbeat
from pipeline.core.text import fold
from pipeline.document.model import (
    Block,
    Furniture,
    Heading,
    ListItem,
    PageEnd,
    Paragraph,
    Table,
)
from pipeline.document.text import Text, join
from pipeline.families.kinds import shows_kind
from pipeline.families.model import PROFILE, Family, Node
from pipeline.interpret.claims import Claims
from pipeline.interpret.grid import flowing_blocks, is_wrapper
from pipeline.interpret.outline import BOILERPLATE, ON_ONE_LINE, TREND, Entry, Outline
from pipeline.interpret.page_furniture import (
    PageFurniture,
    is_contents_line,
    without_page_number,
)
from pipeline.interpret.passages import has_bullet, has_marker, without_marker
from pipeline.interpret.rows import Rows
from pipeline.interpret.shapes import node_called
from pipeline.interpret.stack import (
    BELOW_HEADINGS,
    CERTAIN,
    MOST_OF_A_HEADING,
    MOST_OF_A_LABEL,
    Stack,
    is_emphasised,
)
from pipeline.labels.matcher import LabelMatch, matcher_of

# What pages repeat, as readers call it; menus of web pages are none.
RUNNING = ("running headers", "running footers", "page furniture")

# A label outside a table that nothing marks as one is short, or it is a sentence.
_MOST_WORDS = 6
# Where nothing marks labels, one that no family knows has two or three words.
_MOST_BARE_WORDS = 3


def walk(blocks: Iterable[Block], family: Family, claims: Claims) -> Outline:
    """The outline of a document's blocks; what belongs to no value is entered in the claims."""
    found = _Walk(family, claims)
    found.blocks(blocks)
    return found.stack.outline


class _Walk:
    """Takes the blocks of a document one by one."""

    def __init__(self, family: Family, claims: Claims) -> None:
        self.family = family
        self.matcher = matcher_of(family)
        self.furniture = PageFurniture.of(family)
        self.claims = claims
        self.stack = Stack(family, claims)
        self.rows = Rows(self.stack, self._section)
        self.in_contents = False
        # The node whose label or code stood on the line above, without its name: the node, the
        # code, the whole line.
        self.awaited: tuple[Node, Text, Text] | None = None

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Take in blocks one by one."""
        for block in blocks:
            heartbeat.beat()
            match block:
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
                    self._line(block)

    def _item(self, block: ListItem) -> None:
        """An item outside tables: of the contents, the title of a node, or text."""
        if self.in_contents:
            self._contents_line(block.text)
            return
        text = block.text.collapse()
        may_open = len(text) <= MOST_OF_A_HEADING
        opening = self.stack.opening_of(text, marked=False) if may_open else None
        # A list may hold the titles of nodes, if their codes or words tell them from sentences.
        if opening is not None and opening.node.marks + opening.node.numbers:
            self.stack.open_heading(text, opening)
        elif not self._statement_as_node(text):
            self._flow(block)

    def _statements_as_nodes(self, lines: list[Text]) -> bool:
        """Lines that each begin with a bullet, right below such a section: each is a node."""
        lines = [line for line in lines if line.collapse()]
        if not lines or not all(has_marker(line.chars) for line in lines):
            return False
        bare = [without_marker(line, self.claims).collapse() for line in lines]
        return all(self._statement_as_node(line) for line in bare)

    def _statement_as_node(self, text: Text) -> bool:
        """An item right below a section whose nodes need no more than a name: it is one."""
        stack = self.stack
        stands_free = stack.in_profile or (stack.innermost.is_bare and not stack.innermost.code)
        if stack.entry is not None or not stands_free:
            return False
        for node in self.family.inside(PROFILE):
            if node.section == stack.section and "{name}" in node.plain_openers:
                stack.open_part(node, text, Text(), text)
                return True
        return False

    def _line(self, block: Heading | Paragraph) -> None:
        """A heading or paragraph: furniture, title, node, section, label, or text."""
        text = block.text.collapse()
        if not text or self._is_furniture(text) or self._title(text, block):
            return
        self.rows.forget_columns()
        awaited, self.awaited = self.awaited, None
        if self._boilerplate_heading(text, block) or self._code_alone(text):
            return
        if self._node(text, block) or self._section(text, block):
            return
        if self._trend_title(text, block):
            return
        if self._fact_line(text) or self._label_line(text, block) or self._inline_pair(text):
            return
        if awaited is not None and self._awaited_name(text, *awaited):
            return
        if isinstance(block, Heading):
            self._other_heading(block, text)
        elif self._statements_as_nodes(block.text.lines()):
            return
        elif self._is_formed_as_label(text) or (is_emphasised(text) and self._is_foreign(text)):
            self.stack.open_entry(text, None, BELOW_HEADINGS, "label of something else")
        else:
            self._flow(block)

    def _is_formed_as_label(self, text: Text) -> bool:
        """Whether a line that no family knows has the form of the label whose value is open."""
        entry = self.stack.entry
        if entry is None or entry.match is None or not entry.cells:
            return False
        if entry.level != BELOW_HEADINGS or entry.match.field.value.has_headings:
            return False
        if is_emphasised(text) or is_emphasised(entry.label):
            alike = is_emphasised(text) and is_emphasised(entry.label)
            return alike and len(text.chars.split()) <= _MOST_WORDS and text.chars[-1] not in ".;"
        return entry.match.field.value.is_prose and self._stands_like(text, entry)

    @staticmethod
    def _stands_like(text: Text, entry: Entry | None) -> bool:
        """Whether a plain line after a whole sentence is as bare as the label of the value is."""
        if entry is None:
            return False
        last = entry.cells[-1].blocks[-1]
        ended = isinstance(last, Paragraph) and last.own_block and last.text.chars.endswith(".")
        is_bare = text.chars[0].isupper() and text.chars[-1] not in ".;,?!"
        same_end = text.chars.endswith(":") == entry.label.chars.endswith(":")
        return ended and is_bare and same_end and len(text.chars.split()) <= _MOST_BARE_WORDS

    def _is_foreign(self, text: Text) -> bool:
        return len(text) <= MOST_OF_A_LABEL and self.matcher.foreign(text.chars) is not None

    # Furniture, title and cover.

    def _is_furniture(self, text: Text) -> bool:
        if self.furniture.is_contents_title(text.chars):
            self.in_contents = True
            self.claims.take(text, "table of contents")
            return True
        if is_contents_line(text.chars) or self._in_contents_still(text):
            self._contents_line(text)
            return True
        self.in_contents = False
        entry = self.stack.entry
        awaits_value = entry is not None and bool(entry.level) and not entry.cells
        if awaits_value or self._may_be_title(text):
            # `Versie` above `1`: a number by itself may be the value that is due.
            return False
        repeats_title = self.stack.page_end and self._says_title(text)
        is_running = not has_bullet(text.chars) and self.furniture.is_running_line(text.chars)
        if repeats_title or is_running:
            self.claims.take(text, "page furniture")
            self.stack.outline.running.append(text)
            self.stack.page_end = True
            return True
        return False

    def _says_title(self, text: Text) -> bool:
        """Whether a line says the title of the document, or what of it names the type."""
        title = fold(self.stack.outline.title.chars)
        named = self.matcher.match_document_type(text.chars) is not None
        return named and bool(title) and fold(text.chars) in title

    def _in_contents_still(self, text: Text) -> bool:
        """After the title of the contents: a line that names a section or label with its page."""
        if not self.in_contents:
            return False
        bare = without_page_number(text.chars)
        return bare != text.chars and len(bare) <= MOST_OF_A_LABEL

    def _contents_line(self, text: Text) -> None:
        self.claims.take(text, "table of contents")

    def _may_be_title(self, text: Text) -> bool:
        """The first line that opens with the document type may look like a running header."""
        outline = self.stack.outline
        if outline.title or outline.root.entries:
            return False
        found = self.matcher.match_document_type(text.chars)
        return found is not None and not text[: found.start].strip()

    def _title(self, text: Text, block: Heading | Paragraph) -> bool:
        outline, entry = self.stack.outline, self.stack.entry
        if self.stack.has_nodes or self.stack.section:
            return False
        marked = isinstance(block, Heading) or is_emphasised(block.text)
        if entry is not None and entry.level and not marked:
            # A source may be a profile too.
            return False
        if self.matcher.match_document_type(text.chars) is None:
            return False
        folded = fold(text.chars)
        if self.matcher.match(text.chars, self.stack.scope) is not None and outline.title:
            return False
        if outline.title:
            # A cover repeats the title; a sentence about the profile is text.
            known = fold(outline.title.chars)
            if folded not in known and known not in folded:
                return False
            found = self.matcher.match_document_type(text.chars)
            opens = found is not None and found.start == 0 and text.chars[-1] not in ".?!:;"
            if len(known) < len(folded) and opens:
                # A cover has the bare words, the page after it the whole title.
                outline.title, text = text, outline.title
            self.claims.take(text, "title")
            return True
        if text.chars.endswith(".") and len(text.chars.split()) > _MOST_WORDS:
            return False
        outline.title = text
        return True

    # Sections and nodes.

    def _section(
        self, text: Text, block: Heading | Paragraph | None, may_be_label: bool = False
    ) -> bool:
        """Open a section where the text is the title of one; `block` is None for a row's cell."""
        if len(text) > MOST_OF_A_LABEL:
            return False
        found = self.matcher.match_section(text.chars)
        if found is None:
            return False
        marked = block is None or isinstance(block, Heading) or is_emphasised(text)
        if not marked and len(text.chars.split()) > _MOST_WORDS + 2:
            return False
        self.stack.section = found.section
        self.stack.entry = None
        self.stack.close_to_section(found.section)
        label = self.stack.match(text)
        may_be_label = may_be_label or block is not None
        if may_be_label and label is not None and label.how in CERTAIN:
            # `Trends en ontwikkelingen` is a section where labels follow, a label where text does.
            entry = self.stack.open_entry(text, label, level_of(block), "title of a section")
            entry.is_title = True
        else:
            self.claims.take(text, "headings")
        return True

    def _node(self, text: Text, block: Heading | Paragraph) -> bool:
        """Open a node where the text is the heading of one."""
        if len(text) > MOST_OF_A_HEADING:
            return False
        marked = isinstance(block, Heading) or is_emphasised(text)
        lines = [line.collapse() for line in block.text.lines()]
        if len(lines) > 1 and self.rows.open_lines(lines):
            return True
        opening = self.stack.opening_of(text, marked=marked)
        if opening is not None and opening.is_plain and self._names_section_or_label(text):
            opening = None
        if opening is not None:
            self.stack.open_heading(text, opening, level_of(block))
            return True
        return marked and self.rows.named_in_overview(text)

    def _names_section_or_label(self, text: Text) -> bool:
        """Whether a heading says by its words what it is, whatever number stands before it."""
        return (
            self.matcher.match_section(text.chars) is not None or self.stack.match(text) is not None
        )

    def _boilerplate_heading(self, text: Text, block: Heading | Paragraph) -> bool:
        """`Wat is een beroepscompetentieprofiel?`: text that says nothing of this occupation."""
        marked = isinstance(block, Heading) or is_emphasised(text)
        if not marked or not self.furniture.is_boilerplate_heading(text.chars):
            return False
        self.stack.open_entry(text, None, level_of(block), BOILERPLATE)
        return True

    # Labels.

    def _name_label(self, found: LabelMatch, text: Text) -> bool:
        """`Kerntaak` on a line of its own: the name of the node is to follow."""
        if found.field.node == PROFILE or found.field.path != "name":
            return False
        self.awaited = self.family.node(found.field.node), Text(), Text()
        self.claims.take(text, "labels")
        return True

    def _awaited_name(self, text: Text, node: Node, code: Text, line: Text) -> bool:
        """Open the node whose label or code stands on the line above."""
        if (called := node_called(self.stack, text)) is not None:
            # Heads of columns, one below the other.
            self.awaited = called, Text(), Text()
            self.claims.take(text, "column heads")
            return True
        if len(text) > MOST_OF_A_HEADING or text.chars.endswith("."):
            return False
        if all(part.scope not in node.inside for part in self.stack.open):
            return False
        heading = join(filter(None, (line, text)))
        self.stack.open_part(node, heading, code, text)
        return True

    def _code_alone(self, text: Text) -> bool:
        """`B1-K1` on a line of its own: the name of the node is to follow."""
        for node, span, is_number in self.matcher.coded(text.chars):
            if not is_number and any(part.scope in node.inside for part in self.stack.open):
                self.awaited = node, text[slice(*span)], text
                return True
        return False

    def _trend_title(self, text: Text, block: Heading | Paragraph) -> bool:
        """The title of a trend outside the label that all trends stand under."""
        entry = self.stack.entry
        marked = isinstance(block, Heading) or is_emphasised(text)
        if len(text) > MOST_OF_A_LABEL or self.stack.section != "trends":
            return False
        stands_free = isinstance(block, Paragraph) and block.own_block
        is_listed = stands_free and self.matcher.is_trend_title(text.chars)
        after_trend = entry is not None and entry.how == TREND and bool(entry.cells)
        stands_alike = after_trend and stands_free and self._stands_like(text, entry)
        if not (marked or is_listed or stands_alike):
            return False
        if entry is None or (entry.match and entry.match.field.kind == "developments"):
            return False
        level = level_of(block)
        # After one that names a dimension the next of its form is a title, whatever it says.
        follows = (marked or stands_alike) and entry.how == TREND and entry.level == level
        follows = follows and text.chars[-1] not in ".;:"
        names_one = self.matcher.match_trend(text.chars) is not None
        if self.stack.match(text) is not None or not (names_one or follows):
            return False
        self.stack.open_entry(text, None, level, TREND)
        return True

    def _fact_line(self, text: Text) -> bool:
        """`Versie 3.0` on a line of its own: a short fact, which no colon parts from its label."""
        found = self.matcher.match_label_prefix(text.chars, PROFILE)
        if found is None or not self.stack.in_profile or self.stack.has_nodes:
            return False
        match, start = found
        is_fact = shows_kind(text.chars[start:], match.field.kind) and match.how in CERTAIN
        if not is_fact or len(text.chars.split()) > _MOST_WORDS:
            return False
        self.stack.open_inline(text[:start].strip(), match, text[start:].strip(), ON_ONE_LINE)
        self.stack.entry = None
        return True

    def _label_line(self, text: Text, block: Heading | Paragraph) -> bool:
        """A heading, bold line or short line that is a label; its value follows."""
        if len(text) > MOST_OF_A_LABEL:
            return False
        found = self.stack.match(text)
        if found is None:
            return False
        marked = isinstance(block, Heading) or is_emphasised(text) or text.chars.endswith(":")
        if not marked and (found.how not in CERTAIN or len(text.chars.split()) > _MOST_WORDS):
            return False
        level = level_of(block)
        if self._is_part_of_value(found, level):
            return False
        if self._name_label(found, text):
            return True
        self.stack.open_entry(text, found, level, "label above its value")
        return True

    def _is_part_of_value(self, found: LabelMatch, level: int) -> bool:
        """A sub-heading of the open value: a descriptor under its heading, `Kennis` among items."""
        entry = self.stack.entry
        if entry is None or not entry.level or level <= entry.level:
            return False
        return found.field.id.startswith(f"{entry.field}.")

    def _inline_pair(self, text: Text) -> bool:
        """`versie: 3` on a line of its own, in the general part or in a node."""
        stack = self.stack
        opening_section = self.family.sections[0].id
        if stack.in_profile and (stack.has_nodes or stack.section not in (None, opening_section)):
            return False
        found = self.matcher.match_label_prefix(text.chars, stack.scope)
        if found is None:
            return False
        match, start = found
        label, value = text[:start].strip(), text[start:].strip()
        if not value or not label.chars.endswith(":"):
            return False
        if not stack.in_profile and match.how not in CERTAIN:
            return False
        entry = stack.open_inline(label, match, value, ON_ONE_LINE)
        entry.level = 0 if stack.in_profile else BELOW_HEADINGS
        stack.entry = None if stack.in_profile else entry
        return True

    def _other_heading(self, block: Heading, text: Text) -> None:
        """A heading that is no label: part of the open value, of the cover, or unknown."""
        entry = self.stack.entry
        if entry is not None and entry.level and block.level > entry.level:
            entry.extend(block)
            return
        if self._is_on_cover(text):
            self.stack.outline.cover.append(text)
            return
        if self.stack.open_sibling(text, block.level):
            return
        self.stack.close_to_level(block.level)
        self.stack.open_entry(text, None, block.level, "heading that no family knows")

    def _is_on_cover(self, text: Text) -> bool:
        """Whether a line stands on the cover: below the title, before all else of the document."""
        stack = self.stack
        outline = stack.outline
        others = any(entry.how != ON_ONE_LINE for entry in outline.root.entries)
        begun = stack.section is not None or stack.has_nodes or others
        if begun or self.in_contents or not outline.title or stack.page_end:
            return False
        return len(text) <= MOST_OF_A_LABEL and self.matcher.foreign(text.chars) is None

    # Text.

    def _flow(self, block: Paragraph | ListItem | Heading) -> None:
        """Text outside tables goes to the open label, or stands by itself."""
        if self._is_boilerplate(block.text.chars):
            self.claims.take(block.text, "boilerplate")
            return
        entry = self.stack.entry
        in_cell = isinstance(block, Paragraph) and not block.own_block
        if entry is None and self._is_on_cover(block.text):
            self.stack.outline.cover.append(block.text.collapse())
            return
        if entry is None or (not entry.level and not in_cell):
            entry = self.rows.open_unlabelled(BELOW_HEADINGS)
        if self.stack.page_end:
            entry.add((block,), after_page_end=True)
            self.stack.page_end = False
        else:
            entry.extend(block)

    def _is_boilerplate(self, chars: str) -> bool:
        folded = fold(chars)
        return any(fold(phrase) in folded for phrase in self.family.boilerplate.phrases)

    # Tables.

    def _table(self, table: Table) -> None:
        if table.caption:
            self._caption(table.caption.collapse())
        entry = self.stack.entry
        if entry is not None and entry.takes_tables:
            entry.add((table,))
        elif is_wrapper(table):
            self.blocks(flowing_blocks(table))
        else:
            self.rows.take(table)
            self.stack.page_end = False

    def _caption(self, text: Text) -> None:
        opening = self.stack.opening_of(text, marked=True)
        if opening is not None:
            self.stack.open_heading(text, opening)
        elif not self._section(text, None):
            self.stack.open_entry(text, None, 0, "caption")


def level_of(block: Heading | Paragraph | None) -> int:
    """The level of a label in a block; of one in a table cell (no block), 0."""
    if block is None:
        return 0
    return block.level if isinstance(block, Heading) else BELOW_HEADINGS
