"""Rules and shades of tables: steps of a hand that show where rows and cells end."""

from __future__ import annotations

from tests.habits.canvas import BLACK, Canvas, Colour
from tests.habits.drawing import Hand, Step
from tests.habits.setting import Page, Piece

# ------------------------------------------------------------------------------------- rules


def grid(thick: float = 0.5, colour: Colour = BLACK, closed: bool = True) -> Step:
    """Every cell in a frame; with `closed` also where a page end cuts a row."""

    def draw(canvas: Canvas, page: Page, hand: Hand) -> None:
        for pieces in page.tables():
            for piece in pieces:
                for x in piece.edges:
                    canvas.rule(x, piece.top, x, piece.bottom, thick, colour)
                if piece.begins or closed:
                    _across(canvas, piece, piece.top, thick, colour)
                if piece.ends or closed:
                    _across(canvas, piece, piece.bottom, thick, colour)

    return draw


def strips(thick: float = 0.48, colour: Colour = BLACK) -> Step:
    """Every cell in a frame of thin filled rectangles with a square at each corner, as Word
    does it."""

    def draw(canvas: Canvas, page: Page, hand: Hand) -> None:
        for piece in page.pieces:
            for y in (piece.top, piece.bottom - thick):
                for x in piece.edges:
                    canvas.box(x, y, thick, thick, colour)
                for x, to in zip(piece.edges, piece.edges[1:], strict=False):
                    canvas.box(x + thick, y, to - x - thick, thick, colour)
            for x in piece.edges:
                canvas.box(x, piece.top + thick, thick, piece.bottom - piece.top - thick, colour)

    return draw


def rows_only(thick: float = 0.5, colour: Colour = BLACK) -> Step:
    """Rules between rows, and above and below the table; no uprights."""

    def draw(canvas: Canvas, page: Page, hand: Hand) -> None:
        for piece in page.pieces:
            _across(canvas, piece, piece.top, thick, colour)
            if piece.ends:
                _across(canvas, piece, piece.bottom, thick, colour)

    return draw


def booktabs(heavy: float = 0.8, light: float = 0.4) -> Step:
    """A heavy rule above and below each table, a light one below a heading row."""

    def draw(canvas: Canvas, page: Page, hand: Hand) -> None:
        for pieces in page.tables():
            if pieces[0].begins and pieces[0].row == 0:
                _across(canvas, pieces[0], pieces[0].top, heavy, BLACK)
            for piece in pieces:
                if piece.heading:
                    _across(canvas, piece, piece.bottom, light, BLACK)
            _across(canvas, pieces[-1], pieces[-1].bottom, heavy, BLACK)

    return draw


def outer(thick: float = 0.7, colour: Colour = BLACK) -> Step:
    """One frame around each table, nothing inside."""

    def draw(canvas: Canvas, page: Page, hand: Hand) -> None:
        for pieces in page.tables():
            left, right = pieces[0].edges[0], pieces[0].edges[-1]
            top, bottom = pieces[0].top, pieces[-1].bottom
            canvas.frame(left, top, right - left, bottom - top, thick, colour)

    return draw


def upright(thick: float = 0.7, colour: Colour = BLACK) -> Step:
    """One upright rule between labels and values, nothing else."""

    def draw(canvas: Canvas, page: Page, hand: Hand) -> None:
        for pieces in page.tables():
            inner = [piece for piece in pieces if not piece.heading]
            if inner:
                x = inner[0].edges[1]
                canvas.rule(x, inner[0].top, x, inner[-1].bottom, thick, colour)

    return draw


def values_only(thick: float = 0.5, colour: Colour = BLACK) -> Step:
    """The cells of values in frames, labels beside them without."""

    def draw(canvas: Canvas, page: Page, hand: Hand) -> None:
        for piece in page.pieces:
            left = piece.edges[0] if piece.heading else piece.edges[1]
            height = piece.bottom - piece.top
            canvas.frame(left, piece.top, piece.edges[-1] - left, height, thick, colour)

    return draw


def _across(canvas: Canvas, piece: Piece, y: float, thick: float, colour: Colour) -> None:
    canvas.rule(piece.edges[0], y, piece.edges[-1], y, thick, colour)


# ------------------------------------------------------------------------------------ shades

PALE: Colour = (0.86, 0.9, 0.96)
PALER: Colour = (0.94, 0.96, 0.99)
GREY: Colour = (0.9, 0.9, 0.9)


def cells(colours: tuple[Colour | None, Colour | None], lines: bool = False, gap: float = 0,
          leading: float = 12.5) -> Step:  # fmt: skip
    """Each cell filled with the colour of its column; with `lines` each line in it once more."""

    def draw(canvas: Canvas, page: Page, hand: Hand) -> None:
        for piece in page.pieces:
            boxes = list(zip(piece.edges, piece.edges[1:], strict=False))
            for n, (left, right) in enumerate(boxes):
                colour = colours[n]
                if colour is None:
                    continue
                height = piece.bottom - piece.top - 2 * gap
                canvas.box(left + gap, piece.top + gap, right - left - 2 * gap, height, colour)
                if not lines:
                    continue
                for line in piece.part("value" if n else "label"):
                    top = line.y - leading * 0.78
                    canvas.box(left + 5, top, right - left - 10, leading, colour)

    return draw


def zebra(colour: Colour = GREY) -> Step:
    """Every second row on a ground, no rules."""

    def draw(canvas: Canvas, page: Page, hand: Hand) -> None:
        for piece in page.pieces:
            if piece.row % 2 == 0:
                left, right = piece.edges[0], piece.edges[-1]
                canvas.box(left, piece.top, right - left, piece.bottom - piece.top, colour)

    return draw


def both(*steps: Step) -> Step:
    """One step after the other."""

    def draw(canvas: Canvas, page: Page, hand: Hand) -> None:
        for step in steps:
            step(canvas, page, hand)

    return draw
