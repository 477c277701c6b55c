"""What producers do with whole pages: turns, streams, pages that are lost, many pages."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

from tests.habits.breaking import broken
from tests.habits.drawing import by_word, drawn, kerned, whole
from tests.habits.file import File, Sheet
from tests.habits.fonts import width
from tests.habits.kit import Case, Dress, Habit, case, worn
from tests.habits.profiles import SAILMAKER, THATCHER, Profile, Role, expected, printed
from tests.habits.setting import Line, Page, Run, embedded, placed, settled

_PORTRAIT = (595, 842)
_LANDSCAPE = (842, 595)


def _turned(turn: int, size: tuple[float, float], corner: tuple[float, float] = (0, 0)):  # type: ignore[no-untyped-def]
    """Pages that show as they were drawn, written on paper that a viewer turns by `turn`."""
    wide, high = size if turn in (0, 180) else (size[1], size[0])
    matrix = {
        0: (1, 0, 0, 1, 0, 0),
        90: (0, 1, -1, 0, wide, 0),
        180: (-1, 0, 0, -1, wide, high),
        270: (0, -1, 1, 0, 0, high),
    }[turn]

    def change(file: File, sheets: list[Sheet]) -> list[Sheet]:
        x, y = corner
        moved = (*matrix[:4], matrix[4] + x, matrix[5] + y)
        head = ("q " + " ".join(f"{n:g}" for n in moved) + " cm ").encode()
        box = (x, y, x + wide, y + high)
        return [
            replace(sheet, content=[head, *(sheet.content or []), b" Q"], box=box, turn=turn)
            for sheet in sheets
        ]

    return change


def turned_pages() -> Iterator[Case]:
    """Print drivers write a page on its side and have the viewer turn it: all turns, both
    papers."""
    for turn, (name, size) in product(
        (0, 90, 180, 270), (("portrait", _PORTRAIT), ("landscape", _LANDSCAPE))
    ):
        look = {"page": size} if size == _PORTRAIT else {"page": size, "left": 90, "value": 480}
        show = {90: by_word, 270: kerned}.get(turn, whole)
        for dress in worn("h" if turn % 180 else "c+"):
            hand = {"sheets": _turned(turn, size), "show": show}
            yield case(dress, f"{turn}-{name}", look=look, hand=hand)
    for dress in worn("s"):
        hand = {"sheets": _turned(90, _PORTRAIT), "show": by_word}
        yield case(dress, "words-90", hand=hand)
    for dress in worn("d+"):
        look = {"page": _LANDSCAPE, "value": 520}
        yield case(dress, "landscape-270", look=look, hand={"sheets": _turned(270, _LANDSCAPE)})


def one_page_turned() -> Iterator[Case]:
    """One page of a document is turned, the others are not."""

    def second(turn: int) -> Callable[[File, list[Sheet]], list[Sheet]]:
        def change(file: File, sheets: list[Sheet]) -> list[Sheet]:
            done = _turned(turn, _PORTRAIT)(file, sheets[1:2])
            return [*sheets[:1], *done, *sheets[2:]]

        return change

    for turn, dress in zip((90, 180, 270), worn("hc+s"), strict=True):
        yield case(dress, f"{turn}", hand={"sheets": second(turn), "show": by_word})


def boxes_elsewhere() -> Iterator[Case]:
    """A page's box does not begin at the origin, or a crop box shows a part of larger paper."""

    def cropped(file: File, sheets: list[Sheet]) -> list[Sheet]:
        done = []
        for sheet in sheets:
            _, _, wide, high = sheet.box
            data = [b"q 1 0 0 1 40 60 cm ", *(sheet.content or []), b" Q"]
            more = f"/CropBox [40 60 {wide + 40:g} {high + 60:g}]"
            done.append(replace(sheet, content=data, box=(0, 0, wide + 80, high + 120), more=more))
        return done

    for corner, dress in zip(((-100, -200), (300, 500), (-842, 0)), worn("hc+d"), strict=True):
        yield case(dress, "corner", hand={"sheets": _turned(0, _PORTRAIT, corner)})
    for dress in worn("hs+"):
        yield case(dress, "crop", hand={"sheets": cropped})
    for dress in worn("n"):
        yield case(dress, "turned-corner", hand={"sheets": _turned(90, _PORTRAIT, (-50, 70))})


def _every(count: int) -> Callable[[list[str]], list[bytes]]:
    def cut(tokens: list[str]) -> list[bytes]:
        parts = [tokens[at : at + count] for at in range(0, len(tokens), count)]
        return [" ".join(part).encode("latin-1") for part in parts]

    return cut


