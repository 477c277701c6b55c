"""What repeats on the pages of a document, taken away before anything else is read.

Running headers and footers go with the rules and shades that frame them, so that no table is made
of them; watermarks go where they lie over the text. A repeated head row of a table stays: it hangs
together with rows that do not repeat. Watermarks ([`watermarks`](watermarks.py)) and numbers of
lines ([`line_numbers`](line_numbers.py)) go before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from pipeline.document.reasons import Reason, Verdict, left_out
from pipeline.readers.pdf.grid import merged
from pipeline.readers.pdf.line_numbers import line_numbers
from pipeline.readers.pdf.line_parts import GUTTER
from pipeline.readers.pdf.lines import Line, LineMaker
from pipeline.readers.pdf.margins import ZONE, Margins
from pipeline.readers.pdf.marks import BoxLocator, Marks, Page, Rule, Run, Tagged
from pipeline.readers.pdf.notes import marks_on, notes_among, own_mark
from pipeline.readers.pdf.running_titles import running_titles
from pipeline.readers.pdf.settings import Ems, Points
from pipeline.readers.pdf.watermarks import watermarks

# Rules and text that touch something lie no further from it than this, in points.
_TOUCHING: Points = 1.5
# The frame of a header lies no further from its text than this many points.
_PADDING: Points = 30.0
# A line below a row of heads is no further from their baseline than this.
_BELOW: Ems = 1.6

# Elements of the tag tree that say where their text belongs.
_PLACED = frozenset(
    ("Table", "Note", "FENote", "Title", "H", *(f"H{level}" for level in range(1, 7)))
)

RUNNING, WATERMARK, NUMBERS = "page furniture", "watermark", "line numbers"
_WHY = {
    RUNNING: "lines run in the margins",
    WATERMARK: "words are printed over what stands there",
    NUMBERS: "numbers stand left of every line",
}


@dataclass(frozen=True, slots=True)
class Repeated:
    """The marks without what repeats, and the runs of that by kind and page number."""

    marks: Marks
    runs: dict[tuple[str, int], tuple[Run, ...]]

    def lines(self, maker: LineMaker) -> Iterator[tuple[str, int, Line]]:
        """(kind, page number, line) of all that was taken, page by page."""
        for (kind, number), runs in sorted(self.runs.items(), key=lambda entry: entry[0][::-1]):
            for line in maker.lines(runs, number):
                yield kind, number, line

    def reasons(self, lines: Iterable[tuple[str, int, Line]]) -> Iterator[Reason]:
        """Why each of the lines that were taken is no content."""
        pages = Counter(kind for kind, _ in self.runs)
        for kind, _, line in lines:
            why = f"{_WHY[kind]}, on {pages[kind]} of {len(self.marks.pages)} pages"
            yield from left_out(line.text, Verdict(True, why))


def without_repeated(marks: Marks) -> Repeated:
    """The marks of a document's pages without running lines, their frames, and watermarks."""
    taken: dict[tuple[str, int], tuple[Run, ...]] = {}
    pages = list(marks.pages)
    for kind, runs_of in ((WATERMARK, watermarks), (NUMBERS, line_numbers)):
        gone = runs_of(pages, marks.glyphs)
        taken.update(((kind, number), tuple(runs)) for number, runs in gone.items())
        pages = [_without_runs(page, gone.get(page.number, ())) for page in pages]
    running = _running(pages, marks)
    for n, page in enumerate(pages):
        if lines := running.get(page.number):
            runs = _runs_of(lines, page)
            taken[RUNNING, page.number] = tuple(runs)
            pages[n] = _without_frames(_without_runs(page, runs), lines)
    return Repeated(replace(marks, pages=tuple(pages)), taken)


def _without_runs(page: Page, gone: Sequence[Run]) -> Page:
    if not gone:
        return page
    starts = {run.start for run in gone}
    return replace(page, runs=tuple(run for run in page.runs if run.start not in starts))


def _runs_of(lines: Sequence[Line], page: Page) -> list[Run]:
    """The runs of a page that lines are made of."""
    origins = {origin for line in lines for origin in line.text.origins}
    return [run for run in page.runs if not origins.isdisjoint(range(run.start, run.end))]


