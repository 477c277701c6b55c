"""Tagged text that stands in columns: which lines are rows, and where such text ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.readers.pdf.areas import CellArea, TableArea
from pipeline.readers.pdf.candidates import RULES
from pipeline.readers.pdf.side_by_side import side_by_side
from pipeline.readers.pdf.tag_parts import TagCell, TagParagraph, TagPart, lines_of
from tests.unit.readers.pdf.tag_values import Tags, table

BOX = (0.0, 0.0, 9.0, 9.0)


def text(tags: Tags, *texts: tuple[str, float], y: float = 100, page: int = 1) -> TagParagraph:
    """A paragraph of one line, whose texts begin at these places."""
    runs = [tags.typed.run(chars, x, y) for chars, x in texts]
    lines = tuple(tags.typed.maker.lines(runs, page))
    return TagParagraph(tuple((page, run) for run in runs), lines)


def rows(tags: Tags, count: int, page: int = 1, value: str = "Waken") -> list[TagPart]:
    """Lines of a label and what stands beside it."""
    return [text(tags, ("Rol", 50), (value, 150), y=100 + 12 * n, page=page) for n in range(count)]


def counts(*parts: TagPart) -> list[tuple[int, int]]:
    """(page, rows) of all that stands in columns."""
    return [(one.page, one.rows) for one in side_by_side(parts)]


def test_three_lines_with_texts_at_one_place_are_rows() -> None:
    tags = Tags()
    assert counts(*rows(tags, 2)) == []
    (found,) = side_by_side([text(tags, ("Kop", 50)), *rows(tags, 3)])

    assert found.refusal == "3 lines of tagged text hold texts beside each other"
    # All runs of the text, by their first glyphs, also that of the line that is no row.
    assert len(found.starts) == 7
    assert found.page == 1


@pytest.mark.parametrize(("off", "found"), [(2.4, [(1, 3)]), (2.6, [])])
def test_their_places_may_differ_by_little(off: float, found: Sequence[tuple[int, int]]) -> None:
    tags = Tags()
    last = text(tags, ("Rol", 50), ("Waken", 150 + off), y=160)

    assert counts(*rows(tags, 2), last) == found


def test_rows_of_several_pages_count_together_and_a_single_one_on_a_page_is_none() -> None:
    tags = Tags()

    assert counts(*rows(tags, 2), *rows(tags, 2, page=2)) == [(1, 2), (2, 2)]
    assert counts(*rows(tags, 3), *rows(tags, 1, page=2)) == [(1, 3)]


def test_numbers_at_the_ends_of_lines_are_those_of_pages() -> None:
    tags = Tags()

    assert counts(*rows(tags, 4, value="12")) == []
    assert counts(*rows(tags, 4, value="12 uur")) == [(1, 4)]


def test_headings_notes_and_tables_part_texts() -> None:
    tags = Tags()
    heading = replace(text(tags, ("Kop", 50)), heading=1)
    note = replace(text(tags, ("Zie", 50)), furniture="notes")
    wide = table([tags.cell("Rol"), tags.cell("Taak")])

    for between in (heading, note, wide):
        assert counts(*rows(tags, 2), between, *rows(tags, 1)) == []
    assert counts(*rows(tags, 2), text(tags, ("Tekst", 50)), *rows(tags, 1)) == [(1, 3)]


def test_a_table_of_one_column_is_text() -> None:
    tags = Tags()
    lone = table(*([TagCell((part,))] for part in rows(tags, 3)), [])
    wide = table(*([TagCell((part,)), TagCell()] for part in rows(tags, 3)))

    assert counts(lone) == [(1, 3)]
    assert counts(wide) == []


def test_what_is_read_by_other_means_is_no_row_and_parts_nothing() -> None:
    tags = Tags()
    known, *others = rows(tags, 4)
    assert isinstance(known, TagParagraph)
    starts = frozenset(run.start for _, run in known.runs)

    assert [one.rows for one in side_by_side([others[0], known, *others[1:]], starts)] == [3]
    # A part of its runs is not enough.
    assert [one.rows for one in side_by_side([known, *others], frozenset(list(starts)[:1]))] == [4]


def test_text_is_in_a_table_that_has_one_of_its_lines_also_inside_a_cell() -> None:
    tags = Tags()
    parts = rows(tags, 3)
    (found,) = side_by_side(parts)
    own = next(lines_of(parts))
    inner = TableArea(BOX, (CellArea(0, 0, 1, 1, BOX, (own,)),), RULES)
    other = CellArea(0, 0, 1, 1, BOX, (tags.line("Anders"),))

    assert found.is_in([inner])
    assert found.is_in([TableArea(BOX, (replace(other, inner=(inner,)),), RULES)])
    assert not found.is_in([TableArea(BOX, (other,), RULES)])
    assert not found.is_in([])
