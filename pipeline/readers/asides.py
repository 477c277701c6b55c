"""What stands in a line of text and is none of it: struck words, the marks of notes, and the notes.

Readers style such text as they find it; here it is decided, alike for all of them, what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.core import signs
from pipeline.document.model import (
    Block,
    Cell,
    Furniture,
    Heading,
    ListItem,
    Paragraph,
    Row,
    Table,
    texts,
)
from pipeline.document.text import BOLD, ITALIC, Text
from pipeline.readers.left_out import STRUCK as STRUCK_TEXT
from pipeline.readers.left_out import WHITE as WHITE_TEXT

RAISED = 4
STRUCK = 8
WHITE = 16
GROUND = 32
"""Styles that no text has after this; `GROUND` is what has something behind it."""
NOTES, NOTE_MARKS = "notes", "note marks"

_EMPHASIS = BOLD | ITALIC
_MARK = re.compile(
    rf"[(\[]?(\d{{1,2}}(?:[,;]\s?\d{{1,2}})*|[{signs.NOTE_MARKS}]{{1,3}}|[a-z])[)\]]?"
)
# What is raised after these is a power: units of length, a single letter, ten.
_POWERED = re.compile(r"(?:^|[\s(/=×])(?:\d+(?:,\d+)?)?(?:[mcdk]?m|[^\W\d_])$|(?:^|[\s×])10$")
# A number that is raised after a word or a sentence is no part of either. After a capital or a
# digit it may be (CO², 10³): there the note has to be found.
_AFTER_WORD = re.compile(rf"(?:[^\W\d_A-Z]{{2}}|[.,;:!?)\]{signs.QUOTES}])$")
_CLOSES = tuple(".,;:!?)")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of a text in one of the styles that are decided here, or in none (0)."""

    style: int
    start: int
    end: int


def without_asides(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks whose texts hold nothing but their words; what was taken out stands before them."""
    found = list(texts(blocks))
    if not any(style > _EMPHASIS for text in found for style in set(text.styles)):
        return tuple(blocks)
    notes = {mark for text in found if (mark := _own_mark(text))}
    marked = {mark for text in found for mark in _marks_in(text)}
    return _Taking(frozenset(notes & marked)).blocks(blocks)


@dataclass(frozen=True, slots=True)
class _Taking:
    """Takes asides out of blocks; `notes` are the marks that have a note."""

    notes: frozenset[str]

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        found: list[Block] = []
        opens = False
        for block in blocks:
            made = list(self._block(block))
            # An item that was taken out whole leaves it to the next to open their list.
            if opens and made and isinstance(made[-1], ListItem):
                made[-1] = replace(made[-1], opens=True)
            is_item = isinstance(block, ListItem)
            is_gone = is_item and not any(isinstance(one, ListItem) for one in made)
            opens = is_gone and (opens or (isinstance(block, ListItem) and block.opens))
            found += made
        return tuple(found)

    def _block(self, block: Block) -> Iterator[Block]:
        match block:
            case Heading() | Paragraph() | ListItem():
                if _own_mark(block.text) in self.notes:
                    yield Furniture(NOTES, _bare(block.text))
                    return
                text, taken = self._text(block.text)
                yield from taken
                if text:
                    yield replace(block, text=text)
            case Table():
                yield from self._table(block)
            case Furniture():
                yield Furniture(block.kind, _bare(block.text))
            case _:
                yield block

    def _table(self, table: Table) -> Iterator[Block]:
        caption, taken = self._text(table.caption)
        yield from taken
        yield Table(tuple(self._row(row) for row in table.rows), caption)

    def _row(self, row: Row) -> Row:
        cells = tuple(self._cell(cell) for cell in row.cells)
        return replace(row, cells=cells)

    def _cell(self, cell: Cell) -> Cell:
        return replace(cell, blocks=self.blocks(cell.blocks))

    def _text(self, text: Text) -> tuple[Text, list[Furniture]]:
        """A text without what is no part of it, and that."""
        kept = Text()
        taken: list[Furniture] = []
        for stretch in _stretches(text):
            part = _bare(text[stretch.start : stretch.end])
            kind = self._kind(text, stretch)
            if kind and (aside := part.strip()):
                taken.append(Furniture(kind, aside))
            else:
                kept = _joined(kept, part) if taken else kept + part
        return kept.strip() if taken else kept, taken

    def _kind(self, text: Text, stretch: _Stretch) -> str:
        """Why a stretch is no part of its text; empty where it is."""
        if stretch.style & STRUCK:
            return STRUCK_TEXT
        if stretch.style & WHITE and not stretch.style & GROUND:
            return WHITE_TEXT
        mark = _mark(text, stretch)
        certain = is_sure_mark(mark, text.chars[: stretch.start])
        return NOTE_MARKS if mark and (certain or mark in self.notes) else ""


def is_sure_mark(mark: str, before: str) -> bool:
    """Whether a raised sign after a text refers to a note, be it there or not."""
    return mark[:1].isdigit() and bool(_AFTER_WORD.search(before.rstrip()))


def is_power(before: str) -> bool:
    """Whether what is raised after a text is a power."""
    return _POWERED.search(before) is not None


def _stretches(text: Text) -> Iterator[_Stretch]:
    """The stretches of a text by their styles, emphasis apart."""
    at = 0
    for style, group in groupby(text.styles, lambda style: style & ~_EMPHASIS):
        end = at + len(list(group))
        yield _Stretch(style, at, end)
        at = end


def _marks_in(text: Text) -> Iterator[str]:
    return (mark for stretch in _stretches(text) if (mark := _mark(text, stretch)))


def _mark(text: Text, stretch: _Stretch) -> str:
    """The sign of a raised stretch that may refer to a note; empty where it is none."""
    if not stretch.style & RAISED or not stretch.start:
        return ""
    before = text.chars[: stretch.start]
    mark = _MARK.fullmatch(text.chars[stretch.start : stretch.end].strip())
    if mark is None or is_power(before) or (mark[1].isalpha() and before[-1:].isdigit()):
        return ""
    return mark[1]


def _own_mark(text: Text) -> str:
    """The raised mark that a note begins with; empty where a text begins with none."""
    first = next(_stretches(text), None)
    if first is None or not first.style & RAISED or first.end == len(text):
        return ""
    mark = _MARK.fullmatch(text.chars[: first.end].strip())
    return mark[1] if mark else ""


def _joined(before: Text, after: Text) -> Text:
    """Two texts between which something was taken out, with the white space of one at most."""
    if before.chars[-1:] == " " and after.chars.startswith((" ", *_CLOSES)):
        before = before[:-1]
    return before + after


def _bare(text: Text) -> Text:
    """A text without the styles that are decided here."""
    return Text(text.chars, text.origins, bytes(style & _EMPHASIS for style in text.styles))
