"""What is told of a printed profile: its stages, and the chain of a value from marks to field."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.inspection import page_image
from pipeline.inspection.chain import chain_of
from pipeline.inspection.stages import stage_lines
from tests.unit.inspection.printed_profile import PROSE, write_profile
from tests.unit.readers.pdf.drawing import lines, pdf, together
from tests.unit.readers.pdf.tagging import At, Tag, tagged_pdf

TEXT = "/description/work_environment/0/text"


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return write_profile(tmp_path)


@pytest.fixture
def tagged(tmp_path: Path) -> Path:
    """A table of tags over a drawn one."""
    cells = [("Sector", "Haven en water"), ("Functie", "De sluiswachter")]
    rows = [
        Tag("TR", [Tag("TD", [At(50, top, label)]), Tag("TD", [At(150, top, value)])])
        for top, (label, value) in zip((55, 85), cells, strict=True)
    ]
    drawing = "40 300 100 60 re S 140 300 200 60 re S 40 330 m 340 330 l S"
    path = tmp_path / "tabel.pdf"
    path.write_bytes(tagged_pdf(Tag("Table", rows), drawing=drawing))
    return path


def test_the_chain_begins_with_the_marks_and_the_lines_they_make(profile: Path) -> None:
    chain = chain_of(profile, TEXT)

    (marks,) = chain.marks
    assert (marks.page, marks.size, marks.emphasis) == (1, 10.0, "")
    assert marks.glyphs == sum(len(line.replace(" ", "")) for line in PROSE)
    assert [(line.text, line.home) for line in chain.lines] == [
        (PROSE[0], "table 1, row 3, column 2"),
        (PROSE[1], "table 1, row 3, column 2"),
    ]
    assert [line.baseline for line in chain.lines] == [103.0, 115.0]


def test_the_marks_of_a_bold_line_are_bold(profile: Path) -> None:
    assert [mark.emphasis for mark in chain_of(profile, "/roles/0/heading").marks] == ["bold"]


def test_the_chain_tells_the_cell_and_what_its_table_was_read_by(profile: Path) -> None:
    chain = chain_of(profile, TEXT)

    assert [(cell.table, cell.row, cell.cell, cell.rows) for cell in chain.cells] == [(1, 3, 2, 4)]
    assert [(one.act, one.rule) for one in chain.tables] == [("table", "by rules")]
    assert "table: by rules" in chain.steps


def test_the_lines_of_a_page_are_told_with_their_measures(profile: Path) -> None:
    told = list(stage_lines(profile, "lines"))

    assert told[0] == "PAGE 1, 400.0 by 400.0 points"
    assert told[1].endswith(
        "baseline 25.0, 10.0 pt; text: 'Beroepscompetentieprofiel Havenmeester'"
    )
    assert told[2] == (
        "  x 45.0 to 96.1, baseline 63.0, 10.0 pt, bold; table 1, row 1, column 1: 'Naam BCP'"
    )


def test_the_tables_are_told_with_their_evidence_and_their_cells(profile: Path) -> None:
    told = list(stage_lines(profile, "tables"))

    assert told[:3] == [
        "Table 1 on page 1, by rules",
        "  table: by rules",
        "  row 1, column 1 [page 1: 40.0 50.0 140.0 70.0]: 'Naam BCP'",
    ]
    assert "Table 2 on page 1, by rules" in told


def test_the_seams_are_told_with_what_they_lie_between(profile: Path) -> None:
    told = list(stage_lines(profile, "seams"))

    end, start = f"{PROSE[0]!r}", f"{PROSE[1][:40]!r}"
    assert any(line.startswith(f"page 1: {end} | {start} joined: ") for line in told)
    (parted,) = [line for line in told if "'Rol 1: Gastheer' parted: " in line]
    assert parted.startswith("page 1: 'Rollen en competenties' | ")


def test_the_chain_has_the_seams_inside_a_value(profile: Path) -> None:
    (seam,) = chain_of(profile, TEXT).seams

    assert (seam.act, seam.side, seam.unit) == ("joined", "", "pt")
    assert seam.rule and seam.margin
    assert seam.texts == (PROSE[0], PROSE[1][:40])


def test_a_stage_is_run_again_without_the_tags(tagged: Path) -> None:
    by_tags = list(stage_lines(tagged, "tables"))
    drawn = list(stage_lines(tagged, "tables", without_tags=True))

    assert by_tags[:2] == [
        "Table 1 on page 1, by tags",
        "  table: by tags; 4 cells are the same by rules",
    ]
    assert drawn[:2] == ["Table 1 on page 1, by rules", "  table: by rules"]
    assert drawn[2] == "  row 1, column 1 [page 1: 40.0 40.0 140.0 70.0]: 'Sector'"


def test_only_the_page_that_is_asked_for_is_told(tmp_path: Path) -> None:
    path = tmp_path / "tabel.pdf"
    row = [Tag("TD", [At(50, 55, "Sector")]), Tag("TD", [At(150, 55, "Haven en water")])]
    more = [Tag("TD", [At(50, 55, "Functie", 2)]), Tag("TD", [At(150, 55, "De wachter", 2)])]
    path.write_bytes(tagged_pdf(Tag("Table", [Tag("TR", row), Tag("TR", more)]), pages=2))

    assert next(stage_lines(path, "lines", 2)).startswith("PAGE 2")
    told = list(stage_lines(path, "tables", 2))
    assert told[0] == "Table 1 on page 1, 2, by tags"
    assert [line for line in told if "row" in line and "Functie" not in line] == [told[-1]]
    assert "De wachter" in told[-1]


@pytest.mark.parametrize("page", [2, 99])
def test_a_page_that_is_not_there_is_told(page: int, profile: Path) -> None:
    with pytest.raises(ValueError, match=f"has pages 1 to 1; there is no page {page}"):
        stage_lines(profile, "lines", page)


def test_the_picture_draws_the_reading_that_is_taken(tagged: Path) -> None:
    assert page_image(tagged, 1) != page_image(tagged, 1, without_tags=True)


def test_seams_of_other_pages_are_left_out_and_what_runs_in_the_margins_is_called_so(
    tmp_path: Path,
) -> None:
    path = tmp_path / "bladen.pdf"
    texts = (
        ("Hij bedient de sluis en", "het hek ernaast."),
        ("Zij leidt de schepen en", "de veren erdoor."),
        ("Wie oud is wacht op de", "anderen in de kamer."),
    )
    head = lines("Profiel sluiswachter", top=385)
    path.write_bytes(pdf(*(together(head, lines(*text)) for text in texts)))

    seams = list(stage_lines(path, "seams", 2))
    assert len(list(stage_lines(path, "seams"))) > len(seams)
    assert {line.split(":")[0] for line in seams} == {"page 2"}
    assert any("'Zij leidt de schepen en' | 'de veren erdoor.'" in line for line in seams)
    told = list(stage_lines(path, "lines"))
    why = "lines run in the margins, on 3 of 3 pages"
    assert sum(f"; left out, {why}: 'Profiel sluiswachter'" in line for line in told) == 3
