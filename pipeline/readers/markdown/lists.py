"""Lists of Markdown: items, and terms with what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.core import heartbeat
from pipeline.document.model import Block, Cell, ListItem, Paragraph, Row, Table
from pipeline.document.text import BOLD
from pipeline.readers.markdown.lines import BULLET, DEFINITION, NUMBER, Line, continues_item
from pipeline.readers.markdown.prose import Prose
from pipeline.readers.markdown.tables import Within

# The highest level of what a term means itself, and of the items of that: indents of two.
_MEANING, _ITEM = 3, 4
# One may be an item with another below it.
_FEW = 2


@dataclass(frozen=True, slots=True)
class Lists:
    """Makes lists of lines, among the other blocks."""

    prose: Prose
    within: Within

    def add_list(self, lines: Sequence[Line], n: int) -> int:
        """Add the list that begins on line n; the number of the line after it."""
        items: list[ListItem] = []
        base = _indent(lines[n])
        while n < len(lines):
            heartbeat.beat()
            line = lines[n]
            marker = BULLET.match(line.text) or NUMBER.match(line.text)
            if marker is None:
                break
            found = [self.prose.behind(line, marker.end())]
            n += 1
            while n < len(lines) and continues_item(lines[n].text, self.prose.dialect.is_wrapped):
                found.append(lines[n])
                n += 1
            level = 1 + max(_indent(line) - base, 0) // 2
            items.append(self._item(line, found, level, not items))
            if n < len(lines) and lines[n].is_blank:
                following = lines[n + 1].text if n + 1 < len(lines) else ""
                if not (BULLET.match(following) or NUMBER.match(following)):
                    break
                n += 1
        self.prose.blocks += _as_terms(items) or items
        return n

    def _item(self, line: Line, found: list[Line], level: int, opens: bool) -> ListItem:
        printed = NUMBER.match(line.text)
        number = int(printed[2]) if printed else None
        text = self.prose.inline(found)
        return ListItem(text, level, printed is not None, opens, number)

    def add_definitions(self, lines: Sequence[Line], n: int) -> int:
        """Terms, each with what stands behind a colon below it, as rows of a table."""
        rows: list[Row] = []
        while n < len(lines) and is_term(lines, n):
            term = self.within([lines[n]], 0)
            found, n = self._definition(lines, n + 1)
            rows.append(Row((Cell(term, header=True), Cell(self.within(found, 0)))))
            n = _past_blank(lines, n)
        self.prose.blocks.append(Table(tuple(rows)))
        return n

    def _definition(self, lines: Sequence[Line], n: int) -> tuple[list[Line], int]:
        """The lines of a term's definitions, and the number of the line after them."""
        found: list[Line] = []
        n = _past_blank(lines, n)
        while n < len(lines):
            if marker := DEFINITION.match(lines[n].text):
                found.append(self.prose.behind(lines[n], marker.end()))
            elif lines[n].is_indented:
                found.append(lines[n].dedented(4))
            elif lines[n].is_blank and _is_indented(lines, n + 1):
                found.append(lines[n])
            else:
                break
            n += 1
        return found, n


def _as_terms(items: Sequence[ListItem]) -> list[Block]:
    """Terms with what each means, where a list is written for them (docling): a bold item and one
    below it, or the items of a list that is all it means. Empty where a list is a list."""
    groups: list[list[ListItem]] = []
    for item in items:
        if item.level == 1:
            groups.append([item])
        elif groups:
            groups[-1].append(item)
    explained = [group for group in groups if len(group) > 1]
    if len(explained) < _FEW or not all(map(_is_term_group, groups)):
        return []
    rows = []
    for term, *meaning in groups:
        label = Cell((Paragraph(term.text, own_block=True),), header=True)
        rows.append(Row((label, Cell(tuple(map(_as_meaning, meaning))))))
    return [Table(tuple(rows))]


def _is_term_group(group: Sequence[ListItem]) -> bool:
    term, *meaning = group
    direct = [item for item in meaning if item.level <= _MEANING]
    return len(direct) <= 1 and term.text.all_styled(BOLD)


def _as_meaning(item: ListItem) -> Block:
    if item.level < _ITEM:
        return Paragraph(item.text, own_block=True)
    return replace(item, level=item.level - _MEANING)


def _indent(line: Line) -> int:
    shown = line.text.expandtabs(4)
    return len(shown) - len(shown.lstrip())


def is_term(lines: Sequence[Line], n: int) -> bool:
    """Whether a definition stands below a line."""
    below = _past_blank(lines, n + 1)
    return below < min(len(lines), n + 3) and DEFINITION.match(lines[below].text) is not None


def _past_blank(lines: Sequence[Line], n: int) -> int:
    while n < len(lines) and lines[n].is_blank:
        n += 1
    return n


def _is_indented(lines: Sequence[Line], n: int) -> bool:
    """Whether what comes next belongs to the definition above."""
    n = _past_blank(lines, n)
    if n == len(lines):
        return False
    return lines[n].is_indented or DEFINITION.match(lines[n].text) is not None
