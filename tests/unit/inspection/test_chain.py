"""The chain of a value: each link is what the program went by, beside what it did not take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.inspection.chain import NoSuchValueError, chain_of
from pipeline.inspection.links import Chain, plain
from tests.unit.interpret.specimens import GENERAL, ROLE, TITLE

TABBED = f"""{TITLE}

{GENERAL}\tHavendienst
Typerende beroepshouding\tHij is open.
{ROLE}Competenties\t<p><i>Samenwerken</i></p><p>Luistert goed Vraagt door</p>
"""
PAGE = """<html><body><h1>Beroepscompetentieprofiel Havenmeester</h1>
<table><tr><td>Naam BCP</td><td>Havenmeester</td></tr><tr><td>Versie</td><td>3</td></tr>
<tr><td>Ontwikkeld door</td><td><ul><li>De Waterraad</li><li>De Havendienst</li></ul></td></tr>
<tr><td>Attitude</td><td><table><tr><td>Houding</td><td>Hij is open.</td></tr></table></td></tr>
</table>
<h2>Rollen en competenties</h2><h3>Rol 1: Gastheer</h3><h4>Afbreukrisico</h4><p>Schade.</p>
</body></html>"""
Ask = Callable[[str], Chain]


@pytest.fixture
def tabbed(tmp_path: Path) -> Ask:
    """Asks about values of the tabbed text."""
    (tmp_path / "profiel.txt").write_text(TABBED, "utf-8")
    return lambda pointer: chain_of(tmp_path / "profiel.txt", pointer)


@pytest.fixture
def page(tmp_path: Path) -> Ask:
    """Asks about values of the page."""
    (tmp_path / "profiel.html").write_text(PAGE, "utf-8")
    return lambda pointer: chain_of(tmp_path / "profiel.html", pointer)


def test_a_label_is_shown_as_found_with_what_it_was_taken_for(tabbed: Ask) -> None:
    label = tabbed("/version").label

    assert label is not None
    assert (label.text, label.how, label.likened_to) == ("Versie:", "exact", "Versie")
    assert str(label.places[0]) == "line 5, column 1"


def test_other_labels_that_come_near_are_the_rivals(tabbed: Ask) -> None:
    label = tabbed("/name").label

    assert label is not None
    assert "role.name" in [rival.field for rival in label.rivals]
    assert all(rival.score < 1 for rival in label.rivals)


def test_the_row_of_a_value_and_the_shape_it_was_taken_for(tabbed: Ask) -> None:
    chain = tabbed("/developed_by/1")

    (shape,) = chain.shapes
    assert (shape.rule, shape.rival, shape.margin) == ("the value goes on", "label and value", 45)
    (cell,) = chain.cells
    assert (cell.row, cell.cell, cell.cells) == (5, 2, 2)
    assert chain.field is not None
    assert (chain.field.id, chain.field.section) == ("developed_by", "general_information")


def test_a_shape_without_a_rival_is_named_all_the_same(tabbed: Ask) -> None:
    (shape,) = tabbed("/version").shapes

    assert (shape.rule, shape.rival) == ("label and value", "")


def test_the_families_are_shown_with_their_evidence(tabbed: Ask) -> None:
    chain = tabbed("/name")

    assert chain.family.name == "role-based"
    assert "1 of its nodes" in chain.family.evidence
    assert [rival.name for rival in chain.rivals] == ["core-tasks"]
    assert chain.family.weight > chain.rivals[0].weight


def test_findings_about_a_value_or_what_holds_it_are_in_its_chain(tabbed: Ask) -> None:
    pointer = "/roles/0/competencies/0/indicators/1/text"

    assert [finding.code for finding in tabbed(pointer).findings] == ["BCP303"]
    assert tabbed("/version").findings == ()


def test_a_finding_at_the_place_of_the_label_is_in_the_chain(tmp_path: Path) -> None:
    source = tmp_path / "profiel.txt"
    source.write_text(TABBED.replace("Ontwikkeld door", "Ontwikkelt door"), "utf-8")

    chain = chain_of(source, "/developed_by/0")

    assert [finding.code for finding in chain.findings] == ["BCP302"]
    assert chain.label is not None
    assert chain.label.how == "spelling"


def test_the_title_of_a_node_stands_in_its_heading(tabbed: Ask) -> None:
    chain = tabbed("/roles/0/name")

    assert (chain.node, chain.field) == ("role", None)


def test_a_value_that_is_concluded_says_so(tmp_path: Path) -> None:
    source = tmp_path / "profiel.txt"
    source.write_text(TABBED.replace("Versie:\t3", "Versie:\t3\nNiveau\tNLQF 4"), "utf-8")

    assert chain_of(source, "/derived/eqf_level").derived
    assert not chain_of(source, "/version").derived


def test_blocks_and_cells_in_cells_are_told(page: Ask) -> None:
    assert page("/developed_by/1").block == "list item of level 1"
    assert page("/roles/0/name").block == "heading of level 3"
    cells = page("/description/attitude/0/text").cells
    assert [(cell.table, cell.row, cell.cell, cell.rows) for cell in cells] == [
        (1, 4, 2, 4), (1, 1, 1, 1),
    ]  # fmt: skip


def test_what_is_no_pdf_has_no_marks_lines_or_seams(page: Ask) -> None:
    chain = page("/version")

    assert (chain.marks, chain.lines, chain.seams) == ((), (), ())


@pytest.mark.parametrize(
    ("pointer", "message"),
    [
        ("/roles/9/name", "there is no value at '/roles/9/name'; near it are /roles/0/name, "),
        ("/roles/0/id", "/roles/0/id was not read: the program made it; near it were read /rol"),
        ("/family", "/family was not read: the program made it; near it were read "),
        ("/roles/0/competencies/0", "/roles/0/competencies/0 holds 3 values; name one, such as"),
        ("/roles/0/competencies/0/", "/roles/0/competencies/0/ holds 3 values; name one, such a"),
        ("/rol", "there is no value at '/rol'; near it are "),
        ("/roles/x/name", "there is no value at '/roles/x/name'; near it are /roles/0/name"),
        ("", "the whole holds "),
        ("version", "there is no value at 'version'; near it are /version"),
    ],
)
def test_a_pointer_that_names_no_value_is_answered_with_those_near_it(
    pointer: str, message: str, tabbed: Ask
) -> None:
    with pytest.raises(NoSuchValueError) as refusal:
        tabbed(pointer)
    assert str(refusal.value).startswith(message)


def test_json_leaves_out_what_a_link_does_not_say(tabbed: Ask) -> None:
    found = plain(tabbed("/version"))

    assert found["places"] == [{"line": 5, "column": 9, "end_line": 5, "end_column": 10}]
    assert found["derived"] is False
    assert not {"marks", "lines", "seams", "tables", "findings"} & found.keys()
    (shape,) = found["shapes"]
    assert shape == {"act": "shape", "rule": "label and value"}


def test_json_has_the_severity_and_the_remedy_of_a_finding(tabbed: Ask) -> None:
    (finding,) = plain(tabbed("/roles/0/competencies/0/indicators/1/text"))["findings"]

    assert (finding["code"], finding["severity"]) == ("BCP303", "info")
    assert finding["remedy"]


def test_a_value_without_a_label_is_told_by_its_characters(tmp_path: Path) -> None:
    source = tmp_path / "profiel.html"
    text = "<p>De gastheer ontvangt schepen.</p><h4>Afbreukrisico"
    source.write_text(PAGE.replace("<h4>Afbreukrisico", text), "utf-8")

    chain = chain_of(source, "/roles/0/description/0/text")

    assert chain.field is not None
    assert chain.field.id == "role.description"
    assert [shape.rule for shape in chain.shapes] == ["text below the heading of a node"]


def test_a_value_that_its_label_says_is_told_by_that(tmp_path: Path) -> None:
    source = tmp_path / "profiel.txt"
    written = TABBED.replace("Typerende beroepshouding", "Trends en ontwikkelingen")
    source.write_text(written, "utf-8")

    chain = chain_of(source, "/trends/developments/0/title")

    assert chain.field is not None
    assert chain.field.id == "trends.developments"


def test_a_name_that_an_overview_says_is_not_taken_for_a_value_of_its_label(
    tmp_path: Path,
) -> None:
    source = tmp_path / "profiel.txt"
    overview = "4. Rollen en competenties\n\nOverzicht rollen\t1. Gastheer\n"
    source.write_text(TABBED.replace("4. Rollen en competenties\n", overview), "utf-8")

    chain = chain_of(source, "/roles/0/name")

    assert chain.cells
    assert (chain.node, chain.field) == ("role", None)
    assert chain.label is not None
    assert (chain.label.text, chain.label.how) == ("1. De havenmeester als gastheer", "")


def test_a_heading_inside_a_value_is_the_label_of_what_is_below_it(tmp_path: Path) -> None:
    source = tmp_path / "profiel.txt"
    value = "<p><b>Probleemoplossende vaardigheden</b></p><p>Hij zoekt storingen op.</p>"
    more = f"Kennis en vaardigheden (NLQF)\t{value}\nAttitude\tHij is open.\n"
    source.write_text(TABBED.replace("Typerende beroepshouding\tHij is open.\n", more), "utf-8")

    chain = chain_of(source, "/description/knowledge_and_skills/problem_solving_skills/0/text")

    assert chain.label is not None
    assert (chain.label.text, chain.label.how) == ("Probleemoplossende vaardigheden", "exact")
    assert chain.field is not None
    assert chain.field.id == "description.knowledge_and_skills.problem_solving_skills"
    assert chain.cells


def test_the_document_type_is_of_no_label(tabbed: Ask) -> None:
    chain = tabbed("/document_type")

    assert (chain.label, chain.field, chain.node) == (None, None, "")
