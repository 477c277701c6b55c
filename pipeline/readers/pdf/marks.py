"""What an engine hands on of a PDF: the marks on its pages, in the words of no library.

All measures are points; the origin is the top left corner of the page as it is shown
(its rotation applied), so that y grows downwards.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress, pairwise

from pipeline.core.diagnostics import Place
from pipeline.readers.pdf.settings import Share

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom."""
Colour = tuple[float, float, float]
"""Red, green and blue, from 0 to 1."""

# Of the lower one of two boxes: letters of one line share more than that, raised ones too.
_SHARED_HEIGHT: Share = 0.5

# Why a reader of the page does not see a run.
INVISIBLE, OFF_PAGE = "invisible text", "text off the page"
WHITE_TEXT, LIKE_ITS_GROUND = "white text", "text in the colour of its ground"
COVERED, CLIPPED = "covered text", "text outside its clip"
STRUCK, WITHOUT_SIZE = "struck-through text", "text without size"
SWITCHED_OFF = "switched-off layer"


@dataclass(slots=True)
class Glyphs:
    """All glyphs of a document in the order they are drawn; a glyph's number is its origin.

    `chars[n]` is the text of a glyph: mostly one character, more for a ligature,
    none where its code has no meaning that is known.
    """

    chars: list[str] = field(default_factory=list)
    x0: list[float] = field(default_factory=list)
    x1: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs `start` to `end` (exclusive), drawn one after the other on one baseline.

    `direction` is the angle that the text is read at, clockwise, in quarter turns;
    for a turned run `x0`, `x1`, `top`, `bottom` and `baseline` are measured in the page
    turned back, so that it reads like any other. `style` is a sum of `BOLD` and `ITALIC`.
    `tag` is the id of its marked content on its page, -1 for none; `hidden` tells why a
    reader of the page does not see it, and is empty where one does. `askew` tells that the text
    is at an angle that is no quarter turn; `direction` is the nearest one, and it is measured
    along its own line. `field` tells that a form field shows it, above the page.
    """

    start: int
    end: int
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    style: int
    direction: int = 0
    tag: int = -1
    artifact: bool = False
    hidden: str = ""
    askew: bool = False
    field: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight drawn line, upright or level, or one edge of a filled area.

    `at` is its y when level, its x when upright; it reaches from `start` to `end`.
    """

    level: bool
    at: float
    start: float
    end: float

    @property
    def box(self) -> Box:
        """Where it lies, as a box without width or height."""
        if self.level:
            return (self.start, self.at, self.end, self.at)
        return (self.at, self.start, self.at, self.end)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its runs, rules, filled areas (`shades`) and small filled shapes (`dots`).

    `fault` tells why the engine did not get to its end; the marks are those before it.
    `shade_colours` are those of the shades, in their order, None for a pattern or a mixture that
    is not known (and () where nobody knows any); `white_rules` are lines and thin areas in white
    on a coloured ground, which part what is shaded as rules do.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[Rule, ...]
    shades: tuple[Box, ...]
    dots: tuple[Box, ...]
    has_images: bool
    size_is_assumed: bool = False
    fault: str = ""
    shade_colours: tuple[Colour | None, ...] = ()
    white_rules: tuple[Rule, ...] = ()

    @property
    def upright(self) -> list[Run]:
        """The runs that a reader of the page sees without turning it."""
        return [run for run in self.runs if not (run.hidden or run.direction)]

    def with_drawing(self, holds: Callable[[Box], bool]) -> Page:
        """The page with what is drawn in such places alone: its runs stay."""
        shades = [holds(box) for box in self.shades]
        return replace(
            self,
            rules=tuple(rule for rule in self.rules if holds(rule.box)),
            white_rules=tuple(rule for rule in self.white_rules if holds(rule.box)),
            shades=tuple(compress(self.shades, shades)),
            shade_colours=tuple(compress(self.shade_colours, shades)),
            dots=tuple(filter(holds, self.dots)),
        )


