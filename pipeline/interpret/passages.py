"""The blocks of a value to passages: whole paragraphs and list items.

Lists in disguise (typed bullets and numbers, inline bullets) are brought to
light, wrapped lines joined, and stretches that a page end cut are joined again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from pipeline.core import heartbeat, signs
from pipeline.document.model import (
    Block,
    Furniture,
    Heading,
    ListItem,
    PageEnd,
    Paragraph,
    Table,
)
from pipeline.document.text import BOLD, ITALIC, Text, join
from pipeline.interpret.claims import Claims
from pipeline.interpret.line_ends import LineEnds, changes_emphasis, is_finished, is_open

# A sentence ends and another begins: prose, and no item.
_SENTENCES = re.compile(r"[.!?]\s+[A-ZÀ-Þ]")
_NUMBER_MARKER = re.compile(
    rf"\(?(\d{{1,2}})(?:[.)]|\s[{signs.DASHES_AND_HYPHENS}](?!\s*\d))\s+(?=\S)"
)
_LETTER_MARKER = re.compile(r"\(?([a-z]|[ivx]{1,4})[.)]\s+(?=\S)")


JOINED = "joined over a page end"
JOINED_UNSURELY = "joined over a page end between two sentences"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a list item.

    `number` is the printed number of an item; `opens` marks the first item of a
    list that the source marks as one; `own_block` tells that its form shows it to
    begin a paragraph, `closed` that its form shows where that ends, `goes_on` that its
    last line is full where the page ends; `opens_cell` that a table cell begins with it.
    `level` is that of a nested list's item.
    """

    text: Text
    is_item: bool = False
    ordered: bool = False
    number: int | None = None
    opens: bool = False
    own_block: bool = False
    closed: bool = False
    goes_on: bool = False
    opens_cell: bool = False
    heading: bool = False
    level: int = 1
    raw: str = ""
    steps: tuple[str, ...] = ()
    marker: Text = field(default_factory=Text)

    @property
    def chars(self) -> str:
        """The passage's characters."""
        return self.text.chars

    @property
    def emphasised(self) -> bool:
        """Whether all of it is bold, italic or a heading."""
        return self.heading or self.text.all_styled(BOLD) or self.text.all_styled(ITALIC)

    def emphasised_prefix(self) -> int:
        """Length of an emphasised opening that is not the whole, 0 where there is none."""
        if self.emphasised:
            return 0
        return max(self.text.styled_prefix(BOLD), self.text.styled_prefix(ITALIC))

    def split_at(self, end: int) -> tuple[Passage, Passage]:
        """The passage in two, white space at the cut dropped."""
        first = replace(self, text=self.text[:end].strip(), raw="")
        second = replace(
            self,
            text=self.text[end:].strip(),
            raw="",
            is_item=False,
            number=None,
            opens_cell=False,
            own_block=True,
        )
        return first, second


def has_bullet(chars: str) -> bool:
    """Whether a text begins with a typed bullet."""
    return signs.opens_with_bullet(chars)


def has_marker(chars: str) -> bool:
    """Whether a text begins with a typed bullet or dash."""
    return _typed_marker(chars) is not None


def without_marker(text: Text, claims: Claims) -> Text:
    """A text without the bullet or dash that it begins with, which is claimed."""
    marker = _typed_marker(text.chars)
    end = marker.end() if marker else 0
    claims.take(text[:end], "list markers")
    return text[end:]


@dataclass(frozen=True, slots=True)
class ValueCell:
    """The blocks of one cell of a value.

    `after_page_end` tells that a page may have ended before it, so that its
    opening may continue what the cell before it began.
    """

    blocks: tuple[Block, ...]
    after_page_end: bool = False


