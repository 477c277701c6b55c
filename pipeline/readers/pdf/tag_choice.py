"""Tags against what is drawn: how far the drawn tables and the sentences bear the tags out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.document.reasons import Verdict
from pipeline.document.seams import Seam, paragraph_goes_on
from pipeline.readers.pdf.choice import RULES, Candidate
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.markers import has_marker
from pipeline.readers.pdf.marks import Box
from pipeline.readers.pdf.settings import Count, Share
from pipeline.readers.pdf.tag_columns import DrawnCell
from pipeline.readers.pdf.tag_parts import (
    TagCell,
    TagParagraph,
    TagPart,
    cells_of,
    lines_of,
)

Drawn = Mapping[int, Sequence[Candidate]]
"""The tables that are drawn on each page, by its number."""

# Rules and tags may differ in a cell or two (a merged heading row); more is another table.
_CONFLICTS: Share = 0.03
# A producer that tags each line as a paragraph cuts sentences again and again.
_CUT_PARAGRAPHS: Share = 0.1
_FEW: Count = 5
# A line that was cut inside a sentence is longer; `Sluis` above `en haven` are two labels.
_LONG: Count = 31


def drawn_cells(drawn: Drawn) -> DrawnCell:
    """What gives the box of the drawn cell that a line stands in."""

    def box(line: Line) -> Box | None:
        for table in drawn.get(line.page, ()):
            number = _cell_of(line, table)
            if number >= 0:
                return table.grid.cells[number].box
        return None

    return box


def doubt(parts: Sequence[TagPart], drawn: Drawn) -> str:
    """Why the tags are not to be believed; empty where nothing speaks against them."""
    cells = list(cells_of(parts))
    torn = sum(_is_torn(cell, drawn) for cell in cells)
    if torn > max(1, _CONFLICTS * len(cells)):
        return f"{torn} of {len(cells)} tagged cells reach over drawn rules"
    seams = [paragraph_seam(before, after) for before, after in _neighbours(parts)]
    cut = sum(seam.holds for seam in seams)
    if cut >= _FEW and cut > _CUT_PARAGRAPHS * len(seams):
        return f"{cut} of {len(seams)} tagged paragraphs end inside a sentence"
    return ""


def share_in_tables(parts: Sequence[TagPart]) -> float:
    """The share of the text that stands in tagged tables."""
    every = sum(len(line.text) for line in lines_of(parts))
    outside = [part for part in parts if isinstance(part, TagParagraph)]
    beside = sum(len(line.text) for line in lines_of(outside))
    return 1 - beside / every if every else 1.0


def _is_torn(cell: TagCell, drawn: Drawn) -> bool:
    """Whether the lines of a cell lie in several drawn cells of one grid on one page."""
    seen: dict[tuple[int, int], set[int]] = defaultdict(set)
    for line in lines_of([part for part in cell.parts if isinstance(part, TagParagraph)]):
        for n, table in enumerate(drawn.get(line.page, ())):
            number = _cell_of(line, table)
            # What is shaded says less than a tag does.
            if number >= 0 and table.source == RULES:
                seen[line.page, n].add(number)
    return any(len(numbers) > 1 for numbers in seen.values())


def paragraph_seam(before: TagParagraph, after: TagParagraph) -> Verdict:
    """Whether a tagged paragraph goes on in the next one: its producer has tagged lines."""
    last, first = before.lines[-1], after.lines[0]
    stands_below = last.page == first.page and first.baseline > last.baseline
    return paragraph_goes_on(
        Seam(
            lower=first.chars[0].islower() and stands_below,
            finished=not last.chars[-1].isalnum(),
            # Items need no full stop, and may begin small.
            marked=after.is_item or has_marker(first.chars),
            filled=len(last.chars) - _LONG,
        )
    )


def _neighbours(parts: Sequence[TagPart]) -> Iterator[tuple[TagParagraph, TagParagraph]]:
    """Paragraphs that follow each other in one cell or in the flow."""
    for group in (parts, *(cell.parts for cell in cells_of(parts))):
        for before, after in pairwise(group):
            if isinstance(before, TagParagraph) and isinstance(after, TagParagraph):
                yield before, after


def _cell_of(line: Line, table: Candidate) -> int:
    """The number of the drawn cell that the middle of a line lies in; -1 where it is in none."""
    return table.grid.cell_at((line.x0 + line.x1) / 2, line.middle)
