"""What stands on pages besides their content: heads, feet, watermarks, numbers, notes, remarks."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians, sin
from typing import Any

from tests.habits.canvas import Canvas, Colour
from tests.habits.drawing import Around, Hand, ShowRun, whole
from tests.habits.fonts import Face, Standard, width
from tests.habits.habit.pages import long
from tests.habits.kit import Case, Dress, Habit, case, worn
from tests.habits.profiles import Profile, Text
from tests.habits.rules import rows_only
from tests.habits.setting import Line, Run

_SANS = Standard("Helvetica")
_BOLD = Standard("Helvetica-Bold")


def _table(top: float, rows: tuple[tuple[str, ...], ...], size: float = 9, left: float = 68,
           columns: tuple[float, ...] = (140, 220, 100), ruled: bool = True) -> Around:  # fmt: skip
    """A small table at a height, whose cells may say `{page}` and `{pages}`."""

    def draw(canvas: Canvas, number: int, of: int, hand: Hand) -> None:
        high = size * 1.7
        for n, row in enumerate(rows):
            x = left
            for wide, text in zip(columns, row, strict=True):
                y = top + n * high
                if ruled:
                    canvas.frame(x, y, wide, high)
                said = text.format(page=number + 1, pages=of)
                canvas.text(x + 4, y + high - size * 0.5, _SANS, size, said)
                x += wide

    return draw


def _names(profile: Profile) -> tuple[str, str]:
    return profile.developed_by, f"BCP {profile.name}"


def ruled_header_table() -> Iterator[Case]:
    """A ruled table of one or two rows in the head of each page: Word's quality-system
    templates."""
    for dress in worn("hc+sd+n"):
        by, title = _names(dress.profile)
        one = _table(30, ((by, title, "{page} van {pages}"),))
        yield case(dress, "one-row", look={"top": 90}, hand={"before": (one,)})
    for dress in worn("hs+"):
        by, title = _names(dress.profile)
        two = _table(26, ((by, title, "pagina {page}"), ("Profiel", "Vakbekwaam", "van {pages}")))
        yield case(dress, "two-rows", look={"top": 100}, hand={"before": (two,)})
    for dress in worn("hc"):
        by, title = _names(dress.profile)
        near = _table(30, ((by, title, "{page}"),), columns=(140, 220, 100))
        yield case(dress, "near", look={"top": 49}, hand={"before": (near,)})
    for dress in worn("s"):
        by, title = _names(dress.profile)
        wide = _table(30, ((by, title, "{page}/{pages}"),), left=60, columns=(125, 230, 120))
        look = {"size": 16, "leading": 20, "label": 190, "value": 300, "top": 90}
        yield case(dress, "large", look=look, hand={"before": (wide,)})


def ruled_footer_table() -> Iterator[Case]:
    """The same in the foot, a few points below the content."""
    for dress in worn("hc+sn+"):
        by, title = _names(dress.profile)
        foot = _table(790, ((by, title, "{page} van {pages}"),))
        yield case(dress, "apart", hand={"after": (foot,)})
    for dress in worn("hcd"):
        by, title = _names(dress.profile)
        foot = _table(775, ((by, title, "{page}"),))
        yield case(dress, "near", look={"bottom": 70}, hand={"after": (foot,)})
    for dress in worn("s"):
        by, title = _names(dress.profile)
        edges = (60, 125, 350)
        foot = _table(774, ((by, f"{title} - {{page}}"),), left=edges[0], columns=edges[1:])
        yield case(dress, "aligned", hand={"after": (foot,)})


def ruled_head_and_foot_on_many_pages() -> Iterator[Case]:
    """Both, on five, twelve and sixty pages."""
    for roles, dress, measures in (
        (4, next(worn("h")), {"size": 11, "leading": 14}),
        (6, next(worn("c+")), {"size": 13, "leading": 17, "label": 190, "value": 290}),
        (20, next(worn("n")), {"page": (420, 255), "left": 30, "label": 130, "value": 225,
                               "size": 11, "leading": 16}),
    ):  # fmt: skip
        by, title = _names(dress.profile)
        page_high = 255 if "page" in measures else 842
        columns = (110, 150, 90) if page_high < 800 else (140, 220, 100)
        left = 30 if page_high < 800 else 68
        head = _table(20, ((by, title, "{page} van {pages}"),), 8, left, columns)
        foot = _table(page_high - 40, (("versie", title, "blad {page}"),), 8, left, columns)
        hand = {"before": (head,), "after": (foot,)}
        profile = long(dress.profile, roles)
        look = measures | {"top": 60, "bottom": 60, "heading_room": 80}
        yield case(dress, f"{roles}-roles", look=look, hand=hand, profile=profile)


def running_lines() -> Iterator[Case]:
    """A line of text in head and foot with a rule below and above: most templates."""

    def head(canvas: Canvas, number: int, of: int, hand: Hand) -> None:
        canvas.text(68, 40, _SANS, 8, "Beroepscompetentieprofiel")
        canvas.rule(68, 46, 528, 46)

    def foot(canvas: Canvas, number: int, of: int, hand: Hand) -> None:
        canvas.rule(68, 796, 528, 796)
        canvas.text(68, 808, _SANS, 8, f"Pagina {number + 1} van {of}")

    for dress in worn("hc+sd+"):
        yield case(dress, "both", hand={"before": (head,), "after": (foot,)})
    for dress in worn("hn+"):
        hand = {"before": (head,), "after": (foot,), "rules": rows_only()}
        yield case(dress, "rows-only", hand=hand)


_PALE: Colour = (0.85, 0.85, 0.85)


def _mark(word: str, angle: float, size: float, colour: Colour = _PALE, by_letter: bool = False,
          settings: tuple[Any, ...] = (), face: Face = _BOLD,
          middle: tuple[float, float] = (297, 421)) -> Around:  # fmt: skip
    """A word across the page, its middle in the middle."""

    def draw(canvas: Canvas, number: int, of: int, hand: Hand) -> None:
        turn = (cos(radians(angle)), sin(radians(angle)))
        wide = width(face, word, size)
        x, y = middle[0] - turn[0] * wide / 2, middle[1] + turn[1] * wide / 2
        codes = canvas.codes(face, word)
        with canvas.kept():
            canvas.put("/Half", "gs")  # what lies below shows through
            for group in [[code] for code in codes] if by_letter else [codes]:
                canvas.string(x, y, face, size, group, colour, settings, turn)
                step = sum(code.width for code in group) * size / 1000
                x, y = x + turn[0] * step, y - turn[1] * step

    return draw


def _watermarked(dress: Dress, name: str, word: str, mark: Around, over: bool,
                 look: dict[str, Any] | None = None) -> Case:  # fmt: skip
    hand = {"after" if over else "before": (mark,)}
    return case(dress, name, look=look, hand=hand, apart=(word,), free=("status",))


def slanted_watermark() -> Iterator[Case]:
    """A large pale word across each page, at a slant, below or above the text."""
    for angle, word, dress, over in zip(
        (45, 52, 60, 30, 55, 45, 40),
        ("CONCEPT", "KOPIE", "NIET DEFINITIEF", "VOORBEELD", "CONCEPT", "VERTROUWELIJK", "KOPIE"),
        worn("hc+sd+nh+c"), (False, True, False, True, True, False, True), strict=True,
    ):  # fmt: skip
        size = 76 if len(word) < 10 else 56
        yield _watermarked(dress, f"{angle}", word, _mark(word, angle, size), over)
    for dress in worn("hc"):
        mark = _mark("CONCEPT", 48, 80, by_letter=True)
        yield _watermarked(dress, "letters", "C O N C E P T CONCEPT", mark, False)
    for dress in worn("s"):
        mark = _mark("KOPIE", 50, 120, (0.6, 0.6, 0.6), settings=(1, "Tr", 0.5, "w"))
        yield _watermarked(dress, "outlined", "KOPIE", mark, True)
    for dress in worn("d"):
        mark = _mark("CONCEPT", -45, 76)
        yield _watermarked(dress, "down", "CONCEPT", mark, False)


def level_watermark() -> Iterator[Case]:
    """The same word level: over lines of the text, or upright along the margin."""
    for word, dress, over, middle in zip(
        ("CONCEPT", "KOPIE", "VOORBEELD", "CONCEPT", "KOPIE"), worn("hc+sd+n"),
        (True, False, False, True, False), (421, 350, 430, 500, 300), strict=True,
    ):  # fmt: skip
        mark = _mark(word, 0, 70, middle=(297, middle))
        yield _watermarked(dress, f"{word.lower()}-{middle}", word, mark, over)
    for dress in worn("hc"):
        mark = _mark("NIET DEFINITIEF", 90, 30, middle=(40, 421))
        yield _watermarked(dress, "margin", "NIET DEFINITIEF", mark, False)
    for dress in worn("h"):
        mark = _mark("CONCEPT", 0, 28, middle=(440, 421))
        yield _watermarked(dress, "small", "CONCEPT", mark, True)


def line_numbers() -> Iterator[Case]:
    """Numbers of lines in the left margin, from one on each page or through the document."""

    def numbered(step: int, restart: bool) -> tuple[ShowRun, Around]:
        seen: dict[int, set[float]] = {}
        counts = {"before": 0}

        def show(canvas: Canvas, run: Run, line: Line, hand: Hand) -> None:
            seen.setdefault(id(canvas), set()).add(round(line.y, 1))
            whole(canvas, run, line, hand)

        def after(canvas: Canvas, number: int, of: int, hand: Hand) -> None:
            heights: list[float] = []
            for y in sorted(seen.get(id(canvas), set())):
                if not heights or y - heights[-1] > 4:
                    heights.append(y)
            start = 0 if restart else counts["before"]
            for n, y in enumerate(heights, start + 1):
                if n % step == 0:
                    canvas.text(34, y, _SANS, 7, str(n), (0.4, 0.4, 0.4))
            counts["before"] += len(heights)

        return show, after

    for dress, step, restart in zip(
        worn("hc+sdn"), (1, 1, 5, 5, 1), (True, False, False, True, True), strict=True
    ):
        show, after = numbered(step, restart)
        yield case(dress, f"each-{step}", hand={"show": show, "after": (after,)})


def footnotes() -> Iterator[Case]:
    """A raised mark behind a word, the note at the foot of its page below a short rule."""
    note = "Telling van de vakgroep, voorjaar 2023; zie ook het jaarverslag."

    def noted(ends: tuple[str, ...], marks: str, raised: float = 3.5) -> tuple[ShowRun, Around]:
        found: dict[int, list[str]] = {}
        done: set[str] = set()

        def show(canvas: Canvas, run: Run, line: Line, hand: Hand) -> None:
            whole(canvas, run, line, hand)
            for end, mark in zip(ends, marks, strict=False):
                if mark not in done and run.text.endswith(end) and not line.wraps:
                    done.add(mark)
                    x = run.x + width(run.face, run.text, run.size)
                    canvas.text(x + 0.3, line.y - raised, run.face, run.size * 0.62, mark)
                    found.setdefault(id(canvas), []).append(mark)

        def after(canvas: Canvas, number: int, of: int, hand: Hand) -> None:
            marks_here = found.get(id(canvas), [])
            if marks_here:
                canvas.rule(68, 778, 210, 778)
            for n, mark in enumerate(marks_here):
                y = 790 + 10 * n
                canvas.text(68, y - 2.5, _SANS, 5, mark)
                canvas.text(72, y, _SANS, 8, note)

        return show, after

    for marks, dress in zip(("12", "*†", "34"), worn("hsd"), strict=True):
        show, after = noted(_endings(dress.profile), marks)
        apart = (note, " ".join(marks))
        yield case(dress, "marks", hand={"show": show, "after": (after,)}, apart=apart)


def _endings(profile: Profile) -> tuple[str, ...]:
    def last(blocks: tuple[Any, ...]) -> str:
        block = blocks[-1]
        return str(block.text.split(" ")[-1]) if isinstance(block, Text) else ""

    return last(profile.complexity), last(profile.market)


def printed_comments() -> Iterator[Case]:
    """Word prints remarks in a tinted margin at the right, each with a line to its place."""
    remarks = ("Opmerking [KV1]: graag de bron noemen", "Opmerking [KV2]: klopt dit nog?")

    def draw(canvas: Canvas, number: int, of: int, hand: Hand) -> None:
        canvas.box(455, 0, 140, 842, (0.95, 0.95, 0.95))
        for n, remark in enumerate(remarks):
            y = 190 + 260 * n
            canvas.box(462, y - 12, 126, 30, (0.98, 0.88, 0.88))
            first, _, rest = remark.partition(": ")
            canvas.text(465, y, _BOLD, 7, f"{first}:")
            canvas.text(465, y + 10, _SANS, 7, rest)
            canvas.rule(430, y + 4, 462, y - 2, 0.4, (0.8, 0.3, 0.3))

    for dress in worn("hcdn+"):
        look = {"left": 40, "label": 140, "value": 255, "size": 9, "leading": 11.5}
        yield case(dress, look=look, hand={"before": (draw,)}, apart=remarks)


def logo_with_text() -> Iterator[Case]:
    """A logo whose name is text, at the head of the first page or of each."""

    def draw(first_only: bool) -> Around:
        def logo(canvas: Canvas, number: int, of: int, hand: Hand) -> None:
            if number and first_only:
                return
            canvas.box(430, 22, 98, 30, (0.1, 0.35, 0.5))
            canvas.text(436, 42, _BOLD, 13, "DOEK & RIET", (1, 1, 1))

        return logo

    for first, dress in zip((True, False, True, False), worn("hc+sd"), strict=True):
        name = "first" if first else "each"
        yield case(dress, name, hand={"before": (draw(first),)}, apart=("DOEK & RIET",))


ALL: dict[str, Habit] = {
    habit.__name__.replace("_", "-"): habit
    for habit in (
        ruled_header_table, ruled_footer_table, ruled_head_and_foot_on_many_pages, running_lines,
        slanted_watermark, level_watermark, line_numbers, footnotes, printed_comments,
        logo_with_text,
    )
}  # fmt: skip