@dataclass(slots=True)
class PassageMaker:
    """Makes the passages of values, with the evidence of the whole document at hand."""

    line_ends: LineEnds
    claims: Claims

    def make(self, cells: Iterable[ValueCell]) -> list[Passage]:
        """The passages of a value's cells, in order."""
        whole: list[Passage] = []
        for cell in cells:
            found = list(self._cell(cell.blocks))
            if found:
                found[0] = replace(found[0], opens_cell=True)
            if cell.after_page_end and whole and found and _is_cut(whole[-1], found[0]):
                whole[-1] = self._rejoined(whole[-1], found.pop(0))
            if cell.after_page_end and whole and whole[-1].is_item and found and found[0].is_item:
                # One list goes on over a page end, though its tags had to be opened again.
                found[0] = replace(found[0], opens=False)
            whole.extend(found)
        return whole

    def _rejoined(self, first: Passage, second: Passage) -> Passage:
        certain = not is_finished(first.chars) or second.chars[0].islower()
        return replace(
            first,
            text=self.line_ends.joined(first.text, second.text, self.claims),
            raw=f"{first.raw or first.chars}\n{second.raw or second.chars}",
            steps=(*first.steps, JOINED if certain else JOINED_UNSURELY),
        )

    def _cell(self, blocks: Iterable[Block]) -> Iterator[Passage]:
        for block in blocks:
            heartbeat.beat()
            match block:
                case ListItem():
                    yield from self._marked_item(block)
                case Paragraph():
                    yield from self._paragraph(block)
                case Heading():
                    yield Passage(block.text.collapse(), own_block=True, heading=True)
                case Table():
                    yield from self._nested(block)
                case Furniture():
                    self.claims.take(block.text, block.kind)
                case PageEnd():
                    pass

    def _nested(self, table: Table) -> Iterator[Passage]:
        """A table inside a cell: its cells in reading order."""
        if table.caption:
            yield Passage(table.caption.collapse(), own_block=True)
        for row in table.rows:
            for cell in row.cells:
                yield from self._cell(cell.blocks)

    def _marked_item(self, item: ListItem) -> Iterator[Passage]:
        """An item that the source marks; a marker typed as well is dropped."""
        text = self._one_line(item.text)
        marker = _typed_marker(text.chars)
        if marker:
            self.claims.take(text[: marker.end()], "list markers")
            text = text[marker.end() :]
        if text:
            yield Passage(
                text,
                is_item=True,
                ordered=item.ordered,
                number=item.number,
                opens=item.opens and item.level == 1,
                level=item.level,
                raw=item.text.chars,
            )

    def _one_line(self, text: Text) -> Text:
        """All lines of a text as one."""
        lines = [line for line in text.lines() if line]
        whole = lines[0] if lines else Text()
        for line in lines[1:]:
            whole = self.line_ends.joined(whole, line, self.claims)
        return whole.collapse()

    def _paragraph(self, block: Paragraph) -> Iterator[Passage]:
        own = block.own_block
        column = self.line_ends.within(block.text)
        chunks = _chunks(block.text)
        for number, chunk in enumerate(chunks, 1):
            passages = list(self._chunk(chunk, block, own, column))
            if block.own_block and not block.goes_on and number == len(chunks) and passages:
                passages[-1] = replace(passages[-1], closed=True)
            if block.goes_on and number == len(chunks) and passages:
                passages[-1] = replace(passages[-1], goes_on=True)
            yield from passages
            own = True

    def _chunk(
        self, lines: list[Text], block: Paragraph, own_block: bool, column: LineEnds
    ) -> Iterator[Passage]:
        """The passages of lines that no blank line parts."""
        pending: Passage | None = None
        pieces = [piece for line in lines for piece in self._inline_items(line, block)]
        for number, piece in enumerate(pieces):
            if pending is None:
                pending = replace(piece, own_block=own_block or number > 0)
            elif piece.is_item or _ends(pending, piece, column):
                yield self._finished(pending)
                pending = replace(piece, own_block=True)
            else:
                pending = replace(
                    pending,
                    text=self.line_ends.joined(pending.text, piece.text, self.claims),
                    raw=f"{pending.raw}\n{piece.raw}",
                )
        if pending is not None:
            yield self._finished(pending)

    @staticmethod
    def _finished(passage: Passage) -> Passage:
        return replace(passage, text=passage.text.collapse())

    def _inline_items(self, line: Text, block: Paragraph) -> list[Passage]:
        """A line as one passage, or as the items that its bullets or numbers show."""
        stretches = (
            _at_bullets(line)
            or _at_dashes(line)
            or _at_numbers(line, block.in_list == "ol")
            or [line]
        )
        loose_items = block.in_list == "ul" and not block.own_block and len(stretches) == 1
        return [
            passage
            for stretch in stretches
            if (passage := self._marked(stretch, loose_items)) is not None
        ]

    def _marked(self, stretch: Text, item: bool) -> Passage | None:
        """The passage of a stretch, its marker claimed."""
        raw = stretch.chars
        number: int | None = None
        ordered = False
        printed = Text()
        marker = _typed_marker(raw)
        if marker is None and (marker := _NUMBER_MARKER.match(raw)) is not None:
            ordered, number = True, int(marker[1])
        elif marker is None and (marker := _LETTER_MARKER.match(raw)) is not None:
            ordered = True
        if marker is not None:
            printed = stretch[: marker.end()]
            self.claims.take(printed, "list markers")
            stretch = stretch[marker.end() :]
            item = True
        if not stretch.chars.strip():
            return None
        return Passage(
            stretch.strip(), is_item=item, ordered=ordered, number=number, raw=raw, marker=printed
        )


