"""What producers do with glyphs: whose font, what they mean, where they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from tests.habits.canvas import Canvas
from tests.habits.drawing import Hand, by_glyph, by_word, kerned, whole
from tests.habits.fonts import Embedded, Mixed, Narrow, Signs, Spaced, Standard, width
from tests.habits.kit import Case, Dress, Habit, case, worn
from tests.habits.profiles import Items, Profile, Text, expected
from tests.habits.rules import booktabs, rows_only
from tests.habits.setting import COURIER, HELVETICA, TIMES, Bullet, Family, Line, Run, embedded


def symbol_font_bullets() -> Iterator[Case]:
    """The sign of a list is a glyph of Symbol, Wingdings or ZapfDingbats: its code says little."""
    symbol = Standard("Symbol", encoding="")
    dingbats = Standard("ZapfDingbats", encoding="")
    for name, bullet, dress in (
        ("symbol-minus", Bullet("\x2d", symbol), next(worn("h"))),
        ("symbol-minus", Bullet("\x2d", symbol), next(worn("c+"))),
        ("symbol-bullet", Bullet("\xb7", symbol), next(worn("s"))),
        ("symbol-arrow", Bullet("\xae", symbol), next(worn("d"))),
        ("dingbats-square", Bullet("n", dingbats, 0.7), next(worn("h"))),
        ("dingbats-disc", Bullet("l", dingbats, 0.6), next(worn("n+"))),
        ("dingbats-tick", Bullet("4", dingbats, 0.9), next(worn("s"))),
        ("dingbats-arrow", Bullet("\xe4", dingbats, 0.9), next(worn("c"))),
    ):
        yield case(dress, name, look={"bullet": bullet})


def wingdings_bullets() -> Iterator[Case]:
    """The same with an embedded font of signs, whose ToUnicode is missing, private, or a wrong
    sign."""
    for font, code, shape in (
        ("Wingdings-Regular", 0xA7, "square"), ("Wingdings-Regular", 0xD8, "arrow"),
        ("Wingdings-Regular", 0xFC, "tick"), ("Wingdings-Regular", 0x76, "diamond"),
        ("Wingdings-Regular", 0x6E, "square"), ("Wingdings2", 0x97, "disc"),
        ("Wingdings3", 0x7D, "arrow"), ("Webdings", 0x34, "arrow"), ("SymbolMT", 0xB7, "disc"),
        ("SymbolMT", 0x2D, "dash"),
    ):  # fmt: skip
        wrong = {0xA7: "§", 0xD8: "Ø", 0xFC: "ü", 0x2D: "−", 0xB7: "·"}.get(code, chr(code))
        for meaning, letter in (("", "h"), ("private", "c+"), (wrong, "s")):
            face = Signs(font, ((code, shape),), meaning)
            means = {"": "none", "private": "private"}.get(meaning, "sign")
            bullet = Bullet(chr(code), face, 0.9)
            dress = next(worn(letter))
            yield case(dress, f"{font}-{code:02X}-{means}", look={"bullet": bullet})


def letter_as_bullet() -> Iterator[Case]:
    """Word's second bullet is the letter o of Courier New; some lists have it as their first."""
    o_sign = Bullet("o", Standard("Courier"), indent=8, hang=12)
    second = replace(o_sign, indent=24)
    for dress in worn("hc+s"):
        yield case(dress, "first", look={"bullet": o_sign})
    for dress in worn("hc+sd+"):
        two = replace(
            dress.profile,
            attitude=(
                Text("Van hen wordt verwacht dat zij:"),
                Items((
                    ("geduldig zijn:", ("zij wachten tot de lijm droog is;",
                                        "2 mensen dragen een zware rol;")),
                    "graag leren;",
                    ("veilig werken:", ("’s winters strooien zij de steiger;",
                                        "omzichtig gaan zij om met messen.")),
                )),
            ),
        )  # fmt: skip
        yield case(dress, "second", look={"second_bullet": second}, profile=two)
        dash = Bullet("-", None, indent=24)
        yield case(dress, "dash-below", look={"second_bullet": dash}, profile=two)


