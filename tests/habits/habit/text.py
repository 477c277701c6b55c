"""What producers do with text: lines, columns, grounds, what covers it, figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from tests.habits.breaking import Breaking
from tests.habits.canvas import WHITE, Canvas, Colour
from tests.habits.drawing import Hand, Step, drawn, kerned, whole, with_blank
from tests.habits.file import File, Sheet, numbers
from tests.habits.fonts import Standard
from tests.habits.kit import Case, Dress, Habit, case, worn
from tests.habits.profiles import Print, Profile, Text, expected, printed
from tests.habits.rules import booktabs, both, cells, grid, rows_only
from tests.habits.setting import Doubt, Line, Look, Page, Run, embedded, settled

_DARK: Colour = (0.1, 0.3, 0.45)
_SANS = Standard("Helvetica")


def _white_labels(line: Line) -> Colour:
    return WHITE if line.part == "label" else (0, 0, 0)


def _white_headings(line: Line) -> Colour:
    return WHITE if line.part in ("title", "heading") else (0, 0, 0)


def _white_title(line: Line) -> Colour:
    return WHITE if line.part == "title" else (0, 0, 0)


def _white(line: Line) -> Colour:
    return WHITE


def white_on_coloured_ground() -> Iterator[Case]:
    """White text shows on a dark cell, a rounded shape, a page-sized fill, a picture."""
    for dress in worn("hc+sd+"):
        shades = cells((_DARK, None))
        yield case(dress, "cells", hand={"shades": shades, "ink": _white_labels})
    for dress in worn("hc+"):
        hand = {
            "before": (_rounded,),
            "ink": _white_title,
        }
        yield case(dress, "rounded", hand=hand)
    for dress in worn("sn+"):
        hand = {"before": (_filled_page,), "ink": _white, "rules": grid(0.5, WHITE)}
        yield case(dress, "page", hand=hand)
    for dress in worn("hd"):
        shapes = _bars()
        yield case(dress, "bars", hand={"shades": shapes, "ink": _white_headings})
    for dress in worn("hc+"):
        hand = {"sheets": _picture_below, "ink": _white, "rules": grid(0.5, WHITE)}
        yield case(dress, "picture", hand=hand)


def _rounded(canvas: Canvas, number: int, of: int, hand: Hand) -> None:
    if number:
        return
    left, top, right, bottom, r = 55.0, 55.0, 545.0, 94.0, 8.0
    up, down = canvas.height - top, canvas.height - bottom
    canvas.put(*_DARK, "rg", left + r, up, "m", right - r, up, "l")
    canvas.put(right - r / 2, up, right, up - r / 2, right, up - r, "c", right, down + r, "l")
    canvas.put(right, down + r / 2, right - r / 2, down, right - r, down, "c", left + r, down, "l")
    canvas.put(left + r / 2, down, left, down + r / 2, left, down + r, "c", left, up - r, "l")
    canvas.put(left, up - r / 2, left + r / 2, up, left + r, up, "c", "h", "f")


def _filled_page(canvas: Canvas, number: int, of: int, hand: Hand) -> None:
    canvas.box(0, 0, canvas.width, canvas.height, _DARK)


def _bars() -> Step:
    def draw(canvas: Canvas, page: Page, hand: Hand) -> None:
        for line in page.lines:
            canvas.box(line.left - 6, line.y - 17, 472, 22, _DARK)

    return draw


def _picture_below(file: File, sheets: list[Sheet]) -> list[Sheet]:
    image = file.stream(
        bytes((30, 60, 90) * 16),
        "/Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceRGB"
        " /BitsPerComponent 8",
    )
    return [
        replace(
            sheet, objects={"Im0": image},
            content=[b"q 595 0 0 842 0 0 cm /Im0 Do Q ", *(sheet.content or [])],
        )
        for sheet in sheets
    ]  # fmt: skip


def covered_text() -> Iterator[Case]:
    """An older text stands below a white box, the one that counts on it: editors mend a PDF so."""
    for dress, old in zip(
        worn("hcs+d"), ("Oude naam", "1 mei 2019", "3", "Bestuur Oud"), strict=True
    ):

        def show(canvas: Canvas, run: Run, line: Line, hand: Hand, old: str = old) -> None:
            if line.part == "value" and line.block == 0 and line.item < 0 and len(run.text) < 40:
                canvas.text(run.x, line.y, run.face, run.size, old)
                canvas.box(run.x - 1, line.y - run.size * 0.8, 200, run.size * 1.05, WHITE)
            whole(canvas, run, line, hand)

        yield case(dress, old.split()[0].lower(), hand={"show": show})
    for dress in worn("hn"):
        yield case(dress, "words-below", hand={"before": (_words_below,)})


def _words_below(canvas: Canvas, number: int, of: int, hand: Hand) -> None:
    for n in range(6):
        canvas.text(90, 150 + 100 * n, _SANS, 9, "Vorige versie van deze bladzijde")
    canvas.box(0, 0, canvas.width, canvas.height, WHITE)


def _clipped(canvas: Canvas, number: int, of: int, hand: Hand) -> None:
    with canvas.kept():
        canvas.clip(60, 20, 100, 20)
        for n in range(5):
            canvas.text(210, 140 + 90 * n, _SANS, 9, "afgeknipte tekst")


def _beside(canvas: Canvas, number: int, of: int, hand: Hand) -> None:
    for n in range(5):
        canvas.text(620, 140 + 90 * n, _SANS, 9, "plakbord naast de pagina")


def _unshown(canvas: Canvas, number: int, of: int, hand: Hand) -> None:
    codes = canvas.codes(_SANS, "onzichtbare laag")
    for n in range(5):
        with canvas.kept():
            canvas.string(210, 147 + 90 * n, _SANS, 9, codes, settings=(3, "Tr"))


def _white_words(canvas: Canvas, number: int, of: int, hand: Hand) -> None:
    for n in range(5):
        canvas.text(210, 143 + 90 * n, _SANS, 9, "wit op wit", WHITE)


def text_outside_the_clip() -> Iterator[Case]:
    """Text that a clip cuts off, beside the paper, in no colour or unshown is not on the page."""

    for (name, draw), letters in zip(
        (("clip", _clipped), ("paper", _beside), ("unshown", _unshown), ("white", _white_words)),
        ("hc+", "hs+", "cd", "sn+"), strict=True,
    ):  # fmt: skip
        for dress in worn(letters):
            yield case(dress, name, hand={"before": (draw,)})


def content_in_forms() -> Iterator[Case]:
    """The whole page, or half of it, is a form XObject, once or twice nested (printers,
    stampers)."""

    def nested(depth: int) -> Any:
        def change(file: File, sheets: list[Sheet]) -> list[Sheet]:
            done = []
            for sheet in sheets:
                data, objects = b" ".join(sheet.content or []), ""
                for _ in range(depth):
                    number = file.stream(
                        data,
                        f"/Type /XObject /Subtype /Form /BBox [{numbers(sheet.box)}]"
                        f" /Resources << {file.fonts} {objects} >>",
                    )
                    data, objects = b"q /Fm0 Do Q", f"/XObject << /Fm0 {number} 0 R >>"
                done.append(replace(sheet, content=[data], objects={"Fm0": number}))
            return done

        return change

    for depth, dress in zip((1, 2, 1, 3), worn("hcsd"), strict=True):
        yield case(dress, f"{depth}", hand={"sheets": nested(depth)})


def text_in_figures() -> Iterator[Case]:
    """A diagram of related occupations drawn with frames and lines around its words."""

    def framed(canvas: Canvas, page: Page, hand: Hand) -> None:
        for piece in page.pieces:
            names = piece.part("value")
            if not any(line.text.startswith("Verwante") for line in piece.part("label")):
                continue
            for line in names:
                run = line.runs[0]
                canvas.frame(run.x - 3, line.y - 9, run.width + 6, 12.5, 0.4, (0.3, 0.3, 0.6))
            for one, two in pairwise(names):
                canvas.rule(
                    one.left + 8, one.y + 3.5, two.left + 8, two.y - 9, 0.4, (0.3, 0.3, 0.6)
                )

    for dress in worn("hc+s"):
        hand = {"rules": both(grid(), framed)}
        yield case(dress, "boxes", hand=hand, look={"paragraph_gap": 9})
    for dress in worn("hd"):
        hand = {"rules": both(rows_only(), framed)}
        yield case(dress, "boxes-rows", hand=hand, look={"paragraph_gap": 9})


def total_fit_lines() -> Iterator[Case]:
    """TeX and FOP break a paragraph as a whole: lines end although a short word would have
    fitted."""
    for dress in worn("hc+sd+n"):
        yield case(dress, look={"breaking": Breaking(total=True)})
    for dress in worn("sc"):
        hand = {"rules": booktabs(), "show": kerned}
        yield case(
            dress, "booktabs", look={"breaking": Breaking(total=True), "row_gap": 5}, hand=hand
        )


def hyphenated_lines() -> Iterator[Case]:
    """Words are divided at line ends, by a hyphen of the keyboard or that of Unicode."""
    for hyphen, dress in zip("-‐-‐-", worn("hs+cd+n"), strict=True):
        look: dict[str, Any] = {"breaking": Breaking(hyphen=hyphen), "value": 190, "label": 160}
        if hyphen == "‐":
            look |= {"family": embedded("dejavu"), "size": 9, "leading": 11.5, "value": 220}
        yield case(dress, "keyboard" if hyphen == "-" else "unicode", look=look)
    for dress in worn("s"):
        look = {"breaking": Breaking(total=True, hyphen="-"), "value": 180}
        yield case(dress, "total", look=look, hand={"rules": rows_only(), "show": kerned})


def lines_that_end_in_ties() -> Iterator[Case]:
    """Lines end behind hyphens, dashes and strokes that belong to the text (Chromium,
    LibreOffice)."""
    text = (
        "Wie een diploma op mbo-3- of mbo-4-niveau heeft, werkt het liefst in april–juni of in de"
        " maanden september–november. Het verschil is 4–9 graden. Zie"
        " www.doek.example/lijst?beroep=zeil&jaar=2024 voor meer. Eigenaren/stichtingen betalen;"
        " covid-19-regels gelden niet meer, zegt het sociaal-economische jaarbericht."
    )
    for n, wide in enumerate((236, 243, 251, 258, 267, 275, 289, 301)):
        dress = list(worn("hcs+d"))[n % 4]
        profile = replace(dress.profile, market=(Text(text),))
        look = {"breaking": Breaking(ties=True), "value": wide, "size": 10, "leading": 12.5}
        yield case(dress, f"{wide}", look=look, profile=profile)


def brackets_that_open_lines() -> Iterator[Case]:
    """A number in brackets stands first in a line of a sentence: no item of a list."""
    text = (
        "Gesprekken met zeilmakers (7), tuigers (9) en werven. In de regio (3): weinig"
        " vacatures (2);"
        " daarbuiten (4) veel. (5), zo bleek, gaan met pensioen. In 2030 zijn er naar schatting"
        " 12. Daarna worden het er minder, en 3. daalt het aantal scholen."
    )
    for n, wide in enumerate((150, 163, 171, 182, 190, 204, 216, 228)):
        dress = list(worn("hc+sd"))[n % 4]
        profile = replace(dress.profile, market=(Text(text),))
        yield case(dress, f"{wide}", look={"value": wide}, profile=profile)


def uneven_leading() -> Iterator[Case]:
    """Lines of a paragraph do not stand equally far apart: rounding, fallback fonts, raised
    figures."""
    for name, uneven, gap, letters in (
        ("rounded", (0, 0.6, -0.4, 0.2), 4, "hc+s"), ("high", (0, 2.2, 0, 0), 5, "hd+"),
        ("twips", (0.1, -0.15, 0.05), 2.5, "cn+"), ("low", (0, -1.2, 0.3), 5, "s"),
    ):  # fmt: skip
        for dress in worn(letters):
            look: dict[str, Any] = {"uneven": uneven, "paragraph_gap": gap, "value": 260}
            yield case(dress, name, look=look)
    for dress in worn("hs"):
        look = {"uneven": (0, 0.7, -0.5), "breaking": Breaking(hyphen="-"), "value": 210}
        yield case(dress, "hyphens", look=look)


def no_room_between_paragraphs() -> Iterator[Case]:
    """Paragraphs follow one another without room: that a line ends early shows where one ends."""
    for dress in worn("hc+sd"):
        profile = _short_ends(dress.profile)
        for wide in range(300, 360, 3):
            look = {"paragraph_gap": 0.5, "value": wide}
            if _is_told(profile, dress, look):
                yield case(dress, look=look, profile=profile)
                break


def _is_told(profile: Profile, dress: Dress, look: dict[str, Any]) -> bool:
    """Whether the last lines of all paragraphs tell that these end."""
    try:
        settled((printed(profile),), dress.look.but(**look))
    except Doubt:
        return False
    return True


def _short_ends(profile: Profile) -> Profile:
    return replace(
        profile,
        environment=(
            Text("Het werk is buiten."),
            Text("De loods staat aan het water, en wie er werkt, ruikt de teer van de schepen"
                 " en hoort de"
                 " wanten tegen de masten slaan zodra het waait."),
            Text("Er werken zes mensen."),
        ),
    )  # fmt: skip


def second_column_of_text() -> Iterator[Case]:
    """A column of other text stands beside the tables: a sidebar of a brochure."""
    sidebar = (
        "Over deze uitgave", "Dit profiel is gemaakt", "samen met mensen uit", "het vak. Wie"
                                                                               " vragen",
        "heeft, belt of schrijft", "naar het secretariaat.",
    )  # fmt: skip

    def draw(page: int, top: float) -> Any:
        def aside(canvas: Canvas, number: int, of: int, hand: Hand) -> None:
            if number != page:
                return
            canvas.box(462, top - 14, 120, 90, (0.95, 0.95, 0.88))
            for n, line in enumerate(sidebar):
                canvas.text(468, top + 12 * n, _SANS, 8, line)

        return aside

    for top, dress in zip((140, 300, 430, 200), worn("hc+sd"), strict=True):
        look = {"left": 45, "label": 145, "value": 260, "size": 9, "leading": 11.5}
        apart = (" ".join(sidebar),)
        yield case(dress, f"{top}", look=look, hand={"before": (draw(0, top),)}, apart=apart)


def two_columns_of_tables() -> Iterator[Case]:
    """The whole profile runs in two columns on landscape pages, each with narrow tables."""
    for dress, rules in zip(worn("hc+s"), (grid(), grid(), rows_only()), strict=True):
        yield _two_columns(dress, rules)


def _two_columns(dress: Dress, rules: Step) -> Case:
    look = Look(dress.look.family, size=8.5, leading=10.5, page=(842, 595), left=45, label=125,
                value=235, top=50, bottom=50, title_size=12, heading_size=10.5)  # fmt: skip
    columns = settled((printed(dress.profile),), look)
    pages = []
    for at in range(0, len(columns), 2):
        page = columns[at]
        for right in columns[at + 1 : at + 2]:
            page.lines += [line.moved(392, 0) for line in right.lines]
            page.pieces += [
                replace(
                    piece, table=piece.table + 1000, edges=tuple(x + 392 for x in piece.edges),
                    lines=tuple(line.moved(392, 0) for line in piece.lines),
                )
                for piece in right.pieces
            ]  # fmt: skip
        pages.append(page)
    hand = dress.hand.but(rules=rules, order=_column_by_column, tagged=False)
    return Case(
        dress.name.removesuffix("-tagged"), drawn(pages, look.page, hand), expected(dress.profile)
    )


def _column_by_column(lines: list[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (line.left > 421, line.y, line.left))


def _labels_first(lines: list[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: line.part != "label")


def _upwards(lines: list[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: -line.y)


def _values_first(lines: list[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (line.part != "value", -line.y))


def drawn_in_another_order() -> Iterator[Case]:
    """All labels first and then all values, or the page from its foot upwards."""
    for dress in worn("hcs"):
        hand: dict[str, Any] = {"order": _labels_first}
        yield case(dress, "labels-first", hand=hand)
        hand = {"order": _upwards, "show": with_blank}
        yield case(dress, "upwards", hand=hand)
    for dress in worn("hd"):
        hand = {"order": _values_first, "rules": rows_only()}
        yield case(dress, "values-first", hand=hand)


_ = Print

ALL: dict[str, Habit] = {
    habit.__name__.replace("_", "-"): habit
    for habit in (
        white_on_coloured_ground, covered_text, text_outside_the_clip, content_in_forms,
        text_in_figures, total_fit_lines, hyphenated_lines, lines_that_end_in_ties,
        brackets_that_open_lines, uneven_leading, no_room_between_paragraphs,
        second_column_of_text, two_columns_of_tables, drawn_in_another_order,
    )
}  # fmt: skip
