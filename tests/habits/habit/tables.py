"""How producers show tables: rules, shades, columns, and cells that break over pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from typing import Any

from tests.habits.canvas import WHITE, Canvas
from tests.habits.drawing import Hand, kerned
from tests.habits.fonts import width
from tests.habits.kit import Case, Dress, Habit, case, worn
from tests.habits.profiles import printed
from tests.habits.rules import (
    GREY,
    PALE,
    PALER,
    booktabs,
    both,
    cells,
    grid,
    outer,
    rows_only,
    strips,
    upright,
    values_only,
    zebra,
)
from tests.habits.setting import Bullet, Doubt, Page, placed


def plain_grid() -> Iterator[Case]:
    """Every cell in a frame: what most of them do, and what all must be right on."""
    for dress in worn("hc+sd+n"):
        yield case(dress)
    for dress in worn("hs+"):
        yield case(dress, "strips", hand={"rules": strips()})
    for dress in worn("cd"):
        yield case(dress, "open", hand={"rules": grid(closed=False)})


def shades_twice() -> Iterator[Case]:
    """Word 365 fills each shaded cell, and each line in it once more, with white borders."""
    white = strips(0.4, WHITE)
    for dress in worn("hh+cd+n"):
        fill = cells((PALE, PALER), lines=True, leading=dress.look.leading)
        yield case(dress, "both", hand={"shades": fill, "rules": white})
    for dress in worn("c+s"):
        fill = cells((PALE, None), lines=True, leading=dress.look.leading)
        yield case(dress, "labels", hand={"shades": fill, "rules": grid(0.5, GREY)})
    for dress in worn("hd+"):
        fill = cells((PALE, PALE), lines=True, leading=dress.look.leading)
        yield case(dress, "one-colour", hand={"shades": fill, "rules": strips(0.5, WHITE)})


def shades_per_cell() -> Iterator[Case]:
    """Cells on a ground of their own, no rules: LibreOffice and InDesign table styles."""
    for dress in worn("hc+d"):
        yield case(dress, "touching", hand={"shades": cells((PALE, PALER)), "rules": None})
    for dress in worn("ns+"):
        yield case(dress, "parted", hand={"shades": cells((PALE, PALER), gap=0.7), "rules": None})
    for dress in worn("hn"):
        shades = cells((PALE, None), gap=0.5)
        yield case(dress, "labels", hand={"shades": shades, "rules": None})


def white_borders() -> Iterator[Case]:
    """A shaded table whose borders are white (Word's list and grid styles with bands)."""
    for dress in worn("hc+d"):
        hand = {"shades": cells((PALE, PALER)), "rules": grid(1, WHITE)}
        yield case(dress, "stroked", hand=hand)
    for dress in worn("s+n"):
        hand = {"shades": cells((PALE, PALE)), "rules": strips(1.5, WHITE)}
        yield case(dress, "filled", hand=hand)


def white_strips() -> Iterator[Case]:
    """One ground below the whole table, white strips across it as rules."""

    def ground(canvas: Canvas, page: Page, hand: Hand) -> None:
        for pieces in page.tables():
            left, right = pieces[0].edges[0], pieces[0].edges[-1]
            top, bottom = pieces[0].top, pieces[-1].bottom
            canvas.box(left, top, right - left, bottom - top, PALE)

    for thick, dress in zip((1, 2, 1.2, 0.75), worn("hcd+n"), strict=True):
        yield case(dress, hand={"shades": ground, "rules": strips(thick, WHITE)})


def zebra_without_rules() -> Iterator[Case]:
    """Every second row on a ground, and no line anywhere (web pages, Google Docs)."""
    for dress in worn("hcd+sn"):
        yield case(dress, hand={"shades": zebra(), "rules": None}, look={"pads": (6, 4, 5)})


def one_outer_frame() -> Iterator[Case]:
    """One frame around each table and nothing inside: rows are parted by room alone."""
    for dress in worn("hcs+n"):
        yield case(dress, hand={"rules": outer()}, look={"row_gap": 6})


def one_upright() -> Iterator[Case]:
    """One upright rule between labels and values."""
    for dress in worn("hc+dn"):
        yield case(dress, hand={"rules": upright()}, look={"row_gap": 6})


def rules_between_rows() -> Iterator[Case]:
    """Rules between rows only (CSS border-bottom, pandoc's simple tables)."""
    for dress in worn("hcs+dn"):
        yield case(dress, hand={"rules": rows_only()})
    for dress in worn("c+h"):
        yield case(dress, "hair", hand={"rules": rows_only(0.1, (0.7, 0.7, 0.7))})


def booktabs_without_uprights() -> Iterator[Case]:
    """LaTeX's booktabs: a heavy rule above and below, none between rows, no uprights."""
    for dress in worn("shc+n"):
        yield case(dress, hand={"rules": booktabs()}, look={"row_gap": 5})


def lists_in_tex_tables() -> Iterator[Case]:
    """longtable with itemize in cells: bullets hang far in, gaps around lists, kerned glyphs."""
    for dress in worn("ssn+"):
        look = {"bullet": Bullet("•", indent=18, hang=8), "paragraph_gap": 9, "row_gap": 4}
        yield case(dress, "booktabs", look=look, hand={"rules": booktabs(), "show": kerned})
        yield case(dress, "ruled", look=look, hand={"rules": grid(0.4), "show": kerned})
        dash = look | {"bullet": Bullet("–", indent=16, hang=9)}
        yield case(dress, "dash", look=dash, hand={"rules": rows_only(0.4), "show": kerned})
        return


def no_rules_long_label() -> Iterator[Case]:
    """No uprights, and the longest label fills its column: a few points part it from its value."""
    for gap, style, dress in zip(
        (5, 6.5, 8, 10, 4, 6, 5), "bbbbbrr", worn("hdcnshc+"), strict=True
    ):
        look = dress.look
        face = look.family.face(style)
        longest = max(width(face, word, look.size) for word in _LONG_WORDS)
        narrow = {"label": longest + gap, "pads": (gap / 2, 4, 5), "label_style": style}
        for name, hand in (
            ("dotted", {"rules": rows_only(0.5, (0.5, 0.5, 0.5))}),
            ("shade", {"rules": None, "shades": cells((PALE, None))}),
        ):
            yield case(dress, f"{name}-{gap}-{style}", look=narrow, hand=hand)


_LONG_WORDS = ("Arbeidsmarktinformatie", "functiebenamingen", "ontwikkelingen")


def labels_beside_grid() -> Iterator[Case]:
    """Word's style Grid Table 7: labels right-aligned without borders beside a grid of values."""
    for dress in worn("hcd+n"):
        look = {"label_aligned": "right"}
        yield case(dress, "right", look=look, hand={"rules": values_only()})
    for dress in worn("sc"):
        yield case(dress, "left", hand={"rules": values_only(0.5, (0.3, 0.5, 0.8))})
    for dress in worn("h"):
        shades = cells((None, PALE))
        yield case(dress, "shaded", look={"label_aligned": "right"},
                   hand={"rules": values_only(), "shades": shades})  # fmt: skip


def label_wider_than_cell() -> Iterator[Case]:
    """Chromium lets a long word run over the rule of its narrow cell; the value stands lower."""
    for label, dress in zip((92, 80, 88, 70), worn("hcs+n"), strict=True):
        yield case(dress, "word", look={"label": label, "values_below": True})
    for dress in worn("hd"):
        look = {"label": 150, "label_wraps": False, "values_below": True}
        yield case(dress, "line", look=look)


def clipped_borders() -> Iterator[Case]:
    """Borders drawn too wide and cut to the cell by a clip, so that half of each shows."""

    def draw(canvas: Canvas, page: Page, hand: Hand) -> None:
        for piece in page.pieces:
            for left, right in zip(piece.edges, piece.edges[1:], strict=False):
                with canvas.kept():
                    canvas.clip(left, piece.top, right - left, piece.bottom - piece.top)
                    canvas.frame(left, piece.top, right - left, piece.bottom - piece.top, 1.2)

    def far(canvas: Canvas, page: Page, hand: Hand) -> None:
        """Uprights from edge to edge of the page, of which the clip leaves the row's part."""
        for piece in page.pieces:
            with canvas.kept():
                width, height = piece.edges[-1] - piece.edges[0], piece.bottom - piece.top
                canvas.clip(piece.edges[0] - 0.5, piece.top - 0.5, width + 1, height + 1)
                for x in piece.edges:
                    canvas.rule(x, 0, x, canvas.height)
                for y in (piece.top, piece.bottom):
                    canvas.rule(0, y, canvas.width, y)

    for dress in worn("hc+d"):
        yield case(dress, "cell", hand={"rules": draw})
    for dress in worn("sn+h"):
        yield case(dress, "page", hand={"rules": far})


def dashed_rules() -> Iterator[Case]:
    """Rules as dashes, as dots, and as many short strokes one after the other."""

    def dashes(canvas: Canvas, page: Page, hand: Hand) -> None:
        with canvas.kept():
            canvas.put("[", 2, 2, "]", 0, "d")
            grid(0.6)(canvas, page, hand)

    def strokes(canvas: Canvas, page: Page, hand: Hand) -> None:
        for piece in page.pieces:
            for y in (piece.top, piece.bottom):
                x = piece.edges[0]
                while x < piece.edges[-1]:
                    canvas.box(x, y - 0.25, 1.5, 0.5, (0.4, 0.4, 0.4))
                    x += 3

    for dress in worn("hd+"):
        yield case(dress, "dashes", hand={"rules": dashes})
    for dress in worn("cn"):
        yield case(dress, "dots", hand={"rules": strokes})


def double_rules() -> Iterator[Case]:
    """Each cell has borders of its own with room between (HTML's separate borders)."""

    def draw(canvas: Canvas, page: Page, hand: Hand) -> None:
        for piece in page.pieces:
            for left, right in zip(piece.edges, piece.edges[1:], strict=False):
                height = piece.bottom - piece.top
                canvas.frame(left + 1, piece.top + 1, right - left - 2, height - 2)

    outside = both(draw, outer(1))
    for dress in worn("hc+"):
        yield case(dress, "apart", hand={"rules": draw})
    for dress in worn("sn"):
        yield case(dress, "framed", hand={"rules": outside})


def rows_that_may_not_break() -> Iterator[Case]:
    """Rows go to the next page whole and leave the rest of the page white."""
    for dress in worn("hc+sdn"):
        yield case(dress, look={"whole_rows": True})
    for dress in worn("hc"):
        yield case(dress, "rows-only", look={"whole_rows": True}, hand={"rules": rows_only()})


def label_on_next_page() -> Iterator[Case]:
    """A label of two lines is not split: it goes over whole while its value has begun (CSS)."""
    labels = {"market": "Arbeidsmarkt", "prospects": "Loopbaan"}
    for dress, closed in product(worn("hc+sn+"), (True, False)):
        look = {"label_fits": _whole_label, "label": dress.look.size * 11.2, "value": 310}
        for row, high in islice(_heights(dress, look, labels), 3):
            name = f"{'closed' if closed else 'open'}-{row}"
            hand = {"rules": grid(closed=closed)}
            yield case(dress, name, look | {"page": (595, high)}, hand, labels=labels)


def _whole_label(baselines: list[float], room: float) -> bool:
    return len(baselines) < 2 or baselines[-1] <= room


def _heights(dress: Dress, look: dict[str, Any], labels: dict[str, str]
             ) -> Iterator[tuple[str, float]]:  # fmt: skip
    """Rows of the first page, each with a height of the page that cuts it behind its first line."""
    one = printed(dress.profile, labels)
    far = dress.look.but(**look, page=(595, 3000))
    for piece in placed((one,), far)[0].pieces:
        lines = piece.part("label"), piece.part("value")
        if len(lines[0]) < 2 or len(lines[1]) < 3 or piece.bottom < 400:
            continue
        high = lines[1][0].y + 0.6 * far.leading + far.pads[2] + far.bottom
        try:
            pages = placed((one,), far.but(page=(595, high)))
        except Doubt:
            continue
        cut = pages[0].pieces[-1]
        if cut.row == piece.row and not cut.part("label") and not cut.ends:
            yield lines[0][0].text.split(" ")[0].lower() + f"-{piece.table}", high


ALL: dict[str, Habit] = {
    habit.__name__.replace("_", "-"): habit
    for habit in (
        plain_grid, shades_twice, shades_per_cell, white_borders, white_strips,
        zebra_without_rules, one_outer_frame, one_upright, rules_between_rows,
        booktabs_without_uprights, lists_in_tex_tables, no_rules_long_label, labels_beside_grid,
        label_wider_than_cell, clipped_borders, dashed_rules, double_rules,
        rows_that_may_not_break, label_on_next_page,
    )
}  # fmt: skip
