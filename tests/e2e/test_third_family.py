"""A third family costs one TOML file, the dataclasses of its nodes and a field of the profile.

`Taakgebied > Taak > Beoordelingscriterium` in a program that is made of today's: a document of it,
in each kind of file, goes through every command.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipeline.writers import WRITERS
from tests.core_tasks.looks import LOOKS
from tests.machine import needs
from tests.profiles import ROOT, content_of
from tests.programs import NEXT, Program, copied_program, damage_once
from tests.rendering.comparison import leaves
from tests.third_family import miller
from tests.third_family.classes import CLASSES, FAMILY, FIELD

# The program is started for each command.
pytestmark = pytest.mark.slow

ID = "watermolenaar-v2"
TOML = "task-areas.toml"
FORMS = [
    "text-tabs",
    "markdown-tables",
    "html-tables",
    "html-cms",
    "docx-styles",
    "docx-plain",
    *(
        pytest.param(f"pdf-{name}-{tags}", marks=needs(need))
        for name, need in (("office", "libreoffice-writer"), ("chromium", "chromium"))
        for tags in ("tagged", "untagged")
    ),
]
# Reads a profile, and again what is written of it as XML and as tables.
ROUND = """
import json, sys
from pathlib import Path
from pipeline.contract.tables import from_tables, to_tables
from pipeline.profile.codec import profile_from_plain
from pipeline.writers.xml_profile import profile_from_xml, profile_to_xml

profile = profile_from_plain(json.loads(Path(sys.argv[1]).read_bytes()))
assert profile_from_xml(profile_to_xml(profile)) == profile
assert from_tables(to_tables([profile])) == [profile]
"""
_KINDS = ("areas", "tasks", "criteria", "competencies")


@pytest.fixture(scope="module")
def third(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A program that has the classes, and knows nothing else of the family."""
    folder = tmp_path_factory.mktemp("third")
    made = copied_program(folder, {name: NEXT[name] for name in ("profile", "xml", "tables")})
    model = folder / "pipeline" / "profile" / "model.py"
    before = "@dataclass(frozen=True, slots=True, kw_only=True)\nclass Profile:"
    damage_once(model, before, CLASSES + before)
    damage_once(model, "    competency_matrix: ", FIELD + "    competency_matrix: ")
    # Not in the program, but beside it: a user's own file.
    shutil.copy(FAMILY, folder / TOML)
    (folder / "round.py").write_text(ROUND, "utf-8")
    made.make_schemas()
    return made


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The document as text."""
    return printed("text-tabs", tmp_path_factory.mktemp("source"))


@pytest.fixture(scope="module")
def results(third: Program, source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `convert` writes of it."""
    return converted(third, source, tmp_path_factory.mktemp("results"))


def printed(form: str, folder: Path) -> Path:
    """The document in one kind of file."""
    look = LOOKS[form]
    (data,) = look.make([miller.document()])
    path = folder / f"molenaar.{look.ending}"
    path.write_bytes(data)
    return path


def converted(program: Program, path: Path, folder: Path) -> Path:
    """The folder in which a document is converted, by the family too."""
    program.bcp("convert", path, "--layout", program.folder / TOML, "--output", folder)
    return folder


def loaded(path: Path) -> Any:
    return json.loads(path.read_bytes())


def changed(source: Path, folder: Path, old: str, new: str) -> Path:
    """The document with another text in the last place where one stands."""
    before, found, after = source.read_text("utf-8").rpartition(old)
    assert found
    path = folder / source.name
    path.write_text(before + new + after, "utf-8")
    return path


# convert


@pytest.mark.parametrize("form", FORMS)
def test_a_document_is_read_leaf_by_leaf(form: str, third: Program, tmp_path: Path) -> None:
    folder = converted(third, printed(form, tmp_path), tmp_path / "results")
    profile = loaded(folder / "json" / f"{ID}.json")
    (document,) = loaded(folder / "report.json")["documents"]

    # As text, so that the order of keys counts too.
    found, wanted = content_of(profile), miller.CONTENT
    assert json.dumps(found, indent=1) == json.dumps(wanted, indent=1)
    assert document["layout"] == profile["family"] == "task-areas"
    assert document["ledger"]["closed"]
    # The row that is unknown, and nothing else.
    assert [(f["code"], f["pointer"]) for f in document["findings"]] == [("BCP301", "/unplaced/0")]

    traced = loaded(folder / "json" / f"{ID}.trace.json")["leaves"]
    said = {pointer for pointer, value in leaves(miller.CONTENT) if isinstance(value, str)}
    unsaid = {pointer for pointer in said - traced.keys() if not pointer.endswith("/type")}
    assert unsaid == {"/language"}


