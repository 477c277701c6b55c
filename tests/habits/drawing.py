"""From places to a file: shades, rules, words and tags as a producer draws them.

`Hand` says how: each of its steps is a function of the page and its canvas, and a habit changes
one of them. What is the same for all (fonts, pages, the tree of tags) is here once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from tests.habits.canvas import BLACK, Canvas, Colour
from tests.habits.file import File, Sheet, numbers
from tests.habits.fonts import Face, Mixed, Spaced, width
from tests.habits.profiles import Print
from tests.habits.setting import Line, Look, Page, Piece, Run, settled
from tests.habits.tags import Tags, label_path, tag_path

Step = Callable[[Canvas, Page, "Hand"], None]
ShowRun = Callable[[Canvas, Run, Line, "Hand"], None]
Around = Callable[[Canvas, int, int, "Hand"], None]


def black(line: Line) -> Colour:
    """The colour of most texts."""
    return BLACK


@dataclass(frozen=True, slots=True)
class Hand:
    """How a producer draws. `before` and `after` draw on each page, below and above its content."""

    rules: Step | None = None
    shades: Step | None = None
    show: ShowRun | None = None
    ink: Callable[[Line], Colour] = black
    before: tuple[Around, ...] = ()
    after: tuple[Around, ...] = ()
    rules_last: bool = False
    tagged: bool = False
    over_pages: bool = True
    label_role: str = "TD"
    retag: Callable[[Tags], None] | None = None
    tag_word: str = ""
    cut: Callable[[list[str]], list[bytes]] | None = None
    sheets: Callable[[File, list[Sheet]], list[Sheet]] | None = None
    compressed: bool = False
    count: int | None = None
    form: Callable[[File, list[int]], str] | None = None
    producer: str = "habits"
    fallback_last: bool = False
    order: Callable[[list[Line]], list[Line]] | None = None

    def but(self, **changes: object) -> Hand:
        """The same hand with other steps."""
        return replace(self, **changes)  # type: ignore[arg-type]


def document(prints: tuple[Print, ...], look: Look, hand: Hand) -> bytes:
    """The PDF of prints in a look by a hand."""
    pages = settled(prints, look)
    return drawn(pages, look.page, hand)


def drawn(pages: list[Page], size: tuple[float, float], hand: Hand) -> bytes:
    """The PDF of pages whose places are known."""
    for page in pages:
        legible(page)
    file = File(hand.compressed)
    fonts: dict[Face, dict[int, str]] = {}
    tags = Tags()
    sheets = []
    for number, page in enumerate(pages):
        canvas = Canvas(*size, fonts)
        _page(canvas, page, number, len(pages), hand, tags if hand.tagged else None)
        cut = hand.cut(canvas.tokens) if hand.cut else [canvas.content()]
        sheets.append(Sheet(cut, (0, 0, *size), objects=canvas.objects))
    listed = " ".join(
        f"/F{n} {face.written(file, used)} 0 R" for n, (face, used) in enumerate(fonts.items())
    )
    file.fonts = f"/Font << {listed} >>"
    if hand.sheets:
        sheets = hand.sheets(file, sheets)
    if hand.retag:
        hand.retag(tags)
    return _file(file, sheets, tags if hand.tagged else None, hand)


class Overprinted(ValueError):
    """Two texts at one place: nobody could read them."""


def legible(page: Page) -> None:
    """Refuses a page on which two texts of one height overlap."""
    runs = sorted(
        ((line.y, run) for line in page.all_lines() for run in line.runs),
        key=lambda pair: (pair[0], pair[1].x),
    )
    for (y, one), (other_y, other) in pairwise(runs):
        if other_y - y < one.size / 2 and one.x < other.x < one.x + one.width - 0.5:
            raise Overprinted(f"{one.text!r} and {other.text!r}")


def _page(canvas: Canvas, page: Page, number: int, of: int, hand: Hand, tags: Tags | None) -> None:
    for around in hand.before:
        _aside(canvas, tags, partial(around, canvas, number, of, hand))
    if hand.shades:
        _aside(canvas, tags, lambda: hand.shades and hand.shades(canvas, page, hand))
    if hand.rules and not hand.rules_last:
        _aside(canvas, tags, lambda: hand.rules and hand.rules(canvas, page, hand))
    _lines(canvas, page, number, hand, tags)
    if hand.rules and hand.rules_last:
        _aside(canvas, tags, lambda: hand.rules and hand.rules(canvas, page, hand))
    for around in hand.after:
        _aside(canvas, tags, partial(around, canvas, number, of, hand))


def _aside(canvas: Canvas, tags: Tags | None, draw: Callable[[], object]) -> None:
    """What is no content: an artifact, where there are tags."""
    if tags is None:
        draw()
        return
    with canvas.marked("Artifact"):
        draw()


def _lines(canvas: Canvas, page: Page, number: int, hand: Hand, tags: Tags | None) -> None:
    owners: list[tuple[Line, Piece | None]] = [(line, None) for line in page.lines]
    owners += [(line, piece) for piece in page.pieces for line in piece.lines]
    owners.sort(key=lambda pair: pair[1].top if pair[1] else pair[0].y)
    if hand.order:
        wanted = hand.order([line for line, _ in owners])
        of = {id(line): piece for line, piece in owners}
        owners = [(line, of[id(line)]) for line in wanted]
    for line, piece in owners:
        for part, runs in _parts(line):
            if tags is None:
                _show(canvas, runs, line, hand)
                continue
            if piece and not piece.begins and not hand.over_pages:
                tags.cell(label_path(piece, number, hand.label_role))
            path = tag_path(line, piece, number, part, hand.label_role, hand.over_pages)
            with canvas.marked(hand.tag_word or path[-1][0], tags.mark(number, path)):
                _show(canvas, runs, line, hand)


def _parts(line: Line) -> list[tuple[str, tuple[Run, ...]]]:
    if line.marker:
        return [("Lbl", line.runs[:1]), ("LBody", line.runs[1:])]
    return [("", line.runs)]


def _show(canvas: Canvas, runs: tuple[Run, ...], line: Line, hand: Hand) -> None:
    simple = [part for run in runs for part in _simple(run)]
    if hand.fallback_last:
        main = [run.face for run in simple][:1]
        simple.sort(key=lambda run: run.face not in main)
    for run in simple:
        (hand.show or whole)(canvas, run, line, hand)


def _simple(run: Run) -> list[Run]:
    """A run in stretches of one face each."""
    if not isinstance(run.face, Mixed):
        return [run]
    found, x = [], run.x
    for face, text in run.face.parts(run.text):
        wide = width(face, text, run.size)
        found.append(replace(run, x=x, text=text, face=face, width=wide))
        x += wide
    return found


def whole(canvas: Canvas, run: Run, line: Line, hand: Hand) -> None:
    """A run in one string; letters that stand apart by a setting of the text."""
    if isinstance(run.face, Spaced):
        codes = canvas.codes(run.face.face, run.text)
        with canvas.kept():
            apart = (run.face.extra * run.size / 1000, "Tc")
            ink = hand.ink(line)
            canvas.string(run.x, line.y, run.face.face, run.size, codes, ink, apart)
        return
    canvas.text(run.x, line.y, run.face, run.size, run.text, hand.ink(line))


def by_word(canvas: Canvas, run: Run, line: Line, hand: Hand) -> None:
    """Each word in a string of its own, no blanks between."""
    x = run.x
    for n, word in enumerate(run.text.split(" ")):
        x += _wide(run, " ") if n else 0
        if word:
            canvas.text(x, line.y, run.face, run.size, word, hand.ink(line))
        x += _wide(run, word)


def by_glyph(canvas: Canvas, run: Run, line: Line, hand: Hand) -> None:
    """Each glyph placed on its own, blanks left out."""
    x = run.x
    face = run.face.face if isinstance(run.face, Spaced) else run.face
    for code, glyph in zip(run.face.codes(run.text), canvas.codes(face, run.text), strict=True):
        if code.text != " ":
            canvas.string(x, line.y, face, run.size, [glyph], hand.ink(line))
        x += code.width * run.size / 1000


def with_blank(canvas: Canvas, run: Run, line: Line, hand: Hand) -> None:
    """A run in one string, with a blank behind it where the paragraph goes on (Word)."""
    last = run is line.runs[-1] and line.wraps and not run.text.endswith(("-", "–", "/", "?"))
    canvas.text(run.x, line.y, run.face, run.size, run.text + " " * last, hand.ink(line))


def kerned(canvas: Canvas, run: Run, line: Line, hand: Hand) -> None:
    """Glyphs in one array with small corrections between them, as layout programs set them."""
    face = run.face.face if isinstance(run.face, Spaced) else run.face
    extra = run.face.extra if isinstance(run.face, Spaced) else 0
    canvas.put("BT", canvas.font_name(face), run.size, "Tf", *hand.ink(line), "rg")
    canvas.put(1, 0, 0, 1, run.x, canvas.height - line.y, "Tm", "[")
    for n, code in enumerate(canvas.codes(face, run.text)):
        digits = f"{code.number:0{2 * face.octets}X}"
        canvas.put(f"<{digits}>", (7, -4, 3, -9)[n % 4] - extra)
    canvas.put("]", "TJ", "ET")


def _wide(run: Run, text: str) -> float:
    return sum(code.width for code in run.face.codes(text)) * run.size / 1000


def _file(file: File, sheets: list[Sheet], tags: Tags | None, hand: Hand) -> bytes:
    above = file.reserve()
    pages = [file.reserve() for _ in sheets]
    for number, (own, sheet) in enumerate(zip(pages, sheets, strict=True)):
        objects = " ".join(f"/{name} {n} 0 R" for name, n in sheet.objects.items())
        entries = [
            f"/Type /Page /Parent {above} 0 R /MediaBox [{numbers(sheet.box)}]",
            f"/Resources << {file.fonts} /XObject << {objects} >>"
            " /ExtGState << /Half << /ca 0.5 /CA 0.5 >> >> >>",
        ]
        if sheet.content is not None:
            streams = " ".join(f"{file.stream(data)} 0 R" for data in sheet.content)
            entries.append(f"/Contents [{streams}]")
        if sheet.turn:
            entries.append(f"/Rotate {sheet.turn}")
        if sheet.annotations:
            entries.append(f"/Annots [{' '.join(sheet.annotations)}]")
        if tags is not None:
            entries.append(f"/StructParents {number} /Tabs /S")
        file.fill(own, f"<< {' '.join(entries)} {sheet.more} >>")
    kids = " ".join(f"{page} 0 R" for page in pages)
    count = len(pages) if hand.count is None else hand.count
    file.fill(above, f"<< /Type /Pages /Kids [{kids}] /Count {count} >>")
    more = " /Lang (nl-NL)"
    if tags is not None:
        more += f" /MarkInfo << /Marked true >> /StructTreeRoot {tags.written(file, pages)} 0 R"
    if hand.form:
        more += f" /AcroForm {hand.form(file, pages)}"
    root = file.add(f"<< /Type /Catalog /Pages {above} 0 R{more} >>")
    info = file.add(f"<< /Producer ({hand.producer}) /Title (Beroepscompetentieprofiel) >>")
    return file.written(root, info)
