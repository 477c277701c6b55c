"""The blocks of a value to passages: whole paragraphs and list items.

Lists in disguise (typed bullets and numbers, inline bullets) are brought to
light, wrapped lines joined, and stretches that a page end cut are joined again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from pipeline.core import heartbeat, signs
from pipeline.document.item_lines import line_verdicts
from pipeline.document.item_markers import (
    Stretch,
    counting_on,
    items_in,
    marker_of,
)
from pipeline.document.line_ends import LineEnds
from pipeline.document.model import (
    Block,
    Furniture,
    Heading,
    ListItem,
    PageEnd,
    Paragraph,
    Table,
)
from pipeline.document.reasons import Reason, Verdict, seam_reasons
from pipeline.document.seams import Seam, passage_goes_on
from pipeline.document.sentences import has_several_sentences, is_finished, is_open
from pipeline.document.text import Text
from pipeline.interpret.claims import Claims
from pipeline.interpret.passages import Passage, ValueCell
from pipeline.labels.verbs import is_separable
from pipeline.labels.word_classes import PREPOSITIONS_AND_PARTICLES

LINE_END_HYPHENS = "line-end hyphens"
JOINED = "joined over a page end"
JOINED_UNSURELY = "joined over a page end between two sentences"


@dataclass(slots=True)
class PassageMaker:
    """Makes the passages of values, with the evidence of the whole document at hand.

    `reasons` holds what was decided of each seam so far.
    """

    line_ends: LineEnds
    claims: Claims
    reasons: list[Reason] = field(default_factory=list)

    def make(self, cells: Iterable[ValueCell]) -> list[Passage]:
        """The passages of a value's cells, in order."""
        whole: list[Passage] = []
        opened = False
        for cell in cells:
            found = list(self._cell(cell.blocks))
            if found:
                found[0] = replace(found[0], opens_cell=True, is_item=found[0].is_item or opened)
            if cell.after_page_end and whole and found and self._is_cut(whole[-1], found[0]):
                whole[-1] = self._rejoined(whole[-1], found.pop(0))
            if cell.after_page_end and whole and whole[-1].is_item and found and found[0].is_item:
                # One list goes on over a page end, though its tags had to be opened again.
                found[0] = replace(found[0], opens=False)
            whole.extend(found)
            opened = _ends_in_bullet(cell.blocks)
        return whole

    def _is_cut(self, before: Passage, after: Passage) -> Verdict:
        """Whether a page end between the two stands inside one paragraph or item."""
        return self._kept(before.text, after.text, over_page_end(before, after))

    def _goes_on(self, pending: Passage, piece: Passage, column: LineEnds) -> Verdict:
        """Whether `pending` goes on in a line without marker."""
        last = pending.raw.rsplit("\n", 1)[-1]
        line = pending.text[len(pending.text) - min(len(last), len(pending.text)) :]
        verdict = column.goes_on(line, piece.text, in_item=pending.is_item)
        return self._kept(line, piece.text, verdict)

    def _kept(self, before: Text, after: Text, verdict: Verdict) -> Verdict:
        """The verdict, after it was put on record."""
        self.reasons.extend(seam_reasons(before, after, verdict))
        return verdict

    def _rejoined(self, first: Passage, second: Passage) -> Passage:
        certain = not is_finished(first.chars) or second.chars[0].islower()
        return replace(
            first,
            text=self._joined(first.text, second.text),
            raw=f"{first.raw or first.chars}\n{second.raw or second.chars}",
            steps=(*first.steps, JOINED if certain else JOINED_UNSURELY),
        )

    def _joined(self, line: Text, following: Text) -> Text:
        whole, dropped = self.line_ends.joined(line, following)
        self.claims.take(dropped, LINE_END_HYPHENS)
        return whole

    def _cell(self, blocks: Iterable[Block]) -> Iterator[Passage]:
        found = list(blocks)
        one_dash = _dashed_lines(found) == 1
        for block, following in zip_longest(found, found[1:]):
            heartbeat.beat()
            match block:
                case ListItem(opens=True) if not isinstance(following, ListItem) or following.opens:
                    for item in self._marked_item(block):
                        yield from self._counting_on(item)
                case ListItem():
                    yield from self._marked_item(block)
                case Paragraph():
                    yield from self._paragraph(block, one_dash)
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
            for n, cell in enumerate(row.cells):
                found = list(self._cell(cell.blocks))
                if found and not n and len(row.cells) > 1:
                    found[0] = replace(found[0], opens_cell=True)
                yield from found

    def _marked_item(self, item: ListItem) -> Iterator[Passage]:
        """An item that the source marks; a marker typed as well is dropped."""
        opens = item.opens and item.level == 1
        for whole, raw in self._whole_lines(item):
            text = self.claims.without_marker(whole.collapse())
            if text:
                yield Passage(
                    text,
                    is_item=True,
                    ordered=item.ordered,
                    number=item.number,
                    opens=opens,
                    level=item.level,
                    raw=raw,
                )
                opens = False

    def _counting_on(self, only: Passage) -> Iterator[Passage]:
        """The only item of a list, parted where numbers in its text count on from its own.

        A reader took the first number of a list in one line for that of an item.
        """
        starts = [] if only.number is None else counting_on(only.chars, str(only.number))
        own, *others = only.text.stretches([0, *starts])
        yield replace(only, text=own.strip()) if others else only
        found = (Stretch(other, marker_of(other.chars)) for other in others)
        yield from filter(None, (self._marked(one, True, False) for one in found))

    def _whole_lines(self, item: ListItem) -> Iterator[tuple[Text, str]]:
        """The lines of an item that stand for themselves, with what each was joined of."""
        lines = [line for line in item.text.lines() if line]
        verdicts = list(line_verdicts(lines)) if len(lines) > 1 else []
        whole, raw = (lines[0], lines[0].chars) if lines else (Text(), "")
        for before, line, verdict in zip(lines, lines[1:], verdicts, strict=False):
            # What has a number is one item, however many lines it has.
            if item.ordered or self._kept(before, line, verdict):
                whole = self._joined(whole, line)
                raw = f"{raw}\n{line.chars}"
            else:
                yield whole, raw
                whole, raw = line, line.chars
        yield whole, raw

    def _paragraph(self, block: Paragraph, one_dash: bool) -> Iterator[Passage]:
        own = block.own_block
        lines = block.text.lines()
        column = self.line_ends.within(lines)
        chunks = _chunks(lines)
        for number, chunk in enumerate(chunks, 1):
            passages = list(self._chunk(self._pieces(chunk, block, own, one_dash), column))
            if passages and number == len(chunks):
                closed = block.own_block and not block.goes_on
                passages[-1] = replace(passages[-1], closed=closed, goes_on=block.goes_on)
            yield from passages
            own = True

    def _chunk(self, pieces: Iterable[Passage], column: LineEnds) -> Iterator[Passage]:
        """The passages of lines that no blank line parts, from what each line is by itself."""
        pending: Passage | None = None
        for piece in pieces:
            if pending is None:
                pending = piece
            elif piece.is_item or not self._goes_on(pending, piece, column):
                yield self._finished(pending)
                pending = piece
            else:
                pending = replace(
                    pending,
                    text=self._joined(pending.text, piece.text),
                    raw=f"{pending.raw}\n{piece.raw}",
                )
        if pending is not None:
            yield self._finished(pending)

    @staticmethod
    def _finished(passage: Passage) -> Passage:
        text = passage.text.collapse()
        return passage if text is passage.text else replace(passage, text=text)

    def _pieces(
        self, lines: list[Text], block: Paragraph, own_block: bool, one_dash: bool
    ) -> list[Passage]:
        """Each line as one passage, or as the items that its bullets or numbers show.

        All but the first begin a paragraph, unless they are found to go on. `one_dash` tells that
        only one line of the cell begins with a dash.
        """
        found: list[Passage] = []
        for line in lines:
            stretches = items_in(line, block.in_list, one_dash)
            loose_items = block.in_list == "ul" and not block.own_block and len(stretches) == 1
            for stretch in stretches:
                passage = self._marked(stretch, loose_items, own_block or bool(found))
                if passage is not None:
                    found.append(passage)
        return found

    def _marked(self, stretch: Stretch, item: bool, own_block: bool) -> Passage | None:
        """The passage of a stretch, its marker claimed; None where no more than that stands."""
        marker = stretch.marker
        printed = stretch.text[: marker.end] if marker is not None else Text()
        self.claims.take(printed, "list markers")
        text = stretch.text[len(printed) :].strip()
        if not text:
            return None
        return Passage(
            text,
            is_item=item or marker is not None,
            own_block=own_block,
            ordered=marker is not None and marker.ordered,
            number=marker.number if marker is not None else None,
            raw=stretch.text.chars,
            marker=printed,
        )