def one_glyph_two_meanings() -> Iterator[Case]:
    """Quartz maps a glyph to all characters that look like it: blank and fixed blank, hyphens."""
    twice: tuple[tuple[int, str], ...] = ((0x20, " \u00a0"), (0x2D, "-\u00ad\u2010\u2011"))
    blank = twice[:1]
    faces = ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique")
    for name, meanings, letter in (
        ("both", twice, "h"),
        ("blank", blank, "h"),
        ("both", twice, "d+"),
    ):
        family = Family(*(Standard(face, True, meanings) for face in faces))
        dress = next(worn(letter))
        look = {"family": family, "size": 10, "leading": 12.5}
        yield case(dress, name, look=look, hand={"show": whole})
    own: tuple[tuple[str, str], ...]
    for own, letter in (
        (((" ", " \u00a0"), ("-", "-\u00ad")), "s"),
        (((" ", "\u00a0 "), ("·", "·∙")), "c+"),
        ((("-", "\u00ad-"),), "n"),
    ):
        dress = next(worn(letter))
        family = Family(
            *(replace(face, meanings=own)  # type: ignore[type-var]
              for face in (dress.look.family.regular, dress.look.family.bold,
                           dress.look.family.italic))
        )  # fmt: skip
        yield case(dress, f"embedded-{len(own)}", look={"family": family})


_FAR = Embedded("dejavu/DejaVuSans.ttf")


def _with_signs(profile: Profile) -> Profile:
    return replace(
        profile,
        complexity=(
            Text("Lijm geeft CO₂ en NO₂ af; H₂O lost haar op. Een hoek van ≥ 45° of een naad"
                 " van ½ duim"
                 " vraagt x² meer tijd. Eerst meten → dan snijden."),
        ),
        market=(Text("Ongeveer ⅓ van de bedrijven zoekt iemand; in Łódź en in Gdańsk zijn er"
                     " meer."),),
    )  # fmt: skip


def fallback_font_glyphs() -> Iterator[Case]:
    """Signs that the font lacks come from another, which is wider, and often drawn after the
    line."""
    signs = "₂≥½²→⅓Łódźń°"
    for name, last, letter in (
        ("in-order", False, "c"), ("in-order", False, "s+"), ("last", True, "c"),
        ("last", True, "n+"), ("last", True, "s"),
    ):  # fmt: skip
        dress = next(worn(letter))
        family = Family(
            Mixed(dress.look.family.regular, _FAR, signs),  # type: ignore[arg-type]
            dress.look.family.bold, dress.look.family.italic,
        )  # fmt: skip
        yield case(
            dress, name, look={"family": family}, hand={"fallback_last": last},
            profile=_with_signs(dress.profile),
        )  # fmt: skip
    odd = Family(
        Mixed(Standard("Helvetica"), Standard("Times-Roman"), "éëïóö€’"),
        HELVETICA.bold, HELVETICA.italic,
    )  # fmt: skip
    for dress in worn("hh+"):
        yield case(dress, "accents", look={"family": odd}, profile=_accented(dress.profile))


def _accented(profile: Profile) -> Profile:
    return replace(
        profile,
        complexity=(
            Text("Beëindigen, beïnvloeden en coördineren zijn drie dingen tegelijk. Één fout in de"
                 " reële maat, hoe klein ook, geeft ruzie met de café-eigenaar of à la carte"
                 " een nieuwe"
                 " opdracht."),
        ),
        autonomy=(
            Text("Zij coördineren het werk van cliënten en collega’s en bepalen zélf de volgorde."),
            Text("Financiële zaken zijn voor de eigenaar; ideeën zijn welkom."),
        ),
    )  # fmt: skip


_ACCENTS = {"\u0308": "¨", "\u0301": "´", "\u0300": "`", "\u0302": "ˆ"}