def test_without_its_file_the_program_refuses_it(third: Program, source: Path) -> None:
    said = third.bcp("convert", source, "--output", source.parent / "none", code=1)

    assert "BCP201" in said


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("A1: Stelt het waterrad in", "A1: Maait het gras", "the overview says 'Stelt het"),
        ("Taak A2: Maalt graan tot meel", "Taak A1: Maalt graan", "the code 'A1' occurs twice"),
    ],
)
def test_what_differs_from_the_overview_is_found(
    old: str, new: str, told: str, third: Program, source: Path, tmp_path: Path
) -> None:
    path = changed(source, tmp_path, old, new)

    said = third.bcp(
        "convert", path, "--layout", third.folder / TOML, "--output", tmp_path / "results"
    )

    assert "BCP411" in said
    assert told in said


def test_profiles_of_other_families_are_read_as_before(third: Program, tmp_path: Path) -> None:
    sample = ROOT / "tests" / "corpus" / "dakhovenier"
    folder = converted(third, sample / "profile.htm", tmp_path)
    (document,) = loaded(folder / "report.json")["documents"]
    found = content_of(loaded(folder / "json" / f"{document['profile']}.json"))

    assert document["layout"] == "role-based"
    assert found == content_of(loaded(sample / "expected.json"))


# inspect, formats, explain, schema


def test_it_is_shown_how_the_document_is_read(third: Program, source: Path) -> None:
    said = third.bcp("inspect", source, "--layout", third.folder / TOML)

    assert "LAYOUT task-areas" in said
    assert "task B1 'Taak B1: Scherpt de molenstenen'" in said
    assert "'Beoordelingscriteria' -> task.criteria (exact)" in said
    assert "/areas/1/tasks/0/criteria/1/text" in said


def test_it_is_listed_and_described(third: Program, tmp_path: Path) -> None:
    assert "task-areas Beroepsprofiel met taakgebieden" in third.bcp(
        "formats", "--layout", third.folder / TOML
    )
    assert "BCP414" in third.bcp("explain", "BCP414")
    third.bcp("schema", "--to", tmp_path)
    described = [path for path in tmp_path.iterdir() if "criterion" in path.read_text("utf-8")]
    assert {path.suffix for path in described} >= {".json", ".xsd"}


# validate


def test_its_nodes_have_identifiers_and_go_through_xml_and_tables(
    third: Program, results: Path
) -> None:
    path = results / "json" / f"{ID}.json"
    done = third.run("round", path)

    assert done.returncode == 0, done.stderr
    assert len(identifiers(loaded(path)["areas"])) == miller.NODES
    assert "0 errors, 0 warnings" in third.bcp(
        "validate", path, results / "xml" / f"{ID}.xml", "--strict"
    )


def test_its_rules_are_those_of_all_nodes(third: Program, source: Path, tmp_path: Path) -> None:
    twice = "Licht de steen met gekeurd hijswerk."
    path = changed(source, tmp_path, "Draagt een bril en handschoenen bij het hakken.", twice)
    folder = converted(third, path, tmp_path / "results")
    files = [folder / "json" / f"{ID}.json", folder / "xml" / f"{ID}.xml"]

    told = f"BCP414: /areas/1/tasks/0/criteria/1: '{twice}' occurs twice"
    assert third.bcp("validate", *files).count(told) == 2
    damage_once(files[1], "<criterion>", "<criterium>")
    assert "BCP50" in third.bcp("validate", files[1], code=1)


def identifiers(value: Any) -> set[str]:
    """The identifiers of all nodes below."""
    if isinstance(value, list):
        return set().union(*(identifiers(inner) for inner in value))
    if not isinstance(value, dict):
        return set()
    return {value["id"]}.union(*map(identifiers, value.values())) if "id" in value else set()


# export


def _nodes_in_tables(folder: Path) -> int:
    return sum(_lines(folder / f"{name}.csv") for name in _KINDS)


def _lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines()) - 1


def _nodes_in_database(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "profiles.db")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        joined = (
            "SELECT areas.name, role_id FROM competencies JOIN areas USING (profile_id, area_id)"
        )
        assert set(database.execute(joined)) == {("Malen op waterkracht", None)}
        counts = [database.execute(f"SELECT count(*) FROM {name}").fetchone() for name in _KINDS]
        return sum(count for (count,) in counts)


