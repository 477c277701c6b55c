"""A document's blocks to labels with values, whatever shape the pairs have.

Shapes: two columns; label and value more than once in a row; a header row whose
values stand in the next row; a label above its value; a merged row that opens a
role; a label cell merged over rows; an empty label cell (the same value goes on);
headings and bold lines outside tables; `label: value` on one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.core import heartbeat
from pipeline.core.signs import DASHES_AND_HYPHENS
from pipeline.core.text import fold
from pipeline.document.hyphens import rejoined
from pipeline.document.model import (
    Block,
    Cell,
    Furniture,
    Heading,
    ListItem,
    PageEnd,
    Paragraph,
    Table,
)
from pipeline.document.text import BOLD, ITALIC, Text
from pipeline.interpret.claims import Claims
from pipeline.interpret.grid import GridRow, cell_text, flowing_blocks, grid_rows, is_wrapper
from pipeline.interpret.line_ends import LINE_END_HYPHENS
from pipeline.interpret.outline import Entry, Outline, RolePart
from pipeline.interpret.page_furniture import (
    PageFurniture,
    is_contents_line,
    without_page_number,
)
from pipeline.interpret.passages import ValueCell, has_bullet
from pipeline.layouts.labels import LabelMatch, matcher_of
from pipeline.layouts.model import Layout

# No label that was ever printed is longer; what is, is text.
_MAX_LABEL = 110
# A label outside a table that nothing marks as one is short, or it is a sentence.
_MAX_BARE_LABEL_WORDS = 6
_CERTAIN = ("exact", "variant")
_LABEL_COLUMN = 0
_SHORT_FACTS = ("date", "version", "level", "text")
# `1. `, `2) `, `Rol 3: `: what a heading is counted with.
_LEADING_NUMBER = re.compile(
    rf"(?:rol\s+)?\(?(\d{{1,2}})[.):]?\s+(?:[:{DASHES_AND_HYPHENS}]\s+)?", re.IGNORECASE
)
# A label outside tables that no heading marks ranks below every heading.
_BELOW_HEADINGS = 7
# What column heads are called where a table explains its own two columns.
_COLUMN_HEADS = frozenset(
    "onderwerp onderdeel rubriek aspect kenmerk item element categorie beschrijving omschrijving "
    "inhoud toelichting invulling uitwerking tekst gegevens gegeven veld waarde".split()
)


def pair(blocks: Iterable[Block], layout: Layout, claims: Claims) -> Outline:
    """The outline of a document's blocks; what belongs to no pair is entered in the claims."""
    pairing = _Pairing(layout, claims)
    pairing.blocks(blocks)
    return pairing.outline


