"""Overviews whose lines have neither codes nor words that tell what they are.

Each of their lines stands again further on, as a heading: that proves them titles. Of which level a
title is the headings tell or, where these are all alike, the form of the line: the first is that of
the outermost nodes.

    **Verzorgt dieren** / Voert de dieren / Maakt hokken schoon / **Adviseert klanten** / ...
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from pipeline.core.text import fold
from pipeline.document.grid import flowing_blocks, is_wrapper
from pipeline.document.item_markers import without_marker
from pipeline.document.model import Block, Furniture, Heading, ListItem, PageEnd, Paragraph, Table
from pipeline.document.text import Text
from pipeline.families.model import PROFILE, Node
from pipeline.interpret.forms import BELOW_HEADINGS, MOST_OF_A_HEADING, is_emphasised, level_of
from pipeline.interpret.stack import Stack
from pipeline.labels.matcher import is_certain

# One line that stands twice may be chance.
_FEWEST_LINES = 2
# What stands alone in a row of a table is below all headings outside tables.
_IN_A_ROW = BELOW_HEADINGS + 1


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of an overview: its text, and a name for how it is formed."""

    text: Text
    form: str


class OverviewLines:
    """Takes the lines of such an overview at once, when its first line is met."""

    def __init__(self, stack: Stack, document: Iterable[Block]) -> None:
        self.stack = stack
        self._levels: dict[str, list[int]] = {}
        self._lines: list[str] = []
        for text, level in _headings(document):
            self._lines.append(fold(text.collapse().chars))
            self._levels.setdefault(self._lines[-1], []).append(level)

    def take(self, blocks: Sequence[Block], at: int) -> list[Block] | None:
        """Open the nodes that the blocks from here on name; the blocks that are of it.

        None where no such overview begins here.
        """
        node = self._node_of_section()
        if node is None or not isinstance(blocks[at], Heading | Paragraph | ListItem):
            return None
        taken = self._run(blocks, at)
        lines = [line for block in taken for line in _lines(block)]
        nodes = self._nodes(node, lines) if len(lines) >= _FEWEST_LINES else None
        if nodes is None:
            return None
        for line, opened in zip(lines, nodes, strict=True):
            title = self.stack.claims.without_marker(line.text).collapse()
            self.stack.open_part(opened, title, Text(), title)
        return taken

    def _nodes(self, outermost: Node, lines: list[_Line]) -> list[Node] | None:
        """The node of each line; None where nothing tells them apart, or more levels stand there.

        Lines of one form above headings of one level are titles of the outermost.
        """
        levels = [min(self._levels_of(line)) for line in lines]
        forms = list(dict.fromkeys(line.form for line in lines))
        ranks = [sorted(set(levels)).index(level) for level in levels]
        if not any(ranks):
            if len(forms) == 1 and levels[0] >= BELOW_HEADINGS:
                return None
            ranks = [forms.index(line.form) for line in lines]
            titles = [self._folded(line) for line in lines]
            ranks = [
                0 if self._ends_run(ranks, at) and self._is_outer(at, titles, outermost) else rank
                for at, rank in enumerate(ranks)
            ]
        inside = self.stack.family.inside(outermost.id)
        nodes = [outermost, *(node for node in inside if node.section == outermost.section)]
        return [nodes[rank] for rank in ranks] if max(ranks) < len(nodes) else None

    @staticmethod
    def _ends_run(ranks: list[int], at: int) -> bool:
        """Whether the last of several inner lines may be an outer one that has none inside it."""
        return at > 1 and ranks[at - 1] > 0 and (at + 1 == len(ranks) or not ranks[at + 1])

    def _is_outer(self, at: int, titles: list[str], outermost: Node) -> bool:
        """Whether labels of the outermost node, and none of those inside, stand below a title."""
        after = len(self._lines) - self._lines[::-1].index(titles[at])
        below = list(takewhile(lambda line: line not in titles, self._lines[after:]))
        inside = [node.id for node in self.stack.family.inside(outermost.id)]
        outer = {line for line in below if self._is_label(line, [outermost.id])}
        inner = {line for line in below if self._is_label(line, inside)}
        return bool(outer - inner) and not inner - outer

    def _is_label(self, line: str, scopes: list[str]) -> bool:
        """Whether a line is a listed label in one of the nodes."""
        return any(is_certain(self.stack.matcher.match(line, scope)) for scope in scopes)

    def _node_of_section(self) -> Node | None:
        """The outermost node of the section that has just been opened."""
        stack, entry = self.stack, self.stack.entry
        if not stack.in_profile or (entry is not None and entry.label):
            return None
        inside = stack.family.inside(PROFILE)
        return next((node for node in inside if node.section == stack.section), None)

    def _run(self, blocks: Sequence[Block], at: int) -> list[Block]:
        run: list[Block] = []
        for block in blocks[at:]:
            is_passed_over = isinstance(block, Furniture | PageEnd)
            if not is_passed_over and not self._stands_again(block):
                break
            run.append(block)
        while run and isinstance(run[-1], Furniture | PageEnd):
            run.pop()
        return run

    def _stands_again(self, block: Block) -> bool:
        """Whether all lines of a block are headings further on, and nothing else that is known."""
        lines = list(_lines(block))
        return bool(lines) and all(self._is_title(line, block) for line in lines)

    def _is_title(self, line: _Line, block: Block) -> bool:
        text = without_marker(line.text).collapse()
        own = int(_level(block) is not None)
        if not text or len(text) > MOST_OF_A_HEADING or len(self._levels_of(line)) <= own:
            return False
        is_known = self.stack.names_section_or_label(text)
        return not is_known and self.stack.opening_of(text, marked=True) is None

    def _levels_of(self, line: _Line) -> list[int]:
        """The levels of the headings that say what a line says."""
        return self._levels.get(self._folded(line), [])

    @staticmethod
    def _folded(line: _Line) -> str:
        return fold(without_marker(line.text).collapse().chars)


def _lines(block: Block) -> Iterator[_Line]:
    match block:
        case Heading(level=level):
            yield _Line(block.text, f"heading {level}")
        case ListItem(level=level):
            yield _Line(block.text, f"item {level}")
        case Paragraph():
            form = "emphasised" if is_emphasised(block.text) else "plain"
            for line in block.text.lines():
                if line.collapse():
                    yield _Line(line, form)


def _level(block: Block) -> int | None:
    """The level of a heading, also of one that only its form shows; None for other blocks."""
    if isinstance(block, Heading) or (isinstance(block, Paragraph) and is_emphasised(block.text)):
        return level_of(block)
    return None


def _headings(blocks: Iterable[Block]) -> Iterator[tuple[Text, int]]:
    """The headings of a document with their levels; what is alone in its row is one as well."""
    for block in blocks:
        if isinstance(block, Table) and is_wrapper(block):
            yield from _headings(flowing_blocks(block))
        elif isinstance(block, Table):
            for row in block.rows:
                filled = [cell for cell in row.cells if cell.text]
                if len(filled) == 1:
                    yield filled[0].text, _IN_A_ROW
        elif isinstance(block, Heading | Paragraph) and (level := _level(block)) is not None:
            yield block.text, level