def _anywhere(seed: int, pieces: int) -> Callable[[list[str]], list[bytes]]:
    def cut(tokens: list[str]) -> list[bytes]:
        chosen = random.Random(seed)
        ends = sorted(chosen.sample(range(1, len(tokens)), pieces))
        starts = [0, *ends]
        return [
            " ".join(tokens[start:end]).encode("latin-1")
            for start, end in zip(starts, [*ends, len(tokens)], strict=True)
        ]

    return cut


def _behind(wanted: str) -> Callable[[list[str]], list[bytes]]:
    """Cut after every twentieth token of a kind: inside what it opens."""

    def cut(tokens: list[str]) -> list[bytes]:
        places = [n + 1 for n, token in enumerate(tokens) if token == wanted][::20]
        starts = [0, *places]
        return [
            " ".join(tokens[start:end]).encode("latin-1")
            for start, end in zip(starts, [*places, len(tokens)], strict=True)
        ]

    return cut


def streams_cut_anywhere() -> Iterator[Case]:
    """The Adobe PDF Library cuts a page's content between any two tokens; it is one stream."""
    for dress in worn("h+c+s+"):
        yield case(dress, "in-dictionary", hand={"cut": _behind("<<")})
        yield case(dress, "in-text", hand={"cut": _behind("BT")})
    for seed, dress in enumerate(worn("hcs+dn+")):
        yield case(dress, "anywhere", hand={"cut": _anywhere(seed, 8)})
    for dress in worn("sh"):
        yield case(dress, "in-array", hand={"cut": _behind("["), "show": kerned})
    for count, dress in zip((50, 333, 7), worn("hc+s"), strict=True):
        yield case(dress, f"every-{count}", hand={"cut": _every(count)})


def scanned_page_among_printed() -> Iterator[Case]:
    """One page is a picture of paper: nobody can read its text from the file, and it must be
    said."""

    def scanned(number: int) -> Callable[[File, list[Sheet]], list[Sheet]]:
        def change(file: File, sheets: list[Sheet]) -> list[Sheet]:
            wide, high = 120, 170
            rows = [
                bytes(0 if (y % 6 == 3 and 12 < x < 108) else 235 for x in range(wide))
                for y in range(high)
            ]
            image = file.stream(
                b"".join(rows),
                f"/Type /XObject /Subtype /Image /Width {wide} /Height {high}"
                " /ColorSpace /DeviceGray /BitsPerComponent 8",
            )
            sheets[number] = replace(
                sheets[number], content=[b"q 595 0 0 842 0 0 cm /Im0 Do Q"],
                objects={"Im0": image},
            )  # fmt: skip
            return sheets

        return change

    for number, dress in zip((1, 0, 1, 1), worn("hcs+d"), strict=True):
        hand = {"sheets": scanned(number)}
        yield case(dress, f"page-{number + 1}", hand=hand, announced=True)


def page_without_content() -> Iterator[Case]:
    """A page lost its content (announce it), or a page was left blank on purpose (nothing is
    lost)."""

    def emptied(none: bool) -> Callable[[File, list[Sheet]], list[Sheet]]:
        def change(file: File, sheets: list[Sheet]) -> list[Sheet]:
            sheets[1] = replace(sheets[1], content=None if none else [b""])
            return sheets

        return change

    def blank(file: File, sheets: list[Sheet]) -> list[Sheet]:
        page = replace(sheets[0], content=[b""], objects={})
        return [*sheets[:1], page, *sheets[1:]]

    def last(file: File, sheets: list[Sheet]) -> list[Sheet]:
        return [*sheets, replace(sheets[0], content=[], objects={})]

    for dress in worn("hc"):
        yield case(dress, "lost", hand={"sheets": emptied(True)}, announced=True)
    for dress in worn("s+"):
        yield case(dress, "empty", hand={"sheets": emptied(False)}, announced=True)
    for dress in worn("dh"):
        yield case(dress, "blank-between", hand={"sheets": blank})
    for dress in worn("n"):
        yield case(dress, "blank-behind", hand={"sheets": last})


def wrong_count() -> Iterator[Case]:
    """The tree of pages says another number of pages than it has."""
    for count, dress in zip((1, 2, 9, 0), worn("hc+sd"), strict=True):
        yield case(dress, f"{count}", hand={"count": count})