# Running lines.


def _running(pages: Sequence[Page], marks: Marks) -> dict[int, list[Line]]:
    """The lines of each page that run in its margins, by page number."""
    # Not the maker of the document: what that one drops is counted.
    maker = LineMaker(marks.glyphs)
    found = {page.number: maker.lines(_marginal(page), page.number) for page in pages}
    heights = {page.number: page.height for page in pages}
    margins = Margins.of(chain.from_iterable(found.values()), heights)
    fixed = _placed_by_tags(marks.tags)
    titles = running_titles(found, pages, maker)
    heads = _Heads(maker, pages)
    running: dict[int, list[Line]] = {}
    locator = BoxLocator.of(marks)
    for page in pages:
        candidates = []
        for line in found[page.number]:
            tags = _tags_of(line, locator)
            # Where text is tagged, a number by itself is a value unless it runs.
            runs = margins.runs(line) if tags else margins.is_furniture(line)
            if (runs or line in titles) and not any((page.number, tag) in fixed for tag in tags):
                candidates.append(line)
        others = [line for line in found[page.number] if line not in candidates]
        own = [
            line
            for line in candidates
            if not _hangs_together(line, page, others) and not heads.are(line, page, candidates)
        ]
        notes = _notes(own, page, maker)
        if own := [line for line in own if line not in notes]:
            running[page.number] = own
    return running


def _marginal(page: Page) -> list[Run]:
    """The visible upright runs that stand in the margins of a page."""
    low, high = ZONE * page.height, (1 - ZONE) * page.height
    return [run for run in page.upright if run.top < low or run.bottom > high]


def _notes(running: Sequence[Line], page: Page, maker: LineMaker) -> list[Line]:
    """Those of running lines that a mark on the page refers to; a table may have one again."""
    foot = [line for line in running if line.top > (1 - ZONE) * page.height]
    if not any(own_mark(line) for line in foot):
        return []
    return notes_among(foot, marks_on(maker.lines(page.upright, page.number)))


def _placed_by_tags(node: Tagged | None) -> set[tuple[int, int]]:
    """The marked content, as (page, id), that stands in tables or headings by its tags."""
    found: set[tuple[int, int]] = set()
    stack: list[tuple[Tagged, bool]] = [(node, False)] if node is not None else []
    while stack:
        element, inside = stack.pop()
        inside = inside or element.kind in _PLACED
        for kid in element.kids:
            if isinstance(kid, Tagged):
                stack.append((kid, inside))
            elif inside:
                found.add(kid)
    return found


def _tags_of(line: Line, locator: BoxLocator) -> set[int]:
    """The ids of the marked contents of a line; those of artifacts are none."""
    runs = (locator.run(origin)[1] for origin in line.text.origins if origin >= 0)
    return {run.tag for run in runs if run.tag >= 0 and not run.artifact}