def _titles(text: str) -> int:
    return sum(title in text for title in TITLES)


def _sheet_titles(folder: Path) -> int:
    book = openpyxl.load_workbook(folder / f"{ID}.xlsx")
    cells = [str(cell) for sheet in book for row in sheet.values for cell in row if cell]
    return _titles("\n".join(cells))


def _texts(ending: str) -> Callable[[Path], int]:
    return lambda folder: _titles((folder / f"{ID}.{ending}").read_text("utf-8"))


TITLES = [
    text
    for pointer, text in leaves(miller.AREAS)
    if pointer.endswith("/name") or "/criteria/" in pointer
]
# How many nodes there are in what a format makes of the profile.
COUNTS: dict[str, Callable[[Path], int]] = {
    "json": lambda folder: len(identifiers(loaded(folder / f"{ID}.json")["areas"])),
    "xml": lambda folder: (folder / f"{ID}.xml").read_text("utf-8").count("<id>bcp-"),
    "csv": _nodes_in_tables,
    "sqlite": _nodes_in_database,
    "markdown": _texts("md"),
    "html": lambda folder: _titles(
        (folder / f"{ID}.html").read_text("utf-8").replace("&#x27;", "'").replace("&#39;", "'")
    ),
    "xlsx": _sheet_titles,
    "itslearning": _sheet_titles,
    "moodle": lambda folder: _lines(folder / f"{ID}.csv") - 1,  # the profile itself
    "canvas": lambda folder: _lines(folder / f"{ID}.csv") - 1,
    "case": lambda folder: len(loaded(folder / f"{ID}.json")["CFItems"]),
    "skos": lambda folder: (folder / f"{ID}.ttl").read_text("utf-8").count(" a skos:Concept ;"),
    "oeapi": lambda folder: len(loaded(folder / f"{ID}.json")) - 1,
}


def test_every_format_is_counted() -> None:
    assert COUNTS.keys() == {writer.name for writer in WRITERS}
    assert len(TITLES) == miller.NODES


@pytest.mark.parametrize("name", COUNTS)
def test_an_export_holds_every_node(
    name: str, third: Program, results: Path, tmp_path: Path
) -> None:
    if name != "json":
        third.bcp("export", name, results, "--to", tmp_path)
    folder = results if name == "json" else tmp_path

    assert COUNTS[name](folder / name) == miller.NODES


# diff, review


def test_a_changed_criterion_is_told_where_it_stands(
    third: Program, results: Path, source: Path, tmp_path: Path
) -> None:
    new = changed(source, tmp_path, "van de afgesproken fijnheid", "van de gevraagde fijnheid")

    said = third.bcp("diff", source, new, "--layout", third.folder / TOML, code=1)
    folder = converted(third, new, tmp_path / "results")
    files = [one / "xml" / f"{ID}.xml" for one in (results, folder)]
    (change,) = json.loads(third.bcp("diff", *files, "--format", "json", code=1))["changes"]

    assert "1 gewijzigd Taakgebied Malen op waterkracht > Taak Maalt graan tot meel ~ " in said
    assert "Beoordelingscriterium: Levert meel van de [-afgesproken-]{+gevraagde+}" in said
    assert (change["section"], change["new_pointer"]) == (
        "areas/tasks/criteria",
        "/areas/0/tasks/1/criteria/0",
    )


@pytest.mark.parametrize("form", ["html", "xlsx"])
def test_a_comparison_is_written(form: str, third: Program, source: Path, tmp_path: Path) -> None:
    new = changed(source, tmp_path, "elk voorjaar", "elke herfst")
    written = tmp_path / f"comparison.{form}"

    third.bcp(
        "diff",
        source,
        new,
        *("--layout", third.folder / TOML, "--format", form),
        "--to",
        written,
        code=1,
    )

    assert written.stat().st_size > 0


def test_it_is_reviewed_beside_its_source(
    third: Program, results: Path, source: Path, tmp_path: Path
) -> None:
    third.bcp("review", results, "--sources", source.parent, "--to", tmp_path)
    index = (tmp_path / "index.html").read_text("utf-8")
    shown = (tmp_path / f"{ID}.html").read_text("utf-8").replace("&#x27;", "'")

    for head in ("Taakgebieden", "Taken", "Criteria"):
        assert f">{head}</th>" in index
    assert "Competenties per taakgebied" in shown
    assert [title for title in TITLES if title not in shown] == []