class _Pairing:
    """Walks the document once; holds what is open: section, role, entry, waiting columns."""

    def __init__(self, layout: Layout, claims: Claims) -> None:
        self.layout = layout
        self.matcher = matcher_of(layout)
        self.furniture = PageFurniture.of(layout)
        self.claims = claims
        self.outline = Outline()
        self.section: str | None = None
        # The section of the last label of the general part that the layout knows.
        self.section_above = layout.sections[0].id
        self.role_open = False
        self.entry: Entry | None = None
        self.waiting: dict[int, Entry] = {}
        self.page_end = False
        self.in_contents = False
        self.in_named_columns = False
        # The last row whose label cell is empty: its entry, and its first cell there.
        self.unlabelled: tuple[Entry, int] | None = None

    # Blocks outside tables.

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Take in blocks one by one."""
        for block in blocks:
            heartbeat.beat()
            match block:
                case Furniture():
                    self.claims.take(block.text, block.kind)
                case PageEnd():
                    self.page_end = True
                case Table():
                    self._table(block)
                case ListItem():
                    if self.in_contents:
                        self._contents_line(block.text)
                    else:
                        self._flow(block)
                case Heading() | Paragraph():
                    self._line(block)

    def _line(self, block: Heading | Paragraph) -> None:
        """A heading or paragraph: furniture, title, section, role, label, or text."""
        text = block.text.collapse()
        if not text:
            return
        if self._is_furniture(text):
            return
        if self._title(text):
            return
        if self._role_heading(text, block) or self._section(text, block):
            return
        if self._label_line(text, block) or self._inline_pair(text):
            return
        if isinstance(block, Heading):
            self._other_heading(block, text)
        else:
            self._flow(block)

    def _is_furniture(self, text: Text) -> bool:
        if self.furniture.is_contents_title(text.chars):
            self.in_contents = True
            self.claims.take(text, "table of contents")
            return True
        if is_contents_line(text.chars) or self._in_contents_still(text):
            self._contents_line(text)
            return True
        self.in_contents = False
        awaits_value = self.entry is not None and bool(self.entry.level) and not self.entry.cells
        if awaits_value or self._may_be_title(text):
            # `Versie` above `1`: a number by itself may be the value that is due.
            return False
        if self.furniture.is_running_line(text.chars):
            self.claims.take(text, "page furniture")
            self.page_end = True
            return True
        return False

    def _in_contents_still(self, text: Text) -> bool:
        """After the title of the contents: a line that names a section or label with its page."""
        if not self.in_contents:
            return False
        bare = without_page_number(text.chars)
        return bare != text.chars and len(bare) <= _MAX_LABEL

    def _contents_line(self, text: Text) -> None:
        self.claims.take(text, "table of contents")

    def _may_be_title(self, text: Text) -> bool:
        """The first line that opens with the document type may look like a running header."""
        if self.outline.title or self.outline.general:
            return False
        found = self.matcher.match_document_type(text.chars)
        return found is not None and not text[: found.start].strip()

    def _title(self, text: Text) -> bool:
        if self.outline.roles or self.section:
            return False
        if self.matcher.match_document_type(text.chars) is None:
            return False
        folded = fold(text.chars)
        if self.matcher.match(text.chars, "general") is not None and self.outline.title:
            return False
        if self.outline.title:
            # A cover repeats the title; a sentence about the profile is text.
            if (
                folded not in fold(self.outline.title.chars)
                and fold(self.outline.title.chars) not in folded
            ):
                return False
            self.claims.take(text, "title")
            return True
        if text.chars.endswith(".") and len(text.chars.split()) > _MAX_BARE_LABEL_WORDS:
            return False
        self.outline.title = text
        return True

    def _section(
        self, text: Text, block: Heading | Paragraph | None, may_be_label: bool = False
    ) -> bool:
        """Open a section where the text is the title of one; `block` is None for a row's cell."""
        if len(text) > _MAX_LABEL:
            return False
        found = self.matcher.match_section(text.chars)
        if found is None:
            return False
        marked = block is None or isinstance(block, Heading) or _is_emphasised(text)
        if not marked and len(text.chars.split()) > _MAX_BARE_LABEL_WORDS + 2:
            return False
        self.section = found.section
        self.entry = None
        # Other sections may follow the roles.
        self.role_open = self.role_open and found.section == "roles"
        label = self._match(text)
        may_be_label = may_be_label or block is not None
        if may_be_label and label is not None and label.how in _CERTAIN:
            # `Trends en ontwikkelingen` is a section where labels follow, a label where text does.
            self._open_entry(text, label, _level(block)).is_title = True
        else:
            self.claims.take(text, "headings")
        return True

    def _role_heading(self, text: Text, block: Heading | Paragraph | None) -> bool:
        """Open a role where the text is the heading of one."""
        if len(text) > _MAX_LABEL:
            return False
        found = self.matcher.match_role_heading(text.chars)
        if found is not None:
            number, role = found
            if self._repeats_role(text):
                return True
            self._open_role(text, number, _find(text, role))
            return True
        if self._names_role_of_overview(text) and (block is None or isinstance(block, Heading)):
            if not self._repeats_role(text):
                number, start = leading_number(text.chars)
                self._open_role(text, number, text[start:])
            return True
        return False

    def _repeats_role(self, text: Text) -> bool:
        """A heading that Word repeats on the next page opens nothing."""
        roles = self.outline.roles
        if roles and fold(roles[-1].heading.chars) == fold(text.chars):
            self.claims.take(text, "repeated header rows")
            return True
        return False

    def _names_role_of_overview(self, text: Text) -> bool:
        overview = next((e for e in self.outline.general if e.field == "roles_overview"), None)
        if overview is None:
            return False
        wanted = fold(text.chars)
        lines = [
            fold(line.chars)
            for cell in overview.cells
            for block in cell.blocks
            if isinstance(block, Paragraph | ListItem)
            for line in block.text.lines()
        ]
        return bool(wanted) and wanted in lines

    def _open_role(self, heading: Text, number: int | None, name: Text) -> None:
        self.outline.roles.append(RolePart(heading, number, name))
        self.role_open = True
        self.section = "roles"
        self.entry = None
        self.waiting = {}

    def _label_line(self, text: Text, block: Heading | Paragraph) -> bool:
        """A heading, bold line or short line that is a label; its value follows."""
        if len(text) > _MAX_LABEL:
            return False
        found = self._match(text)
        if found is None:
            return False
        marked = isinstance(block, Heading) or _is_emphasised(text) or text.chars.endswith(":")
        if not marked and (
            found.how not in _CERTAIN or len(text.chars.split()) > _MAX_BARE_LABEL_WORDS
        ):
            return False
        level = _level(block)
        if self._is_part_of_value(found, level):
            return False
        self._open_entry(text, found, level)
        return True

    def _is_part_of_value(self, found: LabelMatch, level: int) -> bool:
        """A sub-heading of the open value: a descriptor under its heading, `Kennis` among items."""
        entry = self.entry
        if entry is None or not entry.level or level <= entry.level:
            return False
        return found.field.id.startswith(f"{entry.field}.")

    def _inline_pair(self, text: Text) -> bool:
        """`versie: 3` on a line of its own, in the general part of the document."""
        if self.outline.roles or self.section not in (None, self.layout.sections[0].id):
            return False
        found = self.matcher.match_label_prefix(text.chars, "general")
        if found is None:
            return False
        match, start = found
        label, value = text[:start].strip(), text[start:].strip()
        if not value or not label.chars.endswith(":"):
            return False
        self._open_inline(label, match, value)
        self.entry = None
        return True

    def _other_heading(self, block: Heading, text: Text) -> None:
        """A heading that is no label: part of the open value, or an unknown label."""
        entry = self.entry
        if entry is not None and entry.level and block.level > entry.level:
            entry.extend(block)
            return
        self._open_entry(text, None, block.level)

    def _flow(self, block: Paragraph | ListItem | Heading) -> None:
        """Text outside tables goes to the open label, or stands by itself."""
        if self._is_boilerplate(block.text.chars):
            self.claims.take(block.text, "boilerplate")
            return
        entry = self.entry
        in_cell = isinstance(block, Paragraph) and not block.own_block
        if entry is None or (not entry.level and not in_cell):
            entry = self._open_entry(Text(), None, _BELOW_HEADINGS)
        if self.page_end:
            entry.add((block,), after_page_end=True)
            self.page_end = False
        else:
            entry.extend(block)

    def _is_boilerplate(self, chars: str) -> bool:
        folded = fold(chars)
        return any(fold(phrase) in folded for phrase in self.layout.boilerplate.phrases)

    # Tables.

    def _table(self, table: Table) -> None:
        if table.caption:
            self._caption(table.caption.collapse())
        if is_wrapper(table):
            self.blocks(flowing_blocks(table))
            return
        after = self.page_end or (self.entry is not None and not self.entry.level)
        self.waiting = {}
        self.in_named_columns = False
        rows = [row for row in grid_rows(table) if row.filled()]
        for number, row in enumerate(rows):
            heartbeat.beat()
            following = rows[number + 1] if number + 1 < len(rows) else None
            # Header rows that stand again on the new page do not end the page end.
            after = not self._row(row, following, after) and after
            if _LABEL_COLUMN in row.filled():
                self.unlabelled = None
        self.page_end = False

    def _caption(self, text: Text) -> None:
        if not self._role_heading(text, None) and not self._section(text, None):
            self._open_entry(text, None, 0)

    def _row(self, row: GridRow, following: GridRow | None, after_page_end: bool) -> bool:
        """Take in a row; whether it was more than furniture."""
        row = self._without_numbering(row)
        filled = row.filled()
        if self.waiting:
            self._fill_waiting(row)
            return True
        if filled[0] != _LABEL_COLUMN:
            self._continued(row, filled, after_page_end)
            return True
        text = cell_text(row.cells[_LABEL_COLUMN])
        if self._is_column_head(row, filled):
            return False
        if len(filled) == 1 and self._repeats_role(text.collapse()):
            return False
        self._labelled_row(row, filled, following, after_page_end)
        return True

    def _labelled_row(
        self, row: GridRow, filled: list[int], following: GridRow | None, after_page_end: bool
    ) -> None:
        """A row whose first cell holds text: a role, a section, labels, or label and value."""
        cell = row.cells[_LABEL_COLUMN]
        text = cell_text(cell)
        alone = len(filled) == 1
        if after_page_end and self._label_goes_on(cell, text):
            self._add_cells(self.entry, row, filled[1:], after_page_end)  # type: ignore[arg-type]
            return
        if alone and self._role_heading(text.collapse(), None):
            return
        if self._header_row(row, filled, following) or self._stacked(row, filled):
            return
        match = self._match(text)
        if alone and match is None and self._lone(cell, text, after_page_end):
            return
        section = self.matcher.match_section(text.chars) if len(row.cells) == 1 else None
        if match is not None and section is not None:
            self._section(text.collapse(), None, may_be_label=True)
            return
        self._pair_row(row, filled, after_page_end)

    def _without_numbering(self, row: GridRow) -> GridRow:
        """A row whose first cell holds only a number: the label stands in the next one."""
        filled = row.filled()
        if len(filled) < 3:
            return row
        number = cell_text(row.cells[filled[0]])
        if not number.chars.strip(".) ").replace(".", "").isdigit():
            return row
        if self._match(cell_text(row.cells[filled[1]])) is None:
            return row
        self.claims.take(number, "numbering")
        shift = filled[1]
        cells = {column - shift: cell for column, cell in row.cells.items() if column >= shift}
        return GridRow(cells, row.covered)

    def _is_column_head(self, row: GridRow, filled: list[int]) -> bool:
        """`Onderwerp | Beschrijving`: the table explains its columns."""
        words = [cell_text(row.cells[column]).chars for column in filled]
        is_head = len(filled) > 1 and all(
            len(word) < _MAX_LABEL and fold(word) in _COLUMN_HEADS for word in words
        )
        if is_head:
            for column in filled:
                self.claims.take(cell_text(row.cells[column]), "column heads")
        return is_head

    def _continued(self, row: GridRow, filled: list[int], after_page_end: bool) -> None:
        """A row without a label of its own: the value of the open label goes on."""
        entry = self.entry or self._open_entry(Text(), None, 0)
        first = len(entry.cells)
        self._add_cells(entry, row, filled, after_page_end and _LABEL_COLUMN not in row.covered)
        if _LABEL_COLUMN in row.cells:
            self.unlabelled = (entry, first)

    def _add_cells(
        self, entry: Entry, row: GridRow, columns: list[int], after_page_end: bool = False
    ) -> None:
        """Append the cells of a row to a value; a name beside indicators becomes their heading."""
        named = len(columns) > 1 and entry.field.endswith(".competencies")
        for number, column in enumerate(columns):
            blocks = row.cells[column].blocks
            if named and number == 0:
                blocks = (Heading(6, cell_text(row.cells[column])),)
            entry.add(blocks, after_page_end and number == 0)

    def _header_row(self, row: GridRow, filled: list[int], following: GridRow | None) -> bool:
        """A row of labels only, whose values stand below (or after the label in its own cell)."""
        if len(filled) < 2 or following is None:
            return False
        texts = [cell_text(row.cells[column]) for column in filled]
        if any(len(text) > _MAX_LABEL for text in texts):
            return False
        found = [self._label_with_value(text) for text in texts]
        if any(item is None for item in found):
            return False
        pairs = [item for item in found if item is not None]
        fields = {match.field.id for _, match, _ in pairs}
        if len(fields) == 1 and fields <= {"role.competencies"}:
            self._open_named_columns(row, filled, pairs[0][1])
            return True
        if len(fields) != len(pairs) or any(
            other.startswith(f"{field}.") for field in fields for other in fields
        ):
            # `Kennis en vaardigheden | Kennis ...`: the value opens with a sub-heading.
            return False
        # `Overzicht rollen | Rollen en competenties`: a value may read like a label. A
        # header row has values below it that are none.
        below = following.cells.get(filled[0])
        if below is None or not cell_text(below) or self._match(cell_text(below)) is not None:
            return False
        self.waiting = {}
        for column, (label, match, value) in zip(filled, pairs, strict=True):
            self.waiting[column] = self._open_inline(label, match, value)
        return True

    def _open_named_columns(self, row: GridRow, filled: list[int], match: LabelMatch) -> None:
        """`Competentie | Gedragsindicatoren`: each row below is a name with its indicators."""
        first, *others = (cell_text(row.cells[column]).collapse() for column in filled)
        self._open_entry(first, match, 0)
        for text in others:
            self.claims.take(text, "column heads")
        self.in_named_columns = True

    def _fill_waiting(self, row: GridRow) -> None:
        """The values of a header row."""
        waiting, self.waiting = self.waiting, {}
        for column in row.filled():
            entry = waiting.get(column)
            if entry is None:
                entry = self._open_entry(Text(), None, 0)
            entry.add(row.cells[column].blocks)
        self.entry = None

    def _lone(self, cell: Cell, text: Text, after_page_end: bool) -> bool:
        """A row of one cell that is no label: a section, the value of a label above, or text."""
        if self._section(text.collapse(), None):
            return True
        if self.entry is not None and not self.entry.cells and self.entry.label:
            self.entry.add(cell.blocks)
            return True
        if after_page_end and self.entry is not None and _opens_with_item(cell):
            self.entry.add(cell.blocks, after_page_end)
            return True
        if len(text) > _MAX_LABEL:
            entry = self.entry or self._open_entry(Text(), None, 0)
            entry.add(cell.blocks, after_page_end)
            return True
        return False

    def _pair_row(self, row: GridRow, filled: list[int], after_page_end: bool) -> None:
        """Label and value, once or more in the row."""
        first, *rest = filled
        text, match = self._label_cell(cell_text(row.cells[first]))
        if match is None and self.in_named_columns and self.entry is not None and rest:
            self._add_cells(self.entry, row, filled)
            return
        self.in_named_columns = False
        unsure = match is None or (match.is_inferred and not rest)
        if unsure and (facts := self._fact_lines(row, filled)):
            for fact in facts:
                self._open_inline(*fact)
            if rest:
                self.claims.take(text, "headings")
            self.entry = None
            return
        if self._repeats_label(match, after_page_end) and self.entry is not None:
            self.claims.take(text, "repeated labels")
            self._add_cells(self.entry, row, rest, after_page_end)
            return
        if match is not None and match.field.id == "role.name" and rest:
            self.claims.take(text, "labels")
            name = cell_text(row.cells[rest[0]]).collapse()
            number, start = leading_number(name.chars)
            self._open_role(name, number, name[start:])
            return
        before = self._cells_before_label(row, rest) if after_page_end else []
        entry = self._open_entry(text, match, 0)
        if before:
            entry.cells.extend(before)
            self._add_cells(entry, row, rest, after_page_end)
            return
        columns: list[int] = []
        for column in rest:
            found = self._further_label(row, column, rest, entry)
            if found is None:
                columns.append(column)
                continue
            self._add_cells(entry, row, columns)
            entry, columns = self._open_inline(*found), []
        self._add_cells(entry, row, columns)

    def _stacked(self, row: GridRow, filled: list[int]) -> bool:
        """Whether each cell of a row holds a label and, below it, its value, as forms do."""
        if len(filled) < 2 or self._scope() != "general":
            return False
        found: list[tuple[Text, LabelMatch, tuple[Block, ...]]] = []
        for column in filled:
            label, *value = row.cells[column].blocks
            if not isinstance(label, Paragraph | Heading) or not value:
                return False
            match = self._match(label.text.collapse())
            if match is None or not _is_certain(match):
                return False
            found.append((label.text, match, tuple(value)))
        for text, match, blocks in found:
            self._open_entry(text, match, 0).add(blocks)
        self.entry = None
        return True

    def _label_goes_on(self, cell: Cell, text: Text) -> bool:
        """Whether a page end cut the label of the open entry, whose rest this is.

        Together they are a label that neither is, or the form shows that the label goes on.
        """
        entry = self.entry
        if entry is None or entry.level or not entry.label or len(text) > _MAX_LABEL:
            return False
        first = cell.blocks[0]
        shown = isinstance(first, Paragraph) and not first.own_block
        goes_on = shown and (text.chars[0].islower() or text.chars[0] == "(")
        both = _is_certain(self._match(text)) and _is_certain(entry.match)
        joins = [(*join, self._match(join[0])) for join in _label_joins(entry.label, text)]
        # Labels are matched whatever their spaces; the join that is spelt like the label is it.
        joins.sort(key=lambda join: not _is_spelt_as(join[0], join[2]))
        for whole, hyphen, match in joins:
            if match is None or not _is_certain(match):
                continue
            if not both or (goes_on and match.field.id == entry.field):
                self._relabel(entry, whole, hyphen, match)
                return True
        if goes_on and self._match(text) is None and entry.match is None:
            self._relabel(entry, *_label_joins(entry.label, text)[0], None)
            return True
        return False

    def _relabel(self, entry: Entry, label: Text, hyphen: Text, match: LabelMatch | None) -> None:
        """Put an entry where its whole label belongs."""
        self.claims.take(hyphen, LINE_END_HYPHENS)
        for part in (self.outline.general, *(role.entries for role in self.outline.roles)):
            part[:] = [other for other in part if other is not entry]
        self._open_entry(label, match, 0).cells.extend(entry.cells)

    def _label_cell(self, text: Text) -> tuple[Text, LabelMatch | None]:
        """The label of a label cell: all of it, or its first line where an explanation follows."""
        match = self._match(text)
        if match is not None and match.how in _CERTAIN:
            return text, match
        first, *rest = text.lines()
        in_first = self._match(first) if rest else None
        if in_first is not None and in_first.how in _CERTAIN:
            self.claims.take(text[len(first) :], "label explanations")
            return first, in_first
        return text, match

    def _fact_lines(self, row: GridRow, filled: list[int]) -> list[tuple[Text, LabelMatch, Text]]:
        """`label: value` lines in the last cell of a row, whatever heading stands before it."""
        lines = [line for line in cell_text(row.cells[filled[-1]]).lines() if line]
        found = [fact for line in lines if (fact := self._label_with_value(line)) and fact[2]]
        alone = len(filled) == 1
        enough = len(found) == len(lines) and (alone or len(found) > 1)
        return found if enough and all(fact[1].how in _CERTAIN for fact in found) else []

    def _further_label(
        self, row: GridRow, column: int, columns: list[int], entry: Entry
    ) -> tuple[Text, LabelMatch, Text] | None:
        """A second label in the row (`Naam | X | datum: | 2 maart`): short facts only."""
        if self._scope() != "general":
            return None
        found = self._label_with_value(cell_text(row.cells[column]))
        if found is None:
            return None
        _, match, value = found
        if (
            match.how not in _CERTAIN
            or match.field.kind not in _SHORT_FACTS
            or match.field.id == entry.field
        ):
            return None
        return found if value or column != columns[-1] else None

    def _cells_before_label(self, row: GridRow, columns: list[int]) -> list[ValueCell]:
        """The cells above a page end whose row has its label below it, taken from their entry.

        The label cell is empty above; the value goes on below in the middle of a sentence.
        """
        if self.unlabelled is None or not columns or self.unlabelled[0] is not self.entry:
            return []
        opening = row.cells[columns[0]].blocks[0]
        if not isinstance(opening, Paragraph) or opening.own_block:
            return []
        if not opening.text.chars[:1].islower():
            return []
        entry, start = self.unlabelled
        taken, entry.cells[start:] = entry.cells[start:], []
        return taken

    def _repeats_label(self, match: LabelMatch | None, after_page_end: bool) -> bool:
        """Word repeats a label cell on each page that its row reaches."""
        return (
            after_page_end
            and match is not None
            and self.entry is not None
            and self.entry.field == match.field.id
        )

    # Labels.

    def _scope(self) -> str:
        return "role" if self.role_open else "general"

    def _match(self, text: Text) -> LabelMatch | None:
        """What field a label means here.

        After the roles a label of the profile itself may follow, and before the
        first role has a heading a label of a role may come, each by its exact words.
        """
        if not text or len(text) > _MAX_LABEL:
            return None
        scope = self._scope()
        found = self.matcher.match(text.chars, scope, self.section)
        if found is None and self.section is None:
            found = self._match_by_neighbour(text, scope)
        if found is not None or self.section != "roles":
            return found
        other = self.matcher.match(text.chars, "general" if scope == "role" else "role")
        return other if other is not None and other.how in _CERTAIN else None

    def _match_by_neighbour(self, text: Text, scope: str) -> LabelMatch | None:
        """The field of a label that two sections share, where no heading names the section."""
        found = self.matcher.match(text.chars, scope, self.section_above)
        return found if found is not None and found.how == "position" else None

    def _label_with_value(self, text: Text) -> tuple[Text, LabelMatch, Text] | None:
        """(label, match, value) of a cell that holds a label, or a label and its value."""
        match = self._match(text)
        if match is not None and match.how in _CERTAIN:
            return text, match, Text()
        prefix = self.matcher.match_label_prefix(text.chars, self._scope(), self.section)
        if prefix is None:
            return (text, match, Text()) if match is not None else None
        match, start = prefix
        return text[:start].strip(), match, text[start:].strip()

    def _open_inline(self, label: Text, match: LabelMatch, value: Text) -> Entry:
        entry = self._open_entry(label, match, 0)
        if value:
            entry.add((Paragraph(value),))
        return entry

    def _open_entry(self, label: Text, match: LabelMatch | None, level: int) -> Entry:
        """Begin a labelled value in the scope that is open."""
        if match is not None and match.field.scope == "role" and self._begins_role(match):
            self._open_implied_role()
        entry = Entry(label, match, self.section, level)
        in_role = self.role_open and (match is None or match.field.scope == "role")
        (self.outline.roles[-1].entries if in_role else self.outline.general).append(entry)
        if match is not None and not in_role:
            self.section_above = match.field.section
        self.entry = entry
        return entry

    def _begins_role(self, match: LabelMatch) -> bool:
        """Whether a label of a role stands where no heading of a known form opened one."""
        if not self.role_open:
            return True
        entries = self.outline.roles[-1].entries
        stands_again = any(entry.field == match.field.id for entry in entries)
        return stands_again and self._is_bare_heading(entries[-1])

    def _open_implied_role(self) -> None:
        """Open a role under the unknown heading just before; without one, under no heading."""
        entries = self.outline.roles[-1].entries if self.role_open else self.outline.general
        heading = Text()
        if entries and self._is_bare_heading(entries[-1]):
            heading = entries.pop().label.collapse()
        number, start = leading_number(heading.chars)
        self._open_role(heading, number, heading[start:])

    @staticmethod
    def _is_bare_heading(entry: Entry) -> bool:
        return entry.match is None and bool(entry.label) and not entry.cells