def many_pages() -> Iterator[Case]:
    """A profile of many roles, on as many pages as several profiles have."""
    for count, dress in zip((6, 14), worn("hc+"), strict=True):
        profile = long(dress.profile, count)
        yield case(dress, f"{count}-roles", profile=profile)
    for dress in worn("s"):
        profile = long(dress.profile, 5)
        look = {"size": 16, "leading": 20, "label": 185, "value": 320}
        labels = {"market": "Arbeidsmarkt", "prospects": "Loopbaan"}
        yield case(dress, "large", profile=profile, look=look, labels=labels)


def several_profiles() -> Iterator[Case]:
    """Two profiles in one file: no one profile is its content, and it must be said."""
    for dress in worn("hc+"):
        both = (printed(SAILMAKER), printed(THATCHER))
        yield case(dress, prints=both, announced=True)
    for dress in worn("s"):
        both = (printed(SAILMAKER), printed(SAILMAKER))
        yield case(dress, "twice", prints=both, announced=True)


_PLACES = (
    "aan wal", "aan boord", "in de leerploeg", "bij de klant", "in het magazijn", "op de werf",
    "in het kantoor", "op de beurs", "bij de keuring", "in de nacht",
)  # fmt: skip


def long(profile: Profile, roles: int) -> Profile:
    """A profile with more roles: those that it has, under further names."""
    made: list[Role] = []
    for number in range(roles):
        role = profile.roles[number % len(profile.roles)]
        place = _PLACES[number // len(profile.roles)]
        name = f"{role.name} {place}"
        heading = f"{role.heading} {place}"
        statement = role.responsibility.replace(" is ", f" {place} is ", 1)
        made.append(replace(role, name=name, heading=heading, responsibility=statement))
    return replace(profile, roles=tuple(made))


def form_fields() -> Iterator[Case]:
    """A value is the content of a form field, shown by its appearance."""

    def with_field(text: str) -> dict[str, object]:
        made: dict[str, int] = {}

        def sheets(file: File, pages: list[Sheet]) -> list[Sheet]:
            font = file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
            show = file.stream(
                f"/Tx BMC q BT /Helv 10 Tf 0 g 2 5 Td ({text}) Tj ET Q EMC".encode("latin-1"),
                "/Type /XObject /Subtype /Form /BBox [0 0 200 16]"
                f" /Resources << /Font << /Helv {font} 0 R >> >>",
            )
            made["field"] = file.add(
                "<< /Type /Annot /Subtype /Widget /FT /Tx /T (versie) /F 4"
                f" /V ({text}) /DA (/Helv 10 Tf 0 g) /Rect [{_field_rect(pages)}]"
                f" /AP << /N {show} 0 R >> >>"
            )
            pages[0].annotations.append(f"{made['field']} 0 R")
            return pages

        def form(file: File, pages: list[int]) -> str:
            return f"<< /Fields [{made['field']} 0 R] /DA (/Helv 10 Tf 0 g) >>"

        def show_but_version(canvas, run, line, hand):  # type: ignore[no-untyped-def]
            if not (line.part == "value" and run.text == text):
                whole(canvas, run, line, hand)

        return {"sheets": sheets, "form": form, "show": show_but_version}

    def _field_rect(pages: list[Sheet]) -> str:
        return place[0]

    for dress in worn("hs"):
        version = dress.profile.version
        page = placed((printed(dress.profile),), dress.look)[0]
        line = next(
            line for line in page.all_lines() if line.part == "value" and line.text == version
        )
        x, y = line.left - 2, 842 - line.y - 5
        place = [f"{x:g} {y:g} {x + 200:g} {y + 16:g}"]
        yield case(dress, "text", hand=with_field(version))


def visible_annotations() -> Iterator[Case]:
    """A reviewer's remarks as annotations with an appearance: they show, and are no content."""

    def remark(text: str, rect: tuple[float, float, float, float], kind: str):  # type: ignore[no-untyped-def]
        def sheets(file: File, pages: list[Sheet]) -> list[Sheet]:
            font = file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
            x, y, to_x, to_y = rect
            show = file.stream(
                f"1 1 0.7 rg 0 0 {to_x - x:g} {to_y - y:g} re f BT /Helv 8 Tf 0.6 0 0 rg 2 4 Td"
                f" ({text}) Tj ET".encode("latin-1"),
                f"/Type /XObject /Subtype /Form /BBox [0 0 {to_x - x:g} {to_y - y:g}]"
                f" /Resources << /Font << /Helv {font} 0 R >> >>",
            )
            pages[0].annotations.append(
                f"<< /Type /Annot /Subtype /{kind} /F 4 /Rect [{x:g} {y:g} {to_x:g} {to_y:g}]"
                f" /Contents ({text}) /AP << /N {show} 0 R >> /DA (/Helv 8 Tf) >>"
            )
            return pages

        return sheets

    for text, rect, kind, dress in (
        ("Graag nakijken", (532, 700, 594, 716), "FreeText", next(worn("h"))),
        ("DEFINITIEF", (430, 800, 520, 820), "Stamp", next(worn("c+"))),
        ("Klopt dit?", (5, 600, 60, 616), "FreeText", next(worn("s"))),
    ):
        hand = {"sheets": remark(text, rect, kind)}
        yield case(dress, kind.lower(), hand=hand, apart=(text,), free=("status",))

    def links(file: File, pages: list[Sheet]) -> list[Sheet]:
        for y in range(100, 800, 50):
            pages[0].annotations.append(
                f"<< /Type /Annot /Subtype /Link /Rect [200 {y} 400 {y + 12}] /Border [0 0 0]"
                " /A << /S /URI /URI (https://doek.example) >> >>"
            )
            pages[0].annotations.append(
                f"<< /Type /Annot /Subtype /Highlight /F 4 /C [1 1 0] /Rect [200 {y} 300 {y + 10}]"
                f" /QuadPoints [200 {y + 10} 300 {y + 10} 200 {y} 300 {y}] /Contents (let op) >>"
            )
        return pages

    for dress in worn("hd+"):
        yield case(dress, "links", hand={"sheets": links})


def pages_in_other_languages() -> Iterator[Case]:
    """A summary in another language stands behind the profile: no fault of the fonts."""
    for (language, title, text), dress in zip(_SUMMARIES, worn("hcs+d"), strict=True):
        yield _with_summary(dress, language, title, text)


def _with_summary(dress: Dress, language: str, title: str, text: str) -> Case:
    look = dress.look.but(family=embedded("dejavu"), size=9, leading=11.5)
    pages = settled((printed(dress.profile),), look)
    page = Page()
    y = look.top
    for part, style, size, words in (
        ("title", "b", 14.0, title), *(("text", "r", 9.0, t) for t in text.split("\n"))
    ):  # fmt: skip
        face = look.family.face(style)
        for line in broken(words, face, size, 450, look.breaking):
            y += size * 1.3
            run = Run(look.left, line, face, size, width(face, line, size))
            page.lines.append(Line((run,), y, part, style, right=look.left + 450))
        y += 6
    pages.append(page)
    data = drawn(pages, look.page, dress.hand)
    return Case(f"{language}-{dress.name}", data, expected(dress.profile), apart=(title, text))


_SUMMARIES = (
    ("english", "Summary",
     "Sailmakers make and repair sails, covers and awnings for ships of every kind. They work"
     " in small"
     " lofts near the water, mostly with two to six people.\nThe work asks for patience, a good"
     " eye and"
     " strong hands. Whoever wants to become a sailmaker learns the trade in the loft, next to"
     " somebody"
     " who has done it for years."),
    ("german", "Zusammenfassung",
     "Reetdachdecker decken und pflegen Dächer aus Reet. Sie arbeiten draußen, in der Höhe und"
     " meist zu"
     " zweit.\nSie prüfen das Reet bei der Lieferung, berechnen die Neigung und achten auf den"
     " Brandschutz."
     " Der Auftraggeber ist ein Bauherr, eine Stiftung oder ein Privatmann."),
    ("polish", "Streszczenie",
     "Żaglomistrz szyje i naprawia żagle, pokrowce oraz namioty pokładowe. Pracuje w małym"
     " warsztacie"
     " nad wodą.\nPraca wymaga cierpliwości, dokładności i silnych rąk. Zawodu uczy się w"
     " warsztacie,"
     " obok mistrza."),
    ("turkish", "Özet",
     "Saz çatı ustaları çatıları sazla kaplar ve onarır. Dışarıda, yüksekte ve çoğu zaman iki kişi"
     " çalışırlar.\nMalzemeyi teslimatta denetler, eğimi hesaplar ve yangın güvenliğine dikkat"
     " ederler."),
)  # fmt: skip


ALL: dict[str, Habit] = {
    habit.__name__.replace("_", "-"): habit
    for habit in (
        turned_pages, one_page_turned, boxes_elsewhere, streams_cut_anywhere,
        scanned_page_among_printed, page_without_content, wrong_count, many_pages,
        several_profiles, form_fields, visible_annotations, pages_in_other_languages,
    )
}  # fmt: skip