def _accents_apart(first: bool) -> Any:
    """Shows runs with each accent over its letter, drawn before or behind it."""

    def draw(canvas: Canvas, run: Run, line: Line, hand: Hand) -> None:
        x = run.x
        for apart, group in groupby(run.text, key=_has_accent):
            for text in group if apart else ("".join(group),):
                wide = width(run.face, text, run.size)
                glyphs = [(x, line.y, text)]
                if apart:
                    parts = unicodedata.normalize("NFD", text)
                    letter, sign = parts[0], _ACCENTS[parts[1:]]
                    middle = x + (wide - width(run.face, sign, run.size)) / 2
                    lift = run.size * 0.19 if letter.isupper() else 0
                    glyphs = [(x, line.y, letter), (middle, line.y - lift, sign)]
                for place, height, glyph in reversed(glyphs) if first else glyphs:
                    canvas.text(place, height, run.face, run.size, glyph)
                x += wide

    return draw


def _has_accent(sign: str) -> bool:
    return unicodedata.normalize("NFD", sign)[1:] in _ACCENTS


def accents_drawn_apart() -> Iterator[Case]:
    """Old TeX fonts and drivers draw an accent as a glyph of its own over its letter."""

    for dress, first in zip(worn("hsc+d"), (False, True, True, False), strict=True):
        profile = _accented(dress.profile)
        name = "before" if first else "behind"
        yield case(dress, name, hand={"show": _accents_apart(first)}, profile=profile)
    for dress in worn("h+"):
        profile = _accented(dress.profile)
        look = {"family": TIMES}
        yield case(dress, "times", look=look, hand={"show": _accents_apart(True)}, profile=profile)


def letter_spaced_labels() -> Iterator[Case]:
    """Labels and headings with their letters apart: by a setting, by arrays, glyph by glyph."""
    for extra, dress in zip((1, 2, 3, 4), worn("hcs+d"), strict=True):
        for name, show in (("set", whole), ("array", kerned), ("glyphs", by_glyph)):
            bold = Spaced(dress.look.family.bold, 1000 * extra / dress.look.size)  # type: ignore[arg-type]
            family = replace(dress.look.family, bold=bold)
            look = {
                "family": family, "label": 130 + 38 * extra, "value": 330 - 38 * extra,
                "title_size": 11, "left": 60, "size": min(dress.look.size, 9), "heading_size": 10,
            }  # fmt: skip
            yield case(dress, f"{name}-{extra}", look=look, hand={"show": show})


def spaced_headings() -> Iterator[Case]:
    """Only the title and the headings of sections have their letters apart."""

    def show(extra: float) -> Any:
        def draw(canvas: Canvas, run: Run, line: Line, hand: Hand) -> None:
            if line.part not in ("title", "heading"):
                whole(canvas, run, line, hand)
                return
            with canvas.kept():
                codes = canvas.codes(run.face, run.text)
                canvas.string(run.x, line.y, run.face, run.size * 0.8, codes,
                              settings=(extra, "Tc"))  # fmt: skip

        return draw

    for extra, dress in zip((1.2, 2.5, 1.8), worn("hc+s"), strict=True):
        yield case(dress, f"{extra}", hand={"show": show(extra)})


def fake_bold_labels() -> Iterator[Case]:
    """A bold that the font lacks: the text twice a little apart, or filled and outlined."""

    def twice(shift: float, times: int = 2) -> Any:
        def draw(canvas: Canvas, run: Run, line: Line, hand: Hand) -> None:
            copies = times if line.style == "b" else 1
            for n in range(copies):
                moved = replace(run, x=run.x + n * shift)
                whole(canvas, moved, line, hand)

        return draw

    def outlined(canvas: Canvas, run: Run, line: Line, hand: Hand) -> None:
        if line.style != "b":
            whole(canvas, run, line, hand)
            return
        with canvas.kept():
            codes = canvas.codes(run.face, run.text)
            settings = (2, "Tr", 0.3, "w")
            canvas.string(run.x, line.y, run.face, run.size, codes, settings=settings)

    def words_twice(canvas: Canvas, run: Run, line: Line, hand: Hand) -> None:
        for n in range(2 if line.style == "b" else 1):
            by_word(canvas, replace(run, x=run.x + 0.4 * n), line, hand)

    for name, show, letters in (
        ("twice-0.3", twice(0.3), "hc+"), ("twice-0.6", twice(0.6), "s"),
        ("four", twice(0.2, 4), "hn+"), ("outlined", outlined, "hs+"), ("words", words_twice, "cd"),
    ):  # fmt: skip
        for dress in worn(letters):
            family = replace(dress.look.family, bold=dress.look.family.regular)
            yield case(dress, name, look={"family": family}, hand={"show": show})


