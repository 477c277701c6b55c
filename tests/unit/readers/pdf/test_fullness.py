"""Where full lines end, and lines that a typesetter ended early."""

from __future__ import annotations

from tests.unit.readers.pdf.drawing import Draw, cells, lines, ruled, shown, together

FULL = "De dijkwachter loopt elke ochtend zijn ronde langs de dijk en de sluis"
EARLY = "De dijkwachter loopt elke ochtend zijn ronde langs de dijk en"
REST = "meldt wat hij ziet aan de post."


def test_a_nearly_full_line_that_goes_on_in_lower_case_was_ended_early() -> None:
    page = together(lines(FULL, REST), lines(EARLY, REST, top=310))

    assert shown(page) == [f"{FULL} {REST}", f"{EARLY} {REST}"]


def test_a_short_line_before_one_in_lower_case_was_ended_by_hand() -> None:
    names = ("dijkwachter", "sluiswachter")

    assert shown(together(lines(FULL, REST), lines(*names, top=310)))[1:] == list(names)


def test_lines_of_text_may_stand_wider_than_those_of_cells() -> None:
    second = "Wie hem aflost, leest eerst het logboek van de nacht dat daar ligt"

    def cell(top: float) -> Draw:
        return together(
            lines("Taak", x=45, top=top), lines(FULL[:50], REST, x=105, top=top, leading=11.5),
            ruled([40, 100, 390], [top + 12, top - 16]),
        )  # fmt: skip

    page = together(
        lines(f"{FULL[:-4]} post.", second, "en meldt zich.", leading=13.2, top=380),
        *(cell(top) for top in (300.0, 260.0, 220.0, 180.0)),
    )

    assert shown(page)[0] == f"{FULL[:-4]} post. {second} en meldt zich."


def test_the_rest_of_a_sentence_above_a_table_is_of_its_second_column() -> None:
    first = together(
        lines("Houding", x=45, top=60), lines("Wie de dijk bewaakt, kijkt goed en", x=105, top=60),
        ruled([40, 100, 390], [80, 50]),
    )  # fmt: skip
    second = together(
        lines("meldt wat hij ziet.", x=105, top=372), lines("Niveau", x=45, top=350),
        lines("4", x=105, top=350), lines("Sector", x=45, top=330), lines("Water", x=105, top=330),
        ruled([40, 100, 390], [365, 345, 325]),
    )  # fmt: skip

    assert cells(first, second)[1:] == [
        [[], ["meldt wat hij ziet."]], [["Niveau"], ["4"]], [["Sector"], ["Water"]],
    ]  # fmt: skip
