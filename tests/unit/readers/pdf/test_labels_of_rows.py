"""Which lines are one label, by what they and the contents beside them show."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.readers.pdf.labels import Labels, goes_on_in_label
from pipeline.readers.pdf.lines import Line
from tests.unit.readers.pdf.typed import Typed

FULL = "De dijkwachter loopt elke dag zijn ronde langs de dijk en de"
REST = "sluis, en meldt wat hij ziet."
typed = Typed()


def label(text: str, y: float = 100.0) -> Line:
    return typed.line(text, 50, y)


def content(text: str, y: float) -> Line:
    return typed.line(text, 200, y)


def groups(
    labels: Sequence[Line], contents: Sequence[Line] = (), levels: Sequence[float] = ()
) -> int:
    column = Labels(labels, contents, levels, right=500, leading=1.2)
    return len(column.groups(column.verdicts()))


@pytest.mark.parametrize(("first", "second", "distance", "name"), [
    ("Rol", "en taken", 19.9, "it goes on in lower case, by 0.1 pt"),
    ("Rol", "en taken", 20.6, "it stands apart as labels do, by 5.6 pt"),
    ("Rol en", "Taken", 19.9, "nothing can end there, by 0.1 pt"),
    ("Rol/", "Taken", 19.0, "nothing can end there, by 1.0 pt"),
    ("Rol", "Taken", 14.0, "lines stand as close as those of one label, by 1.0 pt"),
    ("Rol", "Taken", 17.0, "it stands apart as labels do, by 2.0 pt"),
    ("Rol", "Taken", 15.2, "it stands apart as labels do, by 0.2 pt"),
    ("Rol:", "taken", 12.0, "its end closes the label"),
    ("Niveau", "(NLQF)", 18.0, "it goes on in lower case, by 2.0 pt"),
    ("Rol", "- taken", 17.0, "it stands apart as labels do, by 2.0 pt"),
])  # fmt: skip
def test_a_label_goes_on(first: str, second: str, distance: float, name: str) -> None:
    verdict = goes_on_in_label(label(first), label(second, 100 + distance))

    assert str(verdict) == name
    assert bool(verdict) is ("apart" not in name and "closes" not in name)


def test_how_near_a_label_was_to_going_on_is_told() -> None:
    verdict = goes_on_in_label(label("Rol"), label("en taken", 120.1))

    assert (verdict.holds, verdict.rival) == (False, "it goes on in lower case")
    assert verdict.margin == pytest.approx(0.1)


def test_a_drawn_line_parts_labels_whatever_they_say() -> None:
    verdict = goes_on_in_label(label("Rol"), label("en taken", 112), ruled=True)

    assert (bool(verdict), verdict.name) == (False, "a drawn line parts them")
    lines = [label("Rol"), label("en taken", 112)]
    assert [groups(lines), groups(lines, (), [104]), groups(lines, (), [120])] == [1, 2, 1]


def test_in_one_drawn_cell_what_goes_on_may_stand_anywhere() -> None:
    far = label("en taken", 140)

    assert goes_on_in_label(label("Rol"), far, framed=True)
    assert not goes_on_in_label(label("Rol"), far)
    assert not goes_on_in_label(label("Rol"), label("Taken", 140), framed=True)


def test_contents_beside_a_line_show_a_label_of_its_own() -> None:
    lines = [label("Rol"), label("Taken", 112)]

    assert groups(lines) == 1
    assert groups(lines, [content("Waken.", 112)]) == 2
    assert groups(lines, [content("Waken.", 114.9)]) == 2
    assert groups(lines, [content("Waken.", 115.1)]) == 1


def test_no_row_begins_inside_a_sentence() -> None:
    lines = [label("Rol"), label("Taken", 112)]

    assert groups(lines, [content(FULL, 100), content(REST, 112)]) == 1
    # A line that ends early was no more than begun by hand; one that ends is whole.
    assert groups(lines, [content(FULL[:40], 100), content(REST, 112)]) == 2
    assert groups(lines, [content(FULL[:-1] + ".", 100), content(REST, 112)]) == 2
    far = [label("Rol"), label("Taken", 121)]
    assert groups(far, [content(FULL, 109), content(REST, 121)]) == 2


def test_a_wide_leading_is_that_of_labels_too() -> None:
    lines = [label("Rol"), label("Taken", 117)]

    goes_on = [
        [bool(verdict) for verdict in Labels(lines, (), leading=leading).verdicts()]
        for leading in (0.0, 1.66, 1.7)
    ]
    assert goes_on == [[False], [False], [True]]


def test_labels_stand_lower_beside_a_rest_or_between_lines() -> None:
    contents = [content(FULL, 100), content(REST, 112)]

    def is_lower(y: float) -> bool:
        return Labels((), contents, right=500).begins_lower([label("Rol", y)])

    assert [is_lower(y) for y in (100, 106, 112, 200)] == [False, True, True, False]


def test_the_share_of_labels_on_a_line_of_contents() -> None:
    column = Labels((), [content("Waken.", 100), content("Meten.", 140)])

    assert column.share_level([[label("Rol", 100)], [label("Taak", 120)]]) == 0.5
    assert column.has_beside([label("Rol", 106)])
    assert not column.has_beside([label("Rol", 120)])
