"""The lines of a cell, or of text outside tables, to paragraphs and items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from math import inf

from pipeline.core import signs
from pipeline.document.hyphens import ends_in_hyphen
from pipeline.document.model import Block, Cell, ListItem, Paragraph, Row, Table
from pipeline.document.reasons import Reason, seam_reasons
from pipeline.document.seams import LAID_OUT, UNSEEN, Seam, line_goes_on
from pipeline.document.sentences import OPEN_WORDS, is_finished
from pipeline.readers.layout_text.areas import LABEL, TEXT, VALUE, Area, CellArea
from pipeline.readers.layout_text.edges import DEEPEST
from pipeline.readers.layout_text.inner import INNER
from pipeline.readers.layout_text.joining import Joining
from pipeline.readers.layout_text.label_seams import NUMBERED
from pipeline.readers.layout_text.lines import Line
from pipeline.readers.layout_text.setting import HALF_A_LINE, INDENT, Setting, needed, width_of

# A line that goes on in lower case fills so much of its column at least.
_NEARLY_FULL = 0.5
# Where a sentence ends with a line that is nearly full, so many letters more or less tell nothing.
_UNSURE = 2.0
# Where form speaks for an end as well, so many letters less than a word needs are room for it.
_ABOUT = 4.0
# `Afzet: er is meer vraag naar touw.`
_TITLED = re.compile(r"[^\W\d_][^.:;]{2,60}: ")
_DOUBT = "how wide its letters were is not known"


@dataclass(slots=True)
class Filling:
    """Makes blocks of areas; `reasons` holds what was decided of each seam so far."""

    joining: Joining
    setting: Setting
    reasons: list[Reason] = field(default_factory=list)

    def blocks(self, area: Area) -> Iterator[Block]:
        """The blocks of an area."""
        if isinstance(area, CellArea):
            yield from self._paragraphs(area)
        else:
            columns = max(map(len, area.rows))
            yield Table(tuple(self._row(row, columns) for row in area.rows))

    def _row(self, row: Sequence[CellArea], columns: int) -> Row:
        """A row whose last cell reaches over the columns that it does not part."""
        *cells, last = map(self._cell, row)
        return Row((*cells, replace(last, colspan=columns - len(cells))))

    def _cell(self, cell: CellArea) -> Cell:
        if cell.kind == LABEL:
            return Cell((Paragraph(self.joining.label(cell.lines)),) if cell.lines else ())
        return Cell(tuple(self._paragraphs(cell)))

    def _paragraphs(self, cell: CellArea) -> Iterator[Block]:
        """The paragraphs and items of a cell; signs that show nothing make none."""
        for group in self._groups(cell):
            if text := self.joining.joined(group):
                is_item = self._is_indented(cell, group)
                yield ListItem(text) if is_item else Paragraph(text, own_block=True)

    def _groups(self, cell: CellArea) -> Iterator[list[Line]]:
        """The lines of each paragraph."""
        group: list[Line] = []
        for line, following in zip_longest(cell.lines, cell.lines[1:]):
            if group and not self._goes_on(cell, group, line, following):
                yield group
                group = []
            group.append(line)
        if group:
            yield group

    def _is_indented(self, cell: CellArea, lines: Sequence[Line]) -> bool:
        """Whether lines show by their place that they are an item, whose bullet was drawn.

        Outside tables others stand at the margin, and what stands far from it is centred.
        """
        if lines[0].marker or self.setting.indents or cell.kind not in (VALUE, INNER, TEXT):
            return False
        indents = [line.column - cell.edge for line in lines]
        if cell.kind == TEXT:
            at_margin = any(line.column - cell.edge < INDENT for line in cell.lines)
            return at_margin and all(INDENT <= indent <= DEEPEST for indent in indents)
        return all(indent >= INDENT for indent in indents)

    def _goes_on(
        self, cell: CellArea, group: Sequence[Line], line: Line, following: Line | None
    ) -> bool:
        last = group[-1]
        width = self._width(cell)
        # A bracket adds to what stands before it.
        lower = line.chars.lstrip("(")[:1].islower() or line.chars.startswith("(")
        finished = is_finished(last.chars)
        seam = Seam(
            lower=lower,
            finished=finished,
            marked=_opens_item(group, line) or self._opens_drawn_item(cell, group, line),
            free=_is_titled_alike(group, line) or self._is_title(cell, group, line, following),
            divided=ends_in_hyphen(last.chars),
            open=lower and (_cannot_end(last, line) or _is_title_cut(cell, group, line)),
            hanging=self._hangs(group[0], line),
            room=width - needed(cell, last, line),
            filled=width_of(last.chars) - _NEARLY_FULL * width if width < inf else 0.0,
            apart=line.above - HALF_A_LINE if self.setting.blanks_part else UNSEEN,
            first_line=self.setting.indents and line.column - last.column >= INDENT,
            left_of_item=self._left_of_item(group[0], line),
            packed=cell.kind in self.setting.packed and finished and not (lower or group[0].marker),
        )
        verdict = line_goes_on(seam, LAID_OUT, "letters")
        if finished and not lower and not verdict.doubt and abs(seam.room) < _UNSURE:
            verdict = verdict._replace(doubt=_DOUBT)
        self.reasons.extend(seam_reasons(self.joining.text(last), self.joining.text(line), verdict))
        return bool(verdict)

    def _opens_drawn_item(self, cell: CellArea, group: Sequence[Line], line: Line) -> bool:
        """Whether a line opens the next item of those whose bullets were drawn.

        It begins with a capital, and the item before left room for its word: about, for how wide
        letters are is not known.
        """
        if not line.chars[0].isupper() or not self._is_indented(cell, [*group, line]):
            return False
        room = self._width(cell) - needed(cell, group[-1], line)
        return line.column == group[0].column and room > -_ABOUT

    def _is_title(
        self, cell: CellArea, group: Sequence[Line], line: Line, following: Line | None
    ) -> bool:
        """Whether a line after a sentence is none, and ends early: no paragraph ends so."""
        if following is None or not line.chars[0].isupper() or signs.ends_sentence(line.chars):
            return False
        ends_early = needed(cell, line, following) < self._width(cell)
        return is_finished(group[-1].chars) and following.chars[0].isupper() and ends_early

    def _width(self, cell: CellArea) -> float:
        """How wide full lines of a cell are."""
        return self.setting.widths.get(cell.kind, float(cell.width) or inf)

    def _hangs(self, first: Line, line: Line) -> bool:
        """Whether a number or sign stands below the text of an item; words may be items."""
        is_below = line.column >= first.column + first.marker - 1
        is_set_so = self.setting.hangs and not self.setting.indents
        return first.marker > 1 and is_below and is_set_so and not line.chars[0].isalpha()

    def _left_of_item(self, first: Line, line: Line) -> float:
        """How far left of the text of an item a line begins."""
        if not first.marker or not self.setting.hangs:
            return UNSEEN
        return first.column + first.marker - 1 - line.column - HALF_A_LINE


def _is_titled_alike(group: Sequence[Line], line: Line) -> bool:
    """Whether a line opens with a title before a colon, as the open paragraph does."""
    opens_so = (_TITLED.match(one.chars) is not None for one in (group[0], line))
    return line.chars[0].isupper() and line.column == group[0].column and all(opens_so)


def _opens_item(group: Sequence[Line], line: Line) -> bool:
    """Whether a line begins with a marker that stands where markers stand.

    A number or a dash may open a wrapped line by chance: then it stands below the text.
    """
    if not line.marker or signs.BULLET_MARKER.match(line.chars):
        return line.marker > 0
    first, last = group[0], group[-1]
    if first.marker:
        return line.column < first.column + INDENT
    return line.column != last.column or is_finished(last.chars)


def _is_title_cut(cell: CellArea, group: Sequence[Line], line: Line) -> bool:
    """Whether a line stands right below one of a counted title: it may head a narrow column."""
    is_counted = cell.kind == TEXT and NUMBERED.match(group[0].chars) is not None
    is_open = is_counted and not is_finished(group[-1].chars)
    return is_open and not line.above and line.column == group[-1].column


def _cannot_end(last: Line, line: Line) -> bool:
    """Whether a line ends in a word that nothing ends in; items inside an item may follow it."""
    is_below = line.column - last.column >= INDENT and not last.marker
    return last.chars.split()[-1].lower() in OPEN_WORDS and not is_below
