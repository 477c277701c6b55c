"""Tagged text whose lines hold several texts: rows of a table that is tagged as something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.readers.pdf.areas import TableArea, all_cells
from pipeline.readers.pdf.candidates import phrases_of
from pipeline.readers.pdf.line_parts import SAME_EDGE
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.settings import Count
from pipeline.readers.pdf.tag_parts import TagParagraph, TagPart, TagTable, paragraphs_of

# So many lines whose second text begins where another one does are rows: in 650 tagged files no
# text has them but tables of contents with their numbers, and text that should be a table.
_ROWS: Count = 3


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Tagged text of a page that stands in columns, by the numbers of the first glyphs of its runs.

    `rows` counts its lines that hold several texts.
    """

    page: int
    rows: int
    starts: frozenset[int]

    @property
    def refusal(self) -> str:
        """Why its tags are not to be believed."""
        return f"{self.rows} lines of tagged text hold texts beside each other"

    def is_in(self, tables: Iterable[TableArea]) -> bool:
        """Whether some of it stands in one of these tables."""
        lines = (line for cell in all_cells(tables) for line in cell.lines)
        return any(not self.starts.isdisjoint(line.text.origins) for line in lines)


def side_by_side(
    parts: Sequence[TagPart], taken: frozenset[int] = frozenset()
) -> Iterator[SideBySide]:
    """The texts between tables and headings that stand in columns, page by page.

    `taken` are the first glyphs of runs that are read by other means.
    """
    for group in _texts(parts, taken):
        lines: dict[int, list[Line]] = defaultdict(list)
        starts: dict[int, set[int]] = defaultdict(set)
        for paragraph in group:
            for line in paragraph.lines:
                lines[line.page].append(line)
            for page, run in paragraph.runs:
                starts[page].add(run.start)
        rows = {page: _rows(found) for page, found in lines.items()}
        if sum(rows.values()) >= _ROWS:
            for page in filter(rows.get, rows):
                yield SideBySide(page, rows[page], frozenset(starts[page]))


def _texts(parts: Sequence[TagPart], taken: frozenset[int]) -> Iterator[list[TagParagraph]]:
    """Paragraphs that follow each other, also in tables of one column, which are no tables."""
    group: list[TagParagraph] = []
    for part in parts:
        if isinstance(part, TagParagraph) and taken.issuperset(run.start for _, run in part.runs):
            continue
        if isinstance(part, TagTable) and all(len(row) < 2 for row in part.rows):
            group.extend(paragraphs_of([part]))
        elif isinstance(part, TagParagraph) and not part.heading and not part.furniture:
            group.append(part)
        else:
            yield group
            group = []
    yield group


def _rows(lines: Sequence[Line]) -> int:
    """How many lines have a text, after another one, that begins where one of others does.

    A number alone at the end of a line is that of a page.
    """
    found = (text for line in lines for text in phrases_of(line)[1:])
    places = sorted(text.x0 for text in found if not text.chars.isdigit())
    near = [after - before <= SAME_EDGE for before, after in pairwise(places)]
    return sum(left or right for left, right in pairwise([False, *near, False]))