def _hangs_together(line: Line, page: Page, others: Sequence[Line]) -> bool:
    """Whether a line stands in a ruled table with text that does not run.

    An upright line between texts beside it goes on beside such a text.
    """
    low, high = ZONE * page.height, (1 - ZONE) * page.height
    for rule in page.rules:
        if rule.level or rule.start > line.bottom or rule.end < line.top:
            continue
        leaves = rule.start < high and rule.end > low
        beside = any(rule.start < other.baseline < rule.end for other in others)
        if (leaves or beside) and _is_between(rule, page):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Heads:
    """Tells heads of columns, which a table may repeat on each page, from running lines.

    Where they stand first they are heads; what is printed again says nothing more.
    """

    maker: LineMaker
    pages: Sequence[Page]
    known: dict[str, bool] = field(default_factory=dict)

    def are(self, line: Line, page: Page, running: Sequence[Line]) -> bool:
        """Whether the parts of a line begin where those of others below it on its page do.

        Those that run as well say nothing.
        """
        starts = _starts(line)
        if len(starts) < 2 or line.bottom > ZONE * page.height:
            return False
        if line.chars not in self.known:
            others = _without_runs(page, _runs_of(running, page)).runs
            runs = [run for run in others if not run.hidden and run.top > line.bottom - _TOUCHING]
            self.known[line.chars] = self._stand_over_columns(runs, starts, page)
        if not self.known[line.chars]:
            return False
        return _is_ruled(line, page) or not self._stood_before(line)

    def _stood_before(self, line: Line) -> bool:
        """Whether all words of a line stand together on a page before its own."""
        words = set(line.chars.split())
        chars = self.maker.glyphs.chars
        for page in self.pages[: line.page - 1]:
            seen = {
                word
                for run in page.runs
                for word in "".join(chars[run.start : run.end]).split()
                if not run.hidden
            }
            if words <= seen and self._has(page, line):
                return True
        return False

    def _has(self, page: Page, line: Line) -> bool:
        """Whether a page has a line of the same words."""
        return any(other.chars == line.chars for other in self.maker.lines(page.runs, page.number))

    def _stand_over_columns(self, runs: Sequence[Run], starts: Sequence[float], page: Page) -> bool:
        columns = {
            round(x) for below in self.maker.lines(runs, page.number) for x in _starts(below)
        }
        return all(columns & {round(x) - 1, round(x), round(x) + 1} for x in starts)


def _is_ruled(line: Line, page: Page) -> bool:
    """Whether a level line below a line shows it to be a row of a table."""
    return any(
        rule.level
        and 0 < rule.at - line.baseline < _BELOW * line.size
        and rule.start <= line.x0 + _TOUCHING
        and rule.end >= line.x1 - _TOUCHING
        for rule in merged(page.rules)
    )


def _starts(line: Line) -> list[float]:
    """Where the parts of a line begin that wide gaps part."""
    wide = (after for _, before, after in line.gutters if after - before > GUTTER * line.size)
    return [line.x0, *wide]


def _is_between(rule: Rule, page: Page) -> bool:
    """Whether texts stand on both sides of an upright line."""
    beside = [run for run in page.runs if rule.start < run.baseline < rule.end and not run.hidden]
    return any(run.x1 <= rule.at + _TOUCHING for run in beside) and any(
        run.x0 >= rule.at - _TOUCHING for run in beside
    )


def _without_frames(page: Page, lines: Sequence[Line]) -> Page:
    """A page of which running lines were taken, without the rules, shades and dots around them."""
    content = [run for run in page.runs if not run.hidden]
    first = min((run.top for run in content), default=page.height)
    last = max((run.bottom for run in content), default=0.0)
    above = [line for line in lines if line.bottom <= first + line.size]
    below = [line for line in lines if line not in above and line.top >= last - line.size]
    top, bottom = float("-inf"), float("inf")
    if above:
        lowest = max(line.bottom for line in above)
        top = _frame_end(page, lowest, first, downwards=True)
    if below:
        highest = min(line.top for line in below)
        bottom = _frame_end(page, highest, last, downwards=False)

    return page.with_drawing(lambda box: box[3] > top + _TOUCHING and box[1] < bottom - _TOUCHING)


def _frame_end(page: Page, edge: float, content: float, *, downwards: bool) -> float:
    """Where the frame of running lines ends on the side of the content.

    `edge` is where their text ends there, `content` where other text begins. The nearest level
    line between belongs to them unless only the content's upright lines meet it.
    """
    sign = 1 if downwards else -1
    levels = sorted(
        (rule.at for rule in page.rules if rule.level and edge * sign <= rule.at * sign),
        key=lambda at: at * sign,
    )
    nearest = next(iter(levels), None)
    if nearest is None or nearest * sign > min(content * sign, edge * sign + _PADDING):
        return edge
    uprights = [rule for rule in page.rules if not rule.level]
    near, far = ("end", "start") if downwards else ("start", "end")
    own = any(abs(getattr(rule, near) - nearest) <= _TOUCHING for rule in uprights)
    foreign = any(abs(getattr(rule, far) - nearest) <= _TOUCHING for rule in uprights)
    return edge if foreign and not own else nearest