@dataclass(frozen=True, slots=True)
class Tagged:
    """An element of the tag tree: its standard type, its children, its marked content.

    `content` holds (page number, id) for each marked content that stands directly in it,
    in `kids` order: kids are elements or such pairs. `colspan` and `rowspan` count from 1.
    """

    kind: str
    kids: tuple[Tagged | tuple[int, int], ...]
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of a document.

    `tags` is the root of its tag tree, None where it has none; `tag_fault` tells why the
    tree that it has could not be read. `complaints` counts what the engine found damaged and
    read on without, and `complaint` says what came first.
    """

    pages: tuple[Page, ...]
    glyphs: Glyphs
    tags: Tagged | None
    tag_fault: str = ""
    complaints: int = 0
    complaint: str = ""

    def chars(self, page: Page) -> str:
        """All characters of a page, in the order they are drawn."""
        glyphs = self.glyphs.chars
        return "".join("".join(glyphs[run.start : run.end]) for run in page.runs)


@dataclass(frozen=True, slots=True)
class BoxLocator:
    """Numbers of glyphs to pages and boxes."""

    glyphs: Glyphs
    starts: Sequence[int]
    runs: Sequence[tuple[Page, Run]]

    @classmethod
    def of(cls, marks: Marks) -> BoxLocator:
        """The locator of a document's marks."""
        runs = [(page, run) for page in marks.pages for run in page.runs]
        runs.sort(key=lambda pair: pair[1].start)
        return cls(marks.glyphs, [run.start for _, run in runs], runs)

    def places(self, origins: Sequence[int]) -> tuple[Place, ...]:
        """One place a line on which the stretch has glyphs."""
        found: list[Place] = []
        boxes = self._boxes(origins)
        number, box = next(boxes)
        for page, other in boxes:
            if page == number and _on_one_line(box, other):
                box = _around(box, other)
            else:
                found.append(_place(number, box))
                number, box = page, other
        found.append(_place(number, box))
        return tuple(found)

    def run(self, origin: int) -> tuple[Page, Run]:
        """The run of a glyph, and its page."""
        return self.runs[bisect_right(self.starts, origin) - 1]

    def _boxes(self, origins: Sequence[int]) -> Iterator[tuple[int, Box]]:
        """(page number, box) of each stretch that lies in one run, in their order."""
        for stretch in _ascending(origins):
            at = 0
            while at < len(stretch):
                page, run = self.run(stretch[at])
                end = bisect_left(stretch, run.end, at + 1)
                x0, x1 = self.glyphs.x0[stretch[at]], self.glyphs.x1[stretch[end - 1]]
                box = (x0, run.top, max(x1, x0), run.bottom)
                if run.direction:
                    box = turned(box, run.direction, page.width, page.height)
                yield page.number, box
                at = end


def _ascending(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """Numbers, parted where they fall: mostly nowhere."""
    if list(numbers) == sorted(numbers):
        yield numbers
        return
    start = 0
    for n, (before, number) in enumerate(pairwise(numbers), 1):
        if number < before:
            yield numbers[start:n]
            start = n
    yield numbers[start:]


def turned(box: Box, direction: int, width: float, height: float) -> Box:
    """A box measured in a page turned back by `direction` quarters, on the page as shown."""
    x0, top, x1, bottom = box
    if direction == 1:
        return (width - bottom, x0, width - top, x1)
    if direction == 2:
        return (width - x1, height - bottom, width - x0, height - top)
    if direction == 3:
        return (top, height - x1, bottom, height - x0)
    return box


def turned_back(
    direction: int, x: float, y: float, width: float, height: float
) -> tuple[float, float]:
    """A point as it lies in the page turned back by that many quarters."""
    if direction == 1:
        return y, width - x
    if direction == 2:
        return width - x, height - y
    if direction == 3:
        return height - y, x
    return x, y


def _on_one_line(box: Box, other: Box) -> bool:
    overlap = min(box[3], other[3]) - max(box[1], other[1])
    return overlap > _SHARED_HEIGHT * min(box[3] - box[1], other[3] - other[1])


def _around(box: Box, other: Box) -> Box:
    return (
        min(box[0], other[0]),
        min(box[1], other[1]),
        max(box[2], other[2]),
        max(box[3], other[3]),
    )


def _place(page: int, box: Box) -> Place:
    x0, top, x1, bottom = box
    return Place(page=page, box=(round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)))
