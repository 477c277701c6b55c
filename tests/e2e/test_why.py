"""`bcp why`: the chain of a value as people and programs get it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.in_process import Said, run
from tests.profiles import INPUT
from tests.unit.inspection.printed_profile import write_profile

SAMPLE = INPUT / "werfcoordinator-jachthaven.txt"
# In the order of the way from the source to the profile.
LINKS = (
    "value stood marks lines seams block table label shape field family steps findings"
).split()


def why(capsys: pytest.CaptureFixture[str], source: Path, pointer: str, *options: str) -> Said:
    """What the command says of a value."""
    return run(capsys, "why", str(source), pointer, *options)


def links_of(out: str) -> dict[str, list[str]]:
    """What is told of each link."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in out.splitlines()[1:]:
        name = line[2:12].strip() or name
        found.setdefault(name, []).append(line[12:])
    return found


def test_the_chain_of_a_printed_value_goes_from_marks_to_field(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = why(capsys, write_profile(tmp_path), "/description/work_environment/0/text")

    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "/description/work_environment/0/text"
    links = links_of(out)
    assert [name for name in LINKS if name in links] == list(links)
    assert links["value"][0].startswith("'De havenmeester beheert de haven en de ligplaatsen, en")
    assert links["stood"][0] == "page 1, box 145.0 95.5 332.3 105.5"
    assert links["marks"] == ["page 1: 68 glyphs in 2 runs, 10.0 pt"]
    assert links["lines"][1].endswith("'ligplaatsen, en wijst schepen hun plaats.'")
    (seam,) = links["seams"]
    assert seam.startswith("joined: a line that is nearly full goes on in lower case, by ")
    assert seam.endswith(": 'De havenmeester beheert de haven en de' | "
                         "'ligplaatsen, en wijst schepen hun plaats'")  # fmt: skip
    assert links["table"] == ["row 3 of 4, cell 2 of 2, in table 1", "table: by rules"]
    assert links["label"][0].startswith("'Werkomgeving' [page 1, box 45.0")
    assert links["label"][1].startswith("taken for 'Werkomgeving")
    assert links["shape"] == ["label and value"]
    assert links["field"][0].startswith("description.work_environment, prose, in the section ")
    assert links["family"][0].startswith("role-based, weight ")
    assert links["family"][1].startswith("not: core-tasks, weight ")
    assert links["steps"][0] == "table: by rules"
    assert links["steps"][1] == seam.rpartition(": 'De")[0]


def test_what_another_row_might_have_been_and_findings_are_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    pointer = "/roles/1/competencies/0/indicators/1/text"
    code, out, _ = why(capsys, SAMPLE, pointer)

    links = links_of(out)
    assert code == 0
    assert links["stood"] == ["line 82, column 111"]
    assert links["findings"][0].startswith("info BCP303: 4 items recovered from running text (")
    assert links["steps"] == ["split from running text, item 2 of 4"]

    links = links_of(why(capsys, SAMPLE, "/name")[1])
    assert links["shape"] == ["values below a head row, by 50.0 ranks (not: label and value)"]
    assert [line.split(" (")[0] for line in links["label"]][:2] == [
        "'Naam BCP:' [line 7, column 1]",
        "taken for 'Naam BCP'",
    ]
    assert "not: 'Naam' of role.name (wording, 0.65)" in links["label"]


@pytest.mark.parametrize("form", ["docx", "html", "pdf"])
def test_the_chain_of_other_forms_has_what_they_have(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = why(capsys, SAMPLE.with_suffix(f".{form}"), "/developed_by/0")

    links = links_of(out)
    assert code == 0
    assert ("marks" in links) == ("lines" in links) == (form == "pdf")
    by_tags = [link for link in links["table"] if link.startswith("table: by tags; ")]
    assert all(link.endswith(" cells are the same by rules") for link in by_tags)
    assert bool(by_tags) == (form == "pdf")
    expected = {"docx": "word/document.xml", "html": "line ", "pdf": "page "}
    assert links["stood"][0].startswith(expected[form])
    assert links["field"] == ["developed_by, organisations, in the section general_information"]


def test_json_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = why(capsys, SAMPLE, "/name", "--json")

    chain = json.loads(out)
    assert code == 0
    assert chain["pointer"] == "/name"
    assert chain["label"]["how"] == "exact"
    assert chain["shapes"][0]["rival"] == "label and value"
    assert chain["rivals"][0]["name"] == "core-tasks"
    assert "ö" in out


def test_a_value_that_is_concluded_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    links = links_of(why(capsys, SAMPLE, "/derived/eqf_level")[1])

    assert links["value"][0].endswith(", derived")


def test_what_a_document_says_reaches_the_terminal_only_as_what_prints(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "profiel.txt"
    hostile = "Hoofd\u202ewerf \u200f(x)"
    source.write_text(SAMPLE.read_text("utf-8").replace("Werfcoördinator", hostile), "utf-8")

    out = why(capsys, source, "/name")[1]

    assert not [char for char in out if not char.isprintable() and char != "\n"]
