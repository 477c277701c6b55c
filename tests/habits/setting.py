"""A print set on pages: every line with its place, every piece of a row with its box.

Nothing is drawn here. What a producer's habit is about (rules, shades, tags, how glyphs are shown)
comes after, over the places that are worked out here. Places are in points from the upper left
corner of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tests.habits.breaking import Breaking, broken
from tests.habits.fonts import Embedded, Face, Standard, width
from tests.habits.profiles import Items, Print, Row, Text


@dataclass(frozen=True, slots=True)
class Family:
    """The four faces of a font family."""

    regular: Face
    bold: Face
    italic: Face

    def face(self, style: str) -> Face:
        return {"r": self.regular, "b": self.bold, "i": self.italic}[style]


HELVETICA = Family(Standard("Helvetica"), Standard("Helvetica-Bold"), Standard("Helvetica-Oblique"))
TIMES = Family(Standard("Times-Roman"), Standard("Times-Bold"), Standard("Times-Italic"))
COURIER = Family(Standard("Courier"), Standard("Courier-Bold"), Standard("Courier-Oblique"))


def embedded(stem: str, ligatures: bool = False, swapped: bool = False) -> Family:
    """A family of the machine: a path with a place for the style."""
    names = {
        "carlito": ("crosextra/Carlito-Regular.ttf", "-Bold", "-Italic"),
        "sans": ("liberation/LiberationSans-Regular.ttf", "-Bold", "-Italic"),
        "serif": ("liberation/LiberationSerif-Regular.ttf", "-Bold", "-Italic"),
        "narrow": ("liberation/LiberationSansNarrow-Regular.ttf", "-Bold", "-Italic"),
        "dejavu": ("dejavu/DejaVuSans.ttf", "-Bold", "-Oblique"),
        "dejavu-serif": ("dejavu/DejaVuSerif.ttf", "-Bold", "-Italic"),
    }
    regular, bold, italic = names[stem]
    base = regular.removesuffix(".ttf").removesuffix("-Regular")
    faces = (regular, f"{base}{bold}.ttf", f"{base}{italic}.ttf")
    return Family(*(Embedded(file, ligatures, swapped) for file in faces))


@dataclass(frozen=True, slots=True)
class Bullet:
    """The sign of a list: its text, the face that shows it (None: that of the text)."""

    sign: str = "•"
    face: Face | None = None
    size: float = 1.0
    indent: float = 10
    hang: float = 10


@dataclass(frozen=True, slots=True)
class Look:
    """How a print is set. Measures in points; `pads` are left/right, top and bottom of a cell."""

    family: Family = HELVETICA
    size: float = 10
    leading: float = 12.5
    page: tuple[float, float] = (595, 842)
    left: float = 68
    top: float = 64
    bottom: float = 70
    label: float = 140
    value: float = 320
    pads: tuple[float, float, float] = (5, 3, 4)
    paragraph_gap: float = 5
    row_gap: float = 0
    bullet: Bullet = field(default_factory=Bullet)
    second_bullet: Bullet = field(default_factory=lambda: Bullet("o", indent=22))
    label_style: str = "b"
    label_leading: float = 0
    breaking: Breaking = field(default_factory=Breaking)
    whole_rows: bool = False
    label_fits: Callable[[list[float], float], bool] | None = None
    label_aligned: str = "left"
    label_wraps: bool = True
    values_below: bool = False
    uneven: tuple[float, ...] = ()
    title_size: float = 15
    heading_size: float = 12
    table_gap: float = 10
    heading_room: float = 60
    justified: bool = False
    prefix: str = ""

    def but(self, **changes: object) -> Look:
        """The same look with other settings."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line in one face, from its left edge."""

    x: float
    text: str
    face: Face
    size: float
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its runs, its baseline, and what it belongs to.

    `part` is title, heading, label or value; `block` and `item` count paragraphs of a cell and
    items of a list (-1 outside one); `wraps` tells that the paragraph goes on in the next line.
    """

    runs: tuple[Run, ...]
    y: float
    part: str
    style: str = "r"
    block: int = 0
    item: int = -1
    marker: bool = False
    wraps: bool = False
    right: float = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def left(self) -> float:
        return self.runs[0].x

    def moved(self, x: float, y: float) -> Line:
        runs = tuple(replace(run, x=run.x + x) for run in self.runs)
        return replace(self, runs=runs, y=self.y + y, right=self.right + x)


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a row that stands on one page: `edges` of its columns, `begins` and `ends`
    the row."""

    table: int
    row: int
    heading: bool
    edges: tuple[float, ...]
    top: float
    bottom: float
    lines: tuple[Line, ...]
    begins: bool = True
    ends: bool = True

    def part(self, name: str) -> list[Line]:
        return [line for line in self.lines if line.part == name]