def standard_fonts_without_widths() -> Iterator[Case]:
    """A file counts on its reader to know the widths of Helvetica, Times and Courier."""
    for name, family, letter in (
        ("helvetica", HELVETICA, "h"), ("times", TIMES, "h"), ("courier", COURIER, "h"),
        ("times", TIMES, "d+"), ("courier", COURIER, "d"),
    ):  # fmt: skip
        dress = next(worn(letter))
        size = 8.5 if family is COURIER else 10
        look = {
            "family": family,
            "size": size,
            "leading": 12,
            "label": 175,
            "value": 300,
            "left": 55,
        }
        profile = _priced(dress.profile)
        yield case(dress, name, look=look, profile=profile, hand={"show": whole})
        look = look | {"row_gap": 4}
        hand = {"rules": booktabs(), "show": kerned}
        yield case(dress, f"{name}-kerned", look=look, profile=profile, hand=hand)


def _priced(profile: Profile) -> Profile:
    return replace(
        profile,
        environment=(Text("Een dag werk kost € 450 tot € 1.200 – materiaal apart – en “spoed”"
                          " het dubbele…"),),
        attitude=(Text("Zij:"), Items(("blijven beleefd", "weigeren € 5 fooi", "letten op de"
                                                                               " ‘kleine’ klant"))),
    )  # fmt: skip


def fonts_without_meaning() -> Iterator[Case]:
    """One-byte fonts of WinAnsi without ToUnicode: the codes are the text (older Word, drivers)."""
    for stem, letter in (("liberation/LiberationSans", "h"), ("crosextra/Carlito", "c+"),
                         ("liberation/LiberationSerif", "s")):  # fmt: skip
        family = Family(*(Narrow(f"{stem}-{style}.ttf") for style in ("Regular", "Bold", "Italic")))
        dress = next(worn(letter))
        yield case(dress, look={"family": family}, profile=_priced(dress.profile))


def swapped_ligatures() -> Iterator[Case]:
    """A rewriter turned the bytes of joined letters about: U+7400 U+6900 for U+0074 U+0069."""
    for stem, letter in (("carlito", "c"), ("carlito", "c+"), ("dejavu", "d"), ("serif", "s"),
                         ("carlito", "h")):  # fmt: skip
        family = embedded(stem, ligatures=True, swapped=True)
        dress = next(worn(letter))
        profile = replace(
            dress.profile,
            complexity=(Text("De officiële definitie van een efficiënte stiksteek is fijn, maar"
                             " in de"
                             " praktijk is tijd de grote factor: haast en flinke wind geven"
                             " spelfouten"
                             " in de offerte."),),
        )  # fmt: skip
        yield case(dress, stem, look={"family": family}, profile=profile)


def joined_letters() -> Iterator[Case]:
    """Fonts with joined letters whose meaning is right: one glyph, two or three characters."""
    for stem, letter in (("carlito", "c+"), ("dejavu", "d"), ("serif", "s"), ("sans", "h")):
        family = embedded(stem, ligatures=True)
        yield case(next(worn(letter)), stem, look={"family": family}, hand={"show": by_glyph})