def _is_spelt_as(label: Text, match: LabelMatch | None) -> bool:
    return match is not None and match.likened_to.lower() in label.chars.lower()


def _opens_with_item(cell: Cell) -> bool:
    """Whether a cell begins with an item of a list, as no label does."""
    first = cell.blocks[0]
    if isinstance(first, Paragraph):
        return has_bullet(first.text.chars)
    return isinstance(first, ListItem)


def _level(block: Heading | Paragraph | None) -> int:
    """The level of a label in a block; of one in a table cell (no block), 0."""
    if block is None:
        return 0
    return block.level if isinstance(block, Heading) else _BELOW_HEADINGS


def _is_certain(match: LabelMatch | None) -> bool:
    return match is not None and match.how in _CERTAIN


def _is_emphasised(text: Text) -> bool:
    return text.all_styled(BOLD) or text.all_styled(ITALIC)


def _label_joins(label: Text, rest: Text) -> tuple[tuple[Text, Text], ...]:
    """A label and its rest as one: by their spelling, and as one word that nothing divides.

    Each with the hyphen that was dropped.
    """
    return rejoined(label, rest, frozenset()), (label + rest, Text())


def _find(text: Text, part: str) -> Text:
    """The last stretch of the text that reads as `part`; all of it where none does."""
    at = text.chars.rfind(part)
    return text[at : at + len(part)] if at >= 0 else text


def leading_number(chars: str) -> tuple[int | None, int]:
    """(the number that a heading opens with, where its words start)."""
    found = _LEADING_NUMBER.match(chars)
    return (int(found[1]), found.end()) if found else (None, 0)
