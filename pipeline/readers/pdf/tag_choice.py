"""Tags and what is drawn propose tables for the same places: in each the better one is taken.

Tags are the producer's own word, and tell of a document rather than of a page; so they propose, for
the place of each drawn table, the cells that they hold there. The texts of the place say which of
both explains more. All tags are refused where they lose most of what they hold, or tear sentences.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress, pairwise

from pipeline.document.reasons import Verdict
from pipeline.document.seams import Seam, paragraph_goes_on
from pipeline.readers.pdf.candidates import RULES, TAGS, Candidate, cell_of, phrases_of, weighed
from pipeline.readers.pdf.choice import better
from pipeline.readers.pdf.inferred import by_tags
from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.markers import has_marker
from pipeline.readers.pdf.marks import Box
from pipeline.readers.pdf.settings import Count, Share
from pipeline.readers.pdf.stages import Seen
from pipeline.readers.pdf.tag_columns import DrawnCell
from pipeline.readers.pdf.tag_parts import TagParagraph, TagPart, cells_of

Drawn = Mapping[int, Sequence[Candidate]]
"""The tables that are drawn on each page, by its number."""
_Owner = tuple[int, int] | None
"""A tagged cell: the number of its table, and its own there; None for none."""

# A cell that rules part is an accident, of each table; more of the document than this share of all
# tagged cells are none.
_ACCIDENTS: Share = 0.03
# So many cells that no tag holds are another table than the tagged one.
_OTHERS: Count = 2
# A producer that tags each line as a paragraph cuts sentences again and again.
_CUT_PARAGRAPHS: Share = 0.1
_FEW: Count = 5
# A line that was cut inside a sentence is longer; `Sluis` above `en haven` are two labels.
_LONG: Count = 31


@dataclass(frozen=True, slots=True)
class Contest:
    """What tags and the drawing propose for the place of a drawn table, told by the texts there.

    `homes` are the numbers of the tagged tables that stand there; `same` counts the drawn cells
    with texts of whole tagged cells alone, `others` those with other texts.
    """

    page: int
    tags: Candidate
    drawn: Candidate
    homes: frozenset[int]
    same: int
    others: int

    @property
    def taken(self) -> Candidate:
        """The better one, with the other as its rival."""
        return better(self.tags, self.drawn)

    @property
    def is_refused(self) -> bool:
        """Whether the tags are not to be believed there."""
        return self.drawn.explained > 0 and self.taken.source != TAGS

    @property
    def refusal(self) -> str:
        """What speaks against the tags there."""
        cut = f", and {self.tags.cut} in such as rules part" if self.tags.cut else ""
        held = f"{self.tags.fits} of them in tagged ones{cut}"
        return f"{self.drawn.fits} texts stand in drawn cells, {held}"


@dataclass(frozen=True, slots=True)
class TagChoice:
    """The contests of tags and drawn tables, and why all tags are refused.

    `doubt` is empty where the tags are followed in all but the refused places.
    """

    contests: tuple[Contest, ...]
    doubt: str = ""

    @property
    def refused(self) -> list[Contest]:
        """Those that the tags lost."""
        return [one for one in self.contests if one.is_refused]

    def verdict(self, table: int, page: int) -> Verdict:
        """What a tagged table is read by on a page, with what bears it out, and its rival."""
        on_it = [one for one in self.contests if one.page == page and table in one.homes]
        held = [one for one in on_it if not one.is_refused]
        if not held:
            return Verdict(True, "by tags")
        drawn = " and ".join(sorted({one.drawn.source for one in held}))
        same = sum(one.same for one in held)
        name = f"by tags; {same} cells are the same by {drawn}"
        nearest = min((one.taken for one in held if one.others), key=_margin, default=None)
        if nearest is None:
            return Verdict(True, name)
        return Verdict(True, name, nearest.margin, "texts", nearest.rival)


def chosen(parts: Sequence[TagPart], seen: Seen, drawn: Drawn) -> TagChoice:
    """Which drawn tables are to be followed in place of the tags, and whether all of them are.

    `seen` are the texts and tables that the tagged parts hold.
    """
    texts = [(owner, text) for owner, line in _lines(seen) for text in phrases_of(line)]
    places = _places(texts, drawn)
    choice = TagChoice(tuple(place.contest(seen) for place in places))
    lost = [one.is_refused for one in choice.contests]
    left = sum(o is not None for o, _ in texts) - sum(p.tagged for p in compress(places, lost))
    if left < (gained := sum(one.drawn.fits for one in choice.refused)):
        doubt = f"{gained} texts stand in drawn cells, and {left} in tagged ones elsewhere"
        return replace(choice, doubt=doubt)
    torn = sum(len(p.torn) for p, is_lost in zip(places, lost, strict=True) if not is_lost)
    cells = sum(bool(cell.lines) for table in seen.tables for cell in table.cells)
    if torn > max(1, _ACCIDENTS * cells):
        return replace(choice, doubt=f"{torn} of {cells} tagged cells reach over drawn rules")
    seams = [paragraph_seam(before, after) for before, after in _neighbours(parts)]
    cut = sum(seam.holds for seam in seams)
    if cut >= _FEW and cut > _CUT_PARAGRAPHS * len(seams):
        return TagChoice((), f"{cut} of {len(seams)} tagged paragraphs end inside a sentence")
    return choice


@dataclass(frozen=True, slots=True)
class _Place:
    """A drawn table of a page, and its texts: the tagged cell, the text, the number of its cell."""

    page: int
    table: Candidate
    texts: Sequence[tuple[_Owner, Line, int]]

    @property
    def tagged(self) -> int:
        """How many of the texts stand in tagged cells."""
        return sum(owner is not None for owner, _, _ in self.texts)

    @property
    def torn(self) -> set[_Owner]:
        """The tagged cells that rules part; what is shaded tears none."""
        reach = Counter(owner for owner, _ in {(owner, cell) for owner, _, cell in self.texts})
        is_ruled = self.table.source == RULES
        return {owner for owner, count in reach.items() if owner and count > 1 and is_ruled}

    def contest(self, seen: Seen) -> Contest:
        """What tags and the drawing propose; a single torn cell is an accident."""
        torn = self.torn
        cut = sum(owner in torn for owner, _, _ in self.texts)
        drawn = weighed(self.table, [text for _, text, _ in self.texts])
        held = {owner for owner, _, _ in self.texts if owner}
        cells = [seen.tables[table].cells[cell] for table, cell in sorted(held)]
        tags = replace(
            by_tags(cells, self.page, drawn.grid.box),
            fits=self.tagged - cut,
            cut=cut if len(torn) > 1 else 0,
            # What the document's habits say of the place, they say of both.
            prior=drawn.prior,
        )
        others = {cell for owner, _, cell in self.texts if owner is None or owner in torn}
        if not tags.cut and (len(drawn.grid.columns) <= 2 or len(others) < _OTHERS):
            # A frame of one column shows no other table, nor does a cell by itself.
            drawn = replace(drawn, prior=drawn.prior - drawn.explained)
        homes = frozenset(table for table, _ in held)
        same = {cell for _, _, cell in self.texts} - others
        return Contest(self.page, tags, drawn, homes, len(same), len(others))


def _places(texts: Iterable[tuple[_Owner, Line]], drawn: Drawn) -> list[_Place]:
    """All drawn tables that texts stand in."""
    found: dict[tuple[int, int], list[tuple[_Owner, Line, int]]] = defaultdict(list)
    for owner, text in texts:
        for number, table in enumerate(drawn.get(text.page, ())):
            if (cell := cell_of(text, table.grid)) >= 0:
                found[text.page, number].append((owner, text, cell))
    return [_Place(page, drawn[page][n], own) for (page, n), own in sorted(found.items())]


def _lines(seen: Seen) -> Iterator[tuple[_Owner, Line]]:
    """The lines that are content, each with the tagged cell that it stands in."""
    yield from ((None, line) for line in seen.text)
    for number, table in enumerate(seen.tables):
        for n, cell in enumerate(table.cells):
            yield from (((number, n), line) for line in cell.lines)


def _margin(candidate: Candidate) -> float:
    return candidate.margin


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