def _ends(pending: Passage, piece: Passage, column: LineEnds) -> bool:
    """Whether a line without marker begins something new after `pending`."""
    last = pending.raw.rsplit("\n", 1)[-1]
    line = pending.text[len(pending.text) - min(len(last), len(pending.text)) :]
    if pending.is_item and column.wrapped:
        return changes_emphasis(line, piece.text)
    return column.is_meant(line, piece.text)


def _chunks(text: Text) -> list[list[Text]]:
    """The lines of a text in groups that blank lines part."""
    groups: list[list[Text]] = [[]]
    for line in text.lines():
        if line.collapse():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _at_bullets(line: Text) -> list[Text]:
    """The stretches of a line between its bullets; empty where it has none or just one in front."""
    starts = signs.bullets_in(line.chars)
    if not starts or starts == [0]:
        return []
    return line.stretches([0, *starts])


def _typed_marker(chars: str) -> re.Match[str] | None:
    """The bullet or dash that a text begins with."""
    return signs.BULLET_MARKER.match(chars) or signs.DASH_MARKER.match(chars)


def _at_dashes(line: Text) -> list[Text]:
    """The stretches of a line that opens with a dash and has the same after a semicolon again."""
    opening = signs.DASH_MARKER.match(line.chars)
    if opening is None:
        return []
    dash = re.escape(opening[0].strip())
    # A minus stands for a bullet wherever words stand around it; other dashes part sentences too.
    before = "" if dash == signs.MINUS else "[;.]"
    starts = [m.end() for m in re.finditer(rf"{before}\s+(?={dash}\s+\D)", line.chars)]
    return line.stretches([0, *starts]) if starts else []


def _at_numbers(line: Text, in_list: bool) -> list[Text]:
    """The stretches of a line that opens with a number and counts on; empty where it does not.

    Outside a list it must begin with `1.`; a list may go on counting after a page end.
    """
    first = _NUMBER_MARKER.match(line.chars)
    if first is None or (int(first[1]) != 1 and not in_list):
        return []
    starts = [0]
    at = first.end()
    while found := _next_number(line.chars, at, int(first[1]) + len(starts), in_list):
        starts.append(found)
        at = found + 2
    if len(starts) == 1:
        return []
    return line.stretches(starts)


def _next_number(chars: str, at: int, number: int, in_list: bool) -> int:
    """Where the marker of this number stands; 0 where it does not."""
    # Outside a list only a capital after the number makes it a marker: `zie 2. onder`.
    following = r"\S" if in_list else r"[A-ZÀ-Þ\"'(]"
    found = re.compile(rf"(?<=\s){number}[.)]\s+(?={following})").search(chars, at)
    return found.start() if found else 0


def _is_cut(before: Passage, after: Passage) -> bool:
    """Whether a page end between the two stands inside one paragraph or item."""
    if after.is_item or after.heading or before.heading:
        return False
    if before.emphasised != after.emphasised:
        return False
    opening = after.chars[0]
    if _fills_its_line(before, after):
        return True
    if after.emphasised:
        return not is_finished(before.chars) and (opening.islower() or is_open(before.chars))
    if after.emphasised_prefix() and not is_open(before.chars) and not opening.islower():
        return False
    if is_open(before.chars) or (opening.islower() and not is_list_like(before.chars)):
        return True
    if before.is_item:
        return not is_finished(before.chars) and not opening.isupper()
    if is_finished(before.chars):
        # What has no end of its own after a sentence is a title.
        shown = after.own_block or before.closed or not (is_finished(after.chars) or after.goes_on)
        return not shown and not before.chars.endswith((":", ";"))
    return not opening.isupper()


def _fills_its_line(before: Passage, after: Passage) -> bool:
    """Whether the line before a page end was full, and nothing sets the one after it apart."""
    if not before.goes_on or after.own_block or after.emphasised_prefix():
        return False
    if not is_finished(before.chars):
        return True
    # A semicolon ends an item, but no line of prose.
    is_prose = before.chars.endswith(";") and _SENTENCES.search(before.chars) is not None
    return after.chars[0].islower() and (before.is_item or is_prose)


def is_list_like(chars: str) -> bool:
    """Whether the text ends as an item of a list of short phrases, or introduces a list."""
    return chars.endswith((";", ":"))


def joined_text(passages: Iterable[Passage]) -> Text:
    """All passages as one text."""
    return join(passage.text for passage in passages)