def signs_at_the_edge() -> Iterator[Case]:
    """Zero-width, combining and private-use glyphs at the edge of a column."""

    def edge(sign: str, left: bool, face: Any = _FAR, shift: float = 0) -> Any:
        def draw(canvas: Canvas, run: Run, line: Line, hand: Hand) -> None:
            (hand.show and whole)(canvas, run, line, hand)  # type: ignore[misc]
            if line.part in ("label", "value") and run is line.runs[-1]:
                x = run.x - shift if left else run.x + run.width + shift
                canvas.text(x, line.y, face, run.size, sign)

        return draw

    icon = Signs("Icons", ((0x41, "diamond"),), "private")
    for name, sign, left, letter in (
        ("zero-width-space", "\u200b", True, "h"), ("zero-width-space", "\u200b", False, "c+"),
        ("joiner", "\u200d", False, "s"), ("mark", "\u200e", True, "d+"),
        ("joiner", "\u200d", True, "n"),
    ):  # fmt: skip
        yield case(next(worn(letter)), f"{name}-{'left' if left else 'right'}",
                   hand={"show": edge(sign, left)})  # fmt: skip
        yield case(next(worn(letter)), f"{name}-{'left' if left else 'right'}-norules",
                   hand={"show": edge(sign, left), "rules": rows_only()})  # fmt: skip
    for dress in worn("dh+"):
        yield _combining(dress)

    def icons(canvas: Canvas, run: Run, line: Line, hand: Hand) -> None:
        whole(canvas, run, line, hand)
        if line.part == "heading":
            canvas.text(run.x - 12, line.y, icon, 9, "A")

    for dress in worn("hc+"):
        yield case(dress, "icon-before-heading", hand={"show": icons}, apart=("\uf041",))


def _combining(dress: Dress) -> Case:
    """All accents as combining characters: the same text once it is composed."""
    profile = _accented(dress.profile)
    apart = replace(
        profile,
        complexity=tuple(_decomposed(block) for block in profile.complexity),
        autonomy=tuple(_decomposed(block) for block in profile.autonomy),
    )
    look = {"family": embedded("dejavu"), "size": 9, "leading": 11.5}
    made = case(dress, "combining", look=look, profile=apart, hand={"show": whole})
    return replace(made, content=expected(profile))


def _decomposed(block: Any) -> Any:
    return replace(block, text=unicodedata.normalize("NFD", block.text))


def figures_below_the_line() -> Iterator[Case]:
    """Small figures set lower or higher by hand, drawn when the line is done (CO2 by Word)."""

    def draw(last: bool) -> Any:
        def show(canvas: Canvas, run: Run, line: Line, hand: Hand) -> None:
            pieces = run.text.split("CO2")
            x, later = run.x, []
            for n, piece in enumerate(pieces):
                text = piece + ("CO" if n + 1 < len(pieces) else "")
                canvas.text(x, line.y, run.face, run.size, text)
                x += width(run.face, text, run.size)
                if n + 1 < len(pieces):
                    later.append(x)
                    x += width(run.face, "2", run.size * 0.65)
                    if not last:
                        canvas.text(later.pop(), line.y + 1.6, run.face, run.size * 0.65, "2")
            for place in later:
                canvas.text(place, line.y + 1.6, run.face, run.size * 0.65, "2")

        return show

    for last, dress in zip((False, True, True, False), worn("hc+sd"), strict=True):
        profile = replace(
            dress.profile,
            complexity=(Text("Lijmen zonder CO2 bestaan, maar zijn duur. Wie de CO2-uitstoot"
                             " van zijn"
                             " bedrijf wil verlagen, kiest voor garen en niet voor lijm."),),
        )  # fmt: skip
        yield case(
            dress, "last" if last else "in-order", hand={"show": draw(last)}, profile=profile
        )


ALL: dict[str, Habit] = {
    habit.__name__.replace("_", "-"): habit
    for habit in (
        symbol_font_bullets, wingdings_bullets, letter_as_bullet, one_glyph_two_meanings,
        fallback_font_glyphs, accents_drawn_apart, letter_spaced_labels, spaced_headings,
        fake_bold_labels, standard_fonts_without_widths, fonts_without_meaning, swapped_ligatures,
        joined_letters, signs_at_the_edge, figures_below_the_line,
    )
}  # fmt: skip