@dataclass(slots=True)
class Page:
    """What stands on a page: lines outside tables, and pieces of rows, in order."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def tables(self) -> list[list[Piece]]:
        """The pieces of each table."""
        found: dict[int, list[Piece]] = {}
        for piece in self.pieces:
            found.setdefault(piece.table, []).append(piece)
        return list(found.values())

    def all_lines(self) -> list[Line]:
        return [*self.lines, *(line for piece in self.pieces for line in piece.lines)]


class Doubt(ValueError):
    """A paragraph that ends at a page's end so full that nobody could tell whether it ends."""


def placed(prints: tuple[Print, ...], look: Look) -> list[Page]:
    """The pages of one or more prints, one after the other."""
    return _Setter(look).all(prints)


_SEEN = 0.16  # of the leading: room between paragraphs that a reader sees
_LOWER = 3.0  # points
_TRIES = 12


def settled(prints: tuple[Print, ...], look: Look) -> list[Page]:
    """The pages, begun lower where a page end would leave a doubt that no reader could settle."""
    for n in range(_TRIES):
        try:
            return placed(prints, look.but(top=look.top + n * _LOWER))
        except Doubt:
            continue
    raise Doubt(f"every page end leaves a doubt from {look.top} on")


Parted = tuple[list[Line], list[Line]]


class _Setter:
    def __init__(self, look: Look) -> None:
        self.look = look
        self.pages = [Page()]
        self.y = look.top
        self.table = 0
        self.heading = 0

    def all(self, prints: tuple[Print, ...]) -> list[Page]:
        for number, one in enumerate(prints):
            if number:
                self.turn()
            self.outside(one.title, "title", self.look.title_size)
            for section in one.sections:
                self.outside(section.heading, "heading", self.look.heading_size)
                for rows in section.tables:
                    self.rows(rows)
        return self.pages

    @property
    def end(self) -> float:
        return self.look.page[1] - self.look.bottom

    def turn(self) -> None:
        self.pages.append(Page())
        self.y = self.look.top

    def outside(self, text: str, part: str, size: float) -> None:
        look = self.look
        if self.y + look.heading_room > self.end:
            self.turn()
        room = look.label + look.value
        style = "b"
        self.y += 0 if self.y == look.top else 8
        for words in broken(text, look.family.face(style), size, room, look.breaking):
            run = _run(look.left, words, look.family.face(style), size)
            self.y += size * 1.2
            right = look.left + room
            self.pages[-1].lines.append(
                Line((run,), self.y, part, style, self.heading, right=right)
            )
        self.heading += 1
        self.y += size * 0.6

    def rows(self, rows: tuple[Row, ...]) -> None:
        for number, row in enumerate(rows):
            self.row(row, number)
        self.table += 1
        self.y += self.look.table_gap

    def row(self, row: Row, number: int) -> None:
        look = self.look
        labels = list(self.label_lines(row))
        values = list(value_lines(row, look))
        if look.values_below and labels:
            values = [line.moved(0, labels[-1].y - look.size + look.leading) for line in values]
        begins = True
        while labels or values or begins:
            if begins and self.waits(row, labels, values):
                self.turn()
                continue
            (now_labels, labels), (now_values, values) = self.cut(labels, values, begins)
            self.check(now_values, values)
            self.piece(row, number, (now_labels, now_values), begins, not labels and not values)
            labels, values, begins = _from_top(labels, look), _from_top(values, look), False
            if labels or values:
                self.turn()

    @property
    def room(self) -> float:
        return self.end - self.y - self.look.pads[1] - self.look.pads[2]

    def waits(self, row: Row, labels: list[Line], values: list[Line]) -> bool:
        """Whether a row begins on the next page only."""
        if self.y <= self.look.top:
            return False
        if row.is_heading:
            return self.room < 4 * self.look.leading
        if self.look.whole_rows and _height(labels, values) + self.look.size / 4 > self.room:
            return True
        return not self.parted(values, self.room)[0]

    def cut(self, labels: list[Line], values: list[Line], begins: bool) -> tuple[Parted, Parted]:
        """What of a row stands on this page, and what is left."""
        below, fits = self.parted(values, self.room), self.look.label_fits
        if fits and begins and below[1] and not fits([line.y for line in labels], self.room):
            return ([], labels), below
        return self.parted(labels, self.room), below

    def piece(self, row: Row, number: int, lines: Parted, begins: bool, ends: bool) -> None:
        look = self.look
        across, above, below = look.pads
        edges: tuple[float, ...] = (look.left, look.left + look.label + look.value)
        starts = (look.left + across, look.left + look.label + across)
        if not row.is_heading:
            edges = (edges[0], look.left + look.label, edges[1])
        bottom = self.y + above + _height(*lines) + look.size / 4 + below
        moved = tuple(
            line.moved(x, self.y + above)
            for x, part in zip(starts, lines, strict=True)
            for line in part
        )
        self.pages[-1].pieces.append(
            Piece(self.table, number, row.is_heading, edges, self.y, bottom, moved, begins, ends)
        )
        self.y = bottom + look.row_gap

    def parted(self, lines: list[Line], room: float) -> Parted:
        fit = [line for line in lines if line.y + self.look.size * 0.25 <= room]
        return fit, lines[len(fit) :]

    def check(self, now: list[Line], later: list[Line]) -> None:
        """Where a page ends, or no room parts paragraphs, the last line must tell that one ends."""
        if self.look.paragraph_gap < _SEEN * self.look.leading:
            for one, two in pairwise(now):
                self.told(one, two)
        if now and later:
            self.told(now[-1], later[0])

    def told(self, one: Line, two: Line) -> None:
        """The first word of the next paragraph would have fitted."""
        if one.wraps or two.marker or one.style != two.style:
            return
        last, later = one.runs[-1], two
        word = later.runs[0].text.split(" ")[0]
        if last.x + last.width + width(last.face, " " + word, last.size) > one.right:
            raise Doubt(f"end after {one.text!r}")

    def label_lines(self, row: Row) -> Iterator[Line]:
        look = self.look
        room = look.label - 2 * look.pads[0]
        if row.is_heading:
            room += look.value
        elif not look.label_wraps:
            room = 1000
        face = look.family.face(look.label_style)
        y = look.size
        for words in broken(row.label, face, look.size, room, look.breaking):
            run = _run(0, words, face, look.size)
            if look.label_aligned == "right" and not row.is_heading:
                run = replace(run, x=room - run.width)
            yield Line((run,), y, "label", look.label_style, right=room)
            y += look.label_leading or look.leading