def _dashed_lines(blocks: Iterable[Block]) -> int:
    """How many lines of the paragraphs of a cell begin with a dash."""
    lines = (line for b in blocks if isinstance(b, Paragraph) for line in b.text.lines())
    return sum(signs.DASH_MARKER.match(line.chars) is not None for line in lines)


def _chunks(lines: Iterable[Text]) -> list[list[Text]]:
    """The lines of a text in groups that blank lines part."""
    groups: list[list[Text]] = [[]]
    for line in lines:
        if line:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def over_page_end(before: Passage, after: Passage) -> Verdict:
    """Whether a page end between the two stands inside one paragraph or item."""
    finished, opening = is_finished(before.chars), after.chars[0]
    labelled = bool(after.emphasised_prefix())
    # A semicolon ends an item, but no line of prose.
    is_prose = before.chars.endswith(";") and has_several_sentences(before.chars)
    return passage_goes_on(
        Seam(
            lower=opening.islower(),
            upper=opening.isupper(),
            finished=finished,
            open=is_open(before.chars) and not (opening.isupper() and _may_close(before.chars)),
            marked=after.is_item,
            titled=after.heading or before.heading,
            emphasis=before.emphasised != after.emphasised,
            emphasised=after.emphasised,
            labelled=labelled,
            full=before.goes_on and not after.own_block and not labelled,
            item=before.is_item,
            running=before.is_item or is_prose,
            # Ends as an item of a list of short phrases, or introduces a list.
            list_like=before.chars.endswith((";", ":")),
            # What has no end of its own after a sentence is a title.
            ended=after.own_block
            or before.closed
            or not (is_finished(after.chars) or after.goes_on),
        )
    )


def _ends_in_bullet(blocks: Sequence[Block]) -> bool:
    """Whether a cell ends with a bullet alone: its text stands behind the page end."""
    last = blocks[-1] if blocks else None
    lines = last.text.lines() if isinstance(last, Paragraph) else []
    stretches = items_in(lines[-1], "") if lines else []
    return any(s.marker is not None and s.marker.end == len(s.text) for s in stretches[-1:])


def _may_close(chars: str) -> bool:
    """Whether a text ends with the particle of a verb in it: `trekt daar conclusies uit`."""
    *words, last = chars.lower().split()
    is_particle = last in PREPOSITIONS_AND_PARTICLES
    return is_particle and any(is_separable(word, last) for word in words)
