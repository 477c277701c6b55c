"""What repeats on pages: running lines with their frames, repeated heads of tables, watermarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from pipeline.readers.pdf.furniture import RUNNING, Repeated, without_repeated
from pipeline.readers.pdf.marks import Marks, Page, Rule, Tagged
from tests.unit.readers.pdf.typed import Typed

# Pages are 200 points wide and 400 high, their margins 68.
HEAD, TEXT, FOOT = 20.0, 200.0, 380.0


class Pages:
    """Pages of typed texts."""

    def __init__(self) -> None:
        self.typed = Typed()
        self.pages: list[Page] = []

    def add(
        self,
        *texts: tuple[str, float, float],
        rules: Sequence[Rule] = (),
        **values: Any,
    ) -> None:
        """A page with texts, each with where it begins and its baseline."""
        runs = tuple(self.typed.run(text, x, y) for text, x, y in texts)
        page = Page(len(self.pages) + 1, 200, 400, runs, tuple(rules), (), (), has_images=False)
        self.pages.append(replace(page, **values))

    def repeated(self, tags: Tagged | None = None) -> Repeated:
        return without_repeated(Marks(tuple(self.pages), self.typed.glyphs, tags))

    def taken(self, tags: Tagged | None = None) -> list[tuple[str, int, str]]:
        """(kind, page, text) of what is taken away."""
        found = self.repeated(tags)
        assert all(
            {run.start for run in page.runs}.isdisjoint(
                run.start
                for (_, number), runs in found.runs.items()
                for run in runs
                if number == page.number
            )
            for page in found.marks.pages
        )
        return [(kind, n, line.chars) for kind, n, line in found.lines(self.typed.maker)]


def taken(*pages: Sequence[tuple[str, float, float]], rules: Sequence[Rule] = ()) -> list[str]:
    """The texts that are taken from pages with these rules on each."""
    found = Pages()
    for page in pages:
        found.add(*page, rules=rules)
    return [text for _, _, text in found.taken()]


def test_lines_that_run_are_taken_with_their_page() -> None:
    pages = Pages()
    for text in ("Hij last.", "Hij slijpt."):
        pages.add(("Profiel", 50, HEAD), (text, 50, TEXT), ("Profiel", 50, TEXT + 20))

    assert pages.taken() == [(RUNNING, 1, "Profiel"), (RUNNING, 2, "Profiel")]


def test_what_nobody_sees_or_is_turned_does_not_run() -> None:
    for change in ({"hidden": "covered text"}, {"direction": 1}):
        pages = Pages()
        for _ in range(2):
            pages.add(("Profiel", 50, HEAD), ("Hij last.", 50, TEXT))
            first, second = pages.pages[-1].runs
            pages.pages[-1] = replace(pages.pages[-1], runs=(replace(first, **change), second))
        assert pages.taken() == []


# Tags.


def tagged_pages(tag: int, artifact: bool = False) -> Pages:
    pages = Pages()
    for word in ("last", "slijpt"):
        pages.add(("Profiel", 50, HEAD), ("4", 50, FOOT), (f"Hij {word}.", 50, TEXT))
        runs = [replace(run, tag=tag, artifact=artifact) for run in pages.pages[-1].runs[:2]]
        pages.pages[-1] = replace(pages.pages[-1], runs=(*runs, pages.pages[-1].runs[2]))
    return pages


def tree(kind: str) -> Tagged:
    inner = Tagged("P", ((1, 7), (2, 7)))
    return Tagged("Document", (Tagged(kind, (inner,)),))


@pytest.mark.parametrize(("kind", "count"), [("Table", 0), ("H2", 0), ("Title", 0), ("Sect", 4)])
def test_what_its_tags_put_in_a_table_or_heading_does_not_run(kind: str, count: int) -> None:
    assert len(tagged_pages(7).taken(tree(kind))) == count


def test_tags_of_artifacts_say_nothing() -> None:
    assert len(tagged_pages(7, artifact=True).taken(tree("Table"))) == 4


# The first marked content of a page has the number 0.
@pytest.mark.parametrize("tag", [0, 7])
def test_a_number_that_is_tagged_is_a_value_unless_it_runs(tag: int) -> None:
    pages = Pages()
    pages.add(("pagina 4", 50, FOOT), ("Hij last.", 50, TEXT))
    assert [text for _, _, text in pages.taken()] == ["pagina 4"]
    run, text = pages.pages[0].runs
    pages.pages[0] = replace(pages.pages[0], runs=(replace(run, tag=tag), text))
    assert pages.taken(tree("Sect")) == []


# Tables that reach into a margin.

HEADER = (("Profiel", 10.0, HEAD), ("blad 1", 110.0, HEAD))


def table_head(upright: Rule, below: Sequence[tuple[str, float, float]] = ()) -> list[str]:
    """What is taken of two pages with a header at both sides of an upright line."""
    return taken(
        [*HEADER, ("Hij last.", 10, TEXT), *below],
        [*HEADER, ("Zij meet en boort.", 10, TEXT), *below],
        rules=[upright],
    )


def test_an_upright_that_stays_in_the_margin_frames_a_header() -> None:
    assert table_head(Rule(False, 100, 8, 30)) == ["Profiel blad 1"] * 2


@pytest.mark.parametrize(("end", "is_taken"), [(67.8, True), (68.2, False)])
def test_an_upright_that_leaves_the_margin_holds_a_table_together(
    end: float, is_taken: bool
) -> None:
    assert (table_head(Rule(False, 100, 8, end)) != []) is is_taken


@pytest.mark.parametrize(
    ("at", "start", "end"), [(5.0, 8.0, 90.0), (160.0, 8.0, 90.0), (100.0, 24.0, 90.0)]
)
def test_an_upright_elsewhere_holds_nothing_together(at: float, start: float, end: float) -> None:
    assert table_head(Rule(False, at, start, end)) == ["Profiel blad 1"] * 2


def test_a_level_line_holds_nothing_together() -> None:
    assert table_head(Rule(True, 100, 8, 90)) == ["Profiel blad 1"] * 2


def test_an_upright_beside_a_text_that_does_not_run_holds_a_table_together() -> None:
    rule = Rule(False, 100, 8, 60)

    assert taken([*HEADER, ("Lassen", 10, 50)], [*HEADER, ("Meten", 10, 50)], rules=[rule]) == []
    # Below its end, the text is none of the header's table.
    assert (
        len(taken([*HEADER, ("Lassen", 10, 62)], [*HEADER, ("Meten", 10, 62)], rules=[rule])) == 2
    )


# Heads of columns.


def heads_taken(x: float, *rules: Rule) -> int:
    """How many rows of heads are taken of three pages whose second column begins at `x`."""
    heads = [("Niveau", 10.0, HEAD), ("Branche", 110.0, HEAD)]
    values = ("Metaal", "Bouw", "Zorg")
    return len(
        taken(*([*heads, ("4", 10.0, TEXT), (value, x, TEXT)] for value in values), rules=rules)
    )


@pytest.mark.parametrize(("x", "count"), [(110.0, 2), (111.4, 2), (108.6, 2), (112.6, 3)])
def test_heads_of_columns_stay_where_they_stand_first(x: float, count: int) -> None:
    assert heads_taken(x) == count


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        ((35.8, 10.0, 145.0), 0),
        ((36.2, 10.0, 145.0), 2),
        ((19.8, 10.0, 145.0), 2),
        ((30.0, 11.4, 143.6), 0),
        ((30.0, 11.6, 145.0), 2),
        ((30.0, 10.0, 143.4), 2),
    ],
)
def test_heads_above_a_level_line_stay_on_every_page(
    rule: tuple[float, float, float], count: int
) -> None:
    # `Branche` ends at 145.
    assert heads_taken(110.0, Rule(True, *rule)) == count


def test_heads_at_the_foot_of_a_page_run() -> None:
    foot = [("Profiel", 10.0, FOOT), ("versie", 110.0, FOOT)]
    text = [("4", 10.0, TEXT), ("Metaal", 110.0, TEXT)]

    assert len(taken([*text, *foot], [*text, *foot])) == 2


def test_a_footer_that_says_what_heads_of_columns_say_runs() -> None:
    lines = [(text, x, y) for y in (HEAD, FOOT) for text, x in (("Niveau", 10.0), ("Rol", 110.0))]
    pages = [[*lines, ("4", 10.0, TEXT), (value, 110.0, TEXT)] for value in ("Kok", "Bakker")]

    # The heads stay on the first page alone, the footer on none.
    assert len(taken(*pages)) == 3


def test_what_runs_as_well_makes_no_column() -> None:
    lines = [("Profiel", 10.0, HEAD), ("versie", 110.0, HEAD)]
    lines += [("Lasser", 10.0, HEAD + 14), ("mei 24", 110.0, HEAD + 14)]

    assert len(taken([*lines, ("Hij last.", 50, TEXT)], [*lines, ("Zij meet.", 50, TEXT)])) == 4


# Frames.


def kept(*rules: Rule, y: float = HEAD, text: float = TEXT, **values: Any) -> Page:
    """The first of two pages without its running line, which stands on a baseline."""
    pages = Pages()
    for word in ("last", "meet"):
        pages.add(("Profiel", 50, y), (f"Hij {word}.", 50, text), rules=rules, **values)
    return pages.repeated().marks.pages[0]


# A header on the baseline 20 ends at 22.5.
@pytest.mark.parametrize(
    ("at", "is_kept"), [(10.0, False), (52.4, False), (52.6, True), (200.0, True)]
)
def test_the_nearest_level_line_below_a_header_is_its_own(at: float, is_kept: bool) -> None:
    assert (kept(Rule(True, at, 0, 200)).rules != ()) is is_kept


def test_a_second_line_below_a_header_is_the_text_s() -> None:
    assert [rule.at for rule in kept(Rule(True, 30, 0, 200), Rule(True, 40, 0, 200)).rules] == [40]


def test_the_line_above_a_footer_is_its_own() -> None:
    # Its letters begin at 372.5.
    found = kept(Rule(True, 360, 0, 200), Rule(True, 350, 0, 200), Rule(True, 390, 0, 200), y=FOOT)

    assert [rule.at for rule in found.rules] == [350]


def test_a_line_below_the_first_text_is_none_of_the_header_s() -> None:
    # The text begins at 32.5.
    assert kept(Rule(True, 34, 0, 200), text=40).rules != ()
    assert kept(Rule(True, 32, 0, 200), text=40).rules == ()


def test_the_top_of_the_table_below_a_header_is_the_table_s() -> None:
    top, side = Rule(True, 30, 0, 200), Rule(False, 10, 30, 90)

    assert kept(top, side).rules == (top, side)
    # Where the frame of the header ends there too, they share the line.
    own = Rule(False, 10, 8, 30)
    assert kept(top, side, own).rules == (side,)


@pytest.mark.parametrize(("start", "count"), [(31.4, 2), (31.6, 1)])
def test_what_touches_a_line_lies_no_further_from_it_than_a_border(
    start: float, count: int
) -> None:
    assert len(kept(Rule(True, 30, 0, 200), Rule(False, 10, start, 90)).rules) == count


def test_shades_and_dots_behind_a_header_are_its_own() -> None:
    behind, below = (0.0, 10.0, 200.0, 22.0), (0.0, 100.0, 200.0, 120.0)
    found = kept(shades=(behind, below), dots=(behind, below))

    assert found.shades == found.dots == (below,)


def test_what_is_left_keeps_its_colours() -> None:
    behind, below = (0.0, 10.0, 200.0, 22.0), (0.0, 100.0, 200.0, 120.0)
    rules = (Rule(True, 16, 0, 200), Rule(True, 110, 0, 200))
    colours = ((1.0, 0.0, 0.0), (0.0, 0.0, 1.0))
    found = kept(shades=(behind, below), shade_colours=colours, white_rules=rules)

    assert (found.shades, found.shade_colours) == ((below,), colours[1:])
    assert found.white_rules == rules[1:]


# Notes.


def noted(mark: str, *feet: tuple[str, float, float]) -> list[str]:
    """What is taken of two pages whose text raises a mark."""
    pages = Pages()
    for text in ("Hij last.", "Zij meet."):
        pages.add((text, 50, TEXT), *feet)
        raised = pages.typed.run(mark, 95, TEXT - 4, size=6)
        pages.pages[-1] = replace(pages.pages[-1], runs=(*pages.pages[-1].runs, raised))
    return [text for _, _, text in pages.taken()]


def test_a_note_that_stands_on_each_page_does_not_run() -> None:
    note, rest = ("1 Zie de wet.", 50, 350), ("van 1995.", 50, 361)

    assert noted("1", note, rest, ("Profiel", 50, 380)) == ["Profiel"] * 2
    assert (
        noted("2", note, rest, ("Profiel", 50, 380))
        == ["1 Zie de wet.", "van 1995.", "Profiel"] * 2
    )


def test_a_number_that_runs_at_the_head_is_no_note() -> None:
    assert noted("1", ("1 Zie de wet.", 50, HEAD)) == ["1 Zie de wet."] * 2