def value_lines(row: Row, look: Look) -> Iterator[Line]:
    """The lines of a value from the upper left corner of its room."""
    y = look.size - look.leading
    count = 0
    for block, what in enumerate(row.value):
        y += look.paragraph_gap if block else 0
        for line in _paragraph(what, look) if isinstance(what, Text) else _listed(what, look):
            y += look.leading + (look.uneven[count % len(look.uneven)] if look.uneven else 0)
            count += 1
            yield replace(line, y=y, block=block)


def _paragraph(what: Text, look: Look) -> Iterator[Line]:
    room = look.value - 2 * look.pads[0]
    face = look.family.face(what.style)
    lines = broken(what.text, face, look.size, room, look.breaking)
    for number, words in enumerate(lines):
        run = _run(0, words, face, look.size)
        yield Line((run,), 0, "value", what.style, wraps=number + 1 < len(lines), right=room)


def _listed(what: Items, look: Look) -> Iterator[Line]:
    number = 0
    for item in what.items:
        text, below = (item, ()) if isinstance(item, str) else item
        sign = f"{number + 1}." if what.numbered else look.bullet.sign
        yield from _item(text, sign, look.bullet, look, number, what.numbered)
        number += 1
        for inner in below:
            sign = look.second_bullet.sign
            yield from _item(inner, sign, look.second_bullet, look, number, numbered=False)
            number += 1


def _item(
    text: str, sign: str, bullet: Bullet, look: Look, number: int, numbered: bool
) -> Iterator[Line]:
    face = look.family.regular
    start = bullet.indent + max(bullet.hang, 1.8 * look.size if numbered else 0)
    right = look.value - 2 * look.pads[0]
    room = right - start
    lines = broken(text, face, look.size, room, look.breaking)
    for at, words in enumerate(lines):
        runs = [_run(start, words, face, look.size)]
        if at == 0:
            own = bullet.face if bullet.face and not numbered else face
            runs.insert(0, _run(bullet.indent, sign, own, look.size * bullet.size))
        yield Line(tuple(runs), 0, "value", "r", 0, number, at == 0, at + 1 < len(lines), right)


def _run(x: float, text: str, face: Face, size: float) -> Run:
    return Run(x, text, face, size, width(face, text, size))


def _from_top(lines: list[Line], look: Look) -> list[Line]:
    if not lines:
        return []
    up = lines[0].y - look.size
    return [replace(line, y=line.y - up) for line in lines]


def _height(labels: list[Line], values: list[Line]) -> float:
    return max([line.y for line in (*labels, *values)] or [0])
