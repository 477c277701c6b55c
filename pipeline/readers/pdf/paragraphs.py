"""Lines of a column to paragraphs: parted where their seams show it, and joined as words are.

Wrapped lines are joined as the document's own habits tell: whether its producer keeps the space
at a line end, and whether it divides words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from pipeline.core.signs import BULLET, SOFT_HYPHEN, UNKNOWN
from pipeline.document.hyphens import ends_in_hyphen, rejoined
from pipeline.document.model import ListItem, Paragraph
from pipeline.document.reasons import Reason, seam_reasons
from pipeline.document.text import Text
from pipeline.readers.pdf.fullness import room_left
from pipeline.readers.pdf.grouping import stretches
from pipeline.readers.pdf.habits import Habits
from pipeline.readers.pdf.line_seams import Column, LineSeams, PageEnds
from pipeline.readers.pdf.lines import Line, LineMaker


@dataclass(slots=True)
class ParagraphMaker:
    """Makes the paragraphs of columns; `page_ends` are those of the document.

    `reasons` holds what was decided of each seam so far.
    """

    seams: LineSeams
    page_ends: PageEnds = field(default_factory=PageEnds)
    reasons: list[Reason] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        columns: Iterable[tuple[Sequence[Line], float]],
        ends: Iterable[tuple[Sequence[Line], Line, float]],
        maker: LineMaker,
    ) -> ParagraphMaker:
        """One for a document of such columns, with the edge at which full lines end in each.

        `ends` are (lines above, first line below, right edge) of the columns that go over a page
        end.
        """
        filled = list(columns)
        habits = Habits.of([lines for lines, _ in filled], maker)
        seams = LineSeams(maker, habits, room_left(filled, maker))
        return cls(seams, seams.over_page_ends(ends))

    def __post_init__(self) -> None:
        self.reasons.extend(self.page_ends.reasons)

    def blocks(self, column: Column) -> Iterator[tuple[list[Line], Paragraph | ListItem]]:
        """The paragraphs of a column with their lines; what a drawn dot marks is a list item."""
        for group in self._groups(column):
            yield group, self._block(group, column)

    def whole(self, lines: Sequence[Line], right: float) -> list[Text]:
        """The lines of one tagged paragraph: a text for each line end that is meant."""
        ends = self.seams.end_items(lines, right)
        groups = stretches(lines, lambda group, line: self._goes_on(group, line, right, ends))
        return [self._joined(group, right) for group in groups]

    def heading_goes_on(self, last: Line, line: Line) -> bool:
        """Whether a heading that ends with one line goes on in the next one."""
        verdict = self.seams.in_heading(last, line)
        self.reasons.extend(seam_reasons(last.text, line.text, verdict))
        return verdict.holds

    def _goes_on(self, group: Sequence[Line], line: Line, right: float, ends_items: bool) -> bool:
        verdict = self.seams.in_tagged(group, line, right, ends_items)
        self.reasons.extend(seam_reasons(group[-1].text, line.text, verdict))
        return verdict.holds

    def _block(self, group: list[Line], column: Column) -> Paragraph | ListItem:
        text = self._joined(group, column.right)
        if group[0].dot:
            return ListItem(text)
        ends = self.page_ends
        return Paragraph(
            text, own_block=group[0] not in ends.continues, goes_on=group[-1] in ends.goes_on
        )

    def _groups(self, column: Column) -> Iterator[list[Line]]:
        """The lines of each paragraph."""
        group: list[Line] = []
        leading = {**column.leading, **self.seams.leading_of(column.lines)}
        ends_items = self.seams.end_items(column.lines, column.right)
        packs = self.seams.packs(column.lines, column.right, leading)
        for line, following in zip_longest(column.lines, column.lines[1:]):
            if group:
                verdict = self.seams.in_column(
                    group, line, following, column.right, leading, ends_items, packs
                )
                self.reasons.extend(seam_reasons(group[-1].text, line.text, verdict))
                if not verdict:
                    yield group
                    group = []
            group.append(line)
        if group:
            yield group

    def _joined(self, group: Sequence[Line], right: float) -> Text:
        """The lines of a paragraph as one text."""
        text = group[0].text
        for last, line in pairwise(group):
            text = self.with_line(text, last, line, right)
        if text.chars.startswith(f"{UNKNOWN} "):
            # A sign of an unknown code that stands apart before a text is a bullet.
            text = Text(BULLET + text.chars[1:], text.origins, text.styles)
        return self._without_soft_hyphens(text)

    def with_line(self, text: Text, last: Line, line: Line, right: float) -> Text:
        """A text that ends with one line, with the next line after it."""
        if not ends_in_hyphen(text.chars) and (verdict := self.seams.in_word(last, line, right)):
            self.reasons.extend(seam_reasons(last.text, line.text, verdict))
            return text + line.text
        habits = self.seams.habits
        whole, dropped = rejoined(
            text, line.text, habits.words, habits.divides_words, last.ends_in_space
        )
        if dropped:
            self.seams.maker.dropped["line-end hyphens"] += 1
        return whole

    def _without_soft_hyphens(self, text: Text) -> Text:
        if SOFT_HYPHEN not in text.chars:
            return text
        keep = [n for n, char in enumerate(text.chars) if char != SOFT_HYPHEN]
        self.seams.maker.dropped["invisible characters"] += len(text) - len(keep)
        return Text(
            "".join(text.chars[n] for n in keep),
            tuple(text.origins[n] for n in keep),
            bytes(text.styles[n] for n in keep),
        )
