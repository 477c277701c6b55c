"""Tags against what is drawn: each drawn table is held against them, and the better one is taken.

Tags are the producer's own word: they lose a table only where they plainly hold another one, and
all of the document where little is left, or where they tear its sentences.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.document.reasons import Verdict
from pipeline.document.seams import Seam, paragraph_goes_on
from pipeline.readers.pdf.candidates import RULES, Candidate, cell_of, phrases_of
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.markers import has_marker
from pipeline.readers.pdf.marks import Box
from pipeline.readers.pdf.settings import Count, Share
from pipeline.readers.pdf.tag_columns import DrawnCell
from pipeline.readers.pdf.tag_parts import (
    TagParagraph,
    TagPart,
    cells_of,
    lines_of,
    tables_of,
)

Drawn = Mapping[int, Sequence[Candidate]]
"""The tables that are drawn on each page, by its number."""
_Owner = tuple[int, int] | None
"""A tagged cell: the number of its table, and its own there; None for none."""

# Rules and tags may differ in a cell or two (a merged heading row); more is another table.
_CONFLICTS: Share = 0.03
# Of a table of several columns so many cells that no tag bears out, and more than it does, are
# another table: in 650 tagged files up to 2 in a table of which others are borne out, and where a
# table was tagged as something else all of them.
_OTHERS: Count = 2
# A producer that tags each line as a paragraph cuts sentences again and again.
_CUT_PARAGRAPHS: Share = 0.1
_FEW: Count = 5
# A line that was cut inside a sentence is longer; `Sluis` above `en haven` are two labels.
_LONG: Count = 31


@dataclass(frozen=True, slots=True)
class Held:
    """A drawn table held against the tags, by the texts that stand in its cells.

    `borne` counts its cells whose text is that of tagged cells with nothing outside them, `bare`
    those with text that stands in no tagged cell, `shared` those with text of a tagged cell that
    reaches into several of its cells; `torn` counts these tagged cells, `whole` the other ones.
    `homes` are the numbers of their tagged tables.
    """

    page: int
    table: Candidate
    borne: int
    bare: int
    shared: int
    torn: int
    whole: int
    homes: frozenset[int]

    @property
    def others(self) -> int:
        """How many of its cells the tags do not hold so; what is shaded tears no tagged cell."""
        return self.bare + (self.shared if self.table.source == RULES else 0)

    @property
    def is_torn(self) -> bool:
        """Whether its rules part what the tags have as one cell, more than by accident."""
        return self.table.source == RULES and _are_many(self.torn, self.torn + self.whole)

    @property
    def is_other(self) -> bool:
        """Whether it is another table than the tags have there."""
        several = len(self.table.grid.columns) > 2
        return several and self.others >= _OTHERS and self.others > self.borne

    @property
    def refusal(self) -> str:
        """Why the tags are not to be believed there; empty where they are."""
        return _refusal([self])


@dataclass(frozen=True, slots=True)
class TagChoice:
    """The drawn tables held against the tags, those to be followed, and why all tags are refused.

    `doubt` is empty where the tags are followed in all but the refused places.
    """

    held: tuple[Held, ...]
    refused: tuple[Held, ...] = ()
    doubt: str = ""

    def verdict(self, table: int) -> Verdict:
        """What a tagged table is read by, with the drawn ones that say otherwise or bear it out."""
        on_it = [one for one in self.held if table in one.homes and one not in self.refused]
        drawn = " and ".join(sorted({one.table.source for one in on_it}))
        others = sum(one.others for one in on_it)
        cells = sum(one.borne for one in on_it)
        if others:
            rival = f"by {drawn}, {others} of {others + cells} cells differ"
            return Verdict(True, "by tags", rival=rival)
        return Verdict(
            True, f"by tags; {cells} cells are the same by {drawn}" if drawn else "by tags"
        )


def chosen(parts: Sequence[TagPart], drawn: Drawn) -> TagChoice:
    """Which drawn tables are to be followed in place of the tags, and whether all of them are."""
    held = tuple(_held(parts, drawn))
    refused = tuple(one for one in held if one.refusal)
    cells = sum(1 for cell in cells_of(parts) if cell.parts)
    left = cells - sum(one.torn + one.whole for one in refused)
    if left < sum(one.others for one in refused):
        return TagChoice(held, refused, _refusal(refused))
    torn = sum(one.torn for one in held if one.table.source == RULES and one not in refused)
    if _are_many(torn, cells):
        return TagChoice(held, refused, _torn(torn, cells))
    seams = [paragraph_seam(before, after) for before, after in _neighbours(parts)]
    cut = sum(seam.holds for seam in seams)
    if cut >= _FEW and cut > _CUT_PARAGRAPHS * len(seams):
        return TagChoice(held, (), f"{cut} of {len(seams)} tagged paragraphs end inside a sentence")
    return TagChoice(held, refused)


def _refusal(held: Sequence[Held]) -> str:
    """Why the tags are not to be believed in all of these places."""
    torn = [one for one in held if one.is_torn]
    others = [one for one in held if one.is_other and not one.is_torn]
    told: list[str] = []
    if torn:
        told.append(_torn(sum(o.torn for o in torn), sum(o.torn + o.whole for o in torn)))
    if others:
        cells = sum(one.others + one.borne for one in others)
        told.append(f"{sum(o.others for o in others)} of {cells} drawn cells are none by the tags")
    return "; ".join(told)


def _are_many(torn: int, cells: int) -> bool:
    return torn > max(1, _CONFLICTS * cells)


def _torn(torn: int, cells: int) -> str:
    return f"{torn} of {cells} tagged cells reach over drawn rules"


def _held(parts: Sequence[TagPart], drawn: Drawn) -> Iterator[Held]:
    """All drawn tables that tagged text stands in."""
    owners: dict[tuple[int, int], dict[int, set[_Owner]]] = defaultdict(lambda: defaultdict(set))
    for owner, line in _texts(parts):
        for number, table in enumerate(drawn.get(line.page, ())):
            for text in phrases_of(line):
                cell = cell_of(text, table.grid)
                if cell >= 0:
                    owners[line.page, number][cell].add(owner)
    for (page, number), cells in sorted(owners.items()):
        reach = Counter(owner for found in cells.values() for owner in found)
        bare = reach.pop(None, 0)
        torn = {owner for owner, count in reach.items() if count > 1}
        borne = sum(not found & {None, *torn} for found in cells.values())
        yield Held(
            page=page,
            table=drawn[page][number],
            borne=borne,
            bare=bare,
            shared=len(cells) - borne - bare,
            torn=len(torn),
            whole=len(reach) - len(torn),
            homes=frozenset(owner[0] for owner in reach if owner is not None),
        )


def _texts(parts: Sequence[TagPart]) -> Iterator[tuple[_Owner, Line]]:
    """The lines that are content, each with the cell that it stands in."""
    outside = (part for part in parts if isinstance(part, TagParagraph) and not part.furniture)
    yield from ((None, line) for part in outside for line in part.lines)
    for number, table in enumerate(tables_of(parts)):
        for n, cell in enumerate(cell for row in table.rows for cell in row):
            own = (part for part in cell.parts if isinstance(part, TagParagraph))
            yield from (((number, n), line) for part in own for line in part.lines)


def share_in_tables(parts: Sequence[TagPart]) -> float:
    """The share of the text that stands in tagged tables."""
    every = sum(len(line.text) for line in lines_of(parts))
    outside = [part for part in parts if isinstance(part, TagParagraph)]
    beside = sum(len(line.text) for line in lines_of(outside))
    return 1 - beside / every if every else 1.0


def drawn_cells(drawn: Drawn) -> DrawnCell:
    """What gives the box of the drawn cell that a line stands in."""

    def box(line: Line) -> Box | None:
        for table in drawn.get(line.page, ()):
            number = table.grid.cell_at((line.x0 + line.x1) / 2, line.middle)
            if number >= 0:
                return table.grid.cells[number].box
        return None

    return box


def paragraph_seam(before: TagParagraph, after: TagParagraph) -> Verdict:
    """Whether a tagged paragraph goes on in the next one: some producers tag lines."""
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
