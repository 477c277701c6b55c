"""The page on families is so: each step of it is done, as it stands, with a copy of the program."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pipeline.families import KINDS
from pipeline.families.shape import LISTS, OPTIONAL, TABLES
from pipeline.writers import WRITERS
from tests.programs import NEXT, Program, copied_program, damage_once
from tests.readme.kinds_table import PAGE, READ_AS, current_page

TEXT = PAGE.read_text("utf-8")
FILES = dict(re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", TEXT, re.S))
LAYOUT = ("--layout", "taakgebieden.toml")
# A family may do without what is shared.
_OPTIONAL = {"shares"}
CLASS = "@dataclass(frozen=True, slots=True, kw_only=True)\nclass Profile:"


def rows(name: str) -> list[list[str]]:
    """The cells of a table of the page, without its head."""
    (table,) = re.findall(rf"<!-- {name} -->\n(.*?)\n\n", TEXT, re.S)
    lines = table.splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def in_code(cell: str) -> list[str]:
    """What a cell shows as code."""
    return re.findall(r"`([^`]+)`", cell)


def told() -> dict[str, tuple[set[str], set[str]]]:
    """The keys of each table of a file that must be there, and those that may, as the page says."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    table = ""
    for first, keys, must, _ in rows("keys"):
        table = "".join(in_code(first)).strip("[]") or table
        found.setdefault(table, (set(), set()))[must != "yes"].update(in_code(keys))
    return found


def test_the_table_of_kinds_is_current() -> None:
    assert set(READ_AS) == set(KINDS)
    assert current_page() == TEXT, "run: python -m tests.readme.generated"


def test_the_table_of_keys_has_all_of_them() -> None:
    known = {name: (set(keys), set(OPTIONAL.get(name, ()))) for name, keys in LISTS.items()}
    known |= {
        name: (set(keys) - {"shares"}, set(keys) & {"shares"}) for name, keys in TABLES.items()
    }

    assert told() == known


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A copy of the program in which the files of the page stand; its model is today's."""
    return with_files(copied_program(tmp_path_factory.mktemp("families"), {}))


def with_files(made: Program) -> Program:
    """A program beside which the files of the page stand."""
    for name, text in FILES.items():
        (made.folder / name).write_text(text, "utf-8")
    return made


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A copy in which the steps on model and versions were taken."""
    names = {name: NEXT[name] for name in ("profile", "xml", "tables")}
    made = copied_program(tmp_path_factory.mktemp("changed"), names)
    model = made.folder / "pipeline" / "profile" / "model.py"
    damage_once(model, CLASS, f"{FILES['classes.py']}\n\n{CLASS}")
    damage_once(model, "    unplaced: ", f"{FILES['field.py']}    unplaced: ")
    made.make_schemas()
    return with_files(made)


@pytest.mark.slow
def test_labels_are_added_without_more(checkout: Program) -> None:
    checkout.bcp("formats", "--layout", "labels.toml")


@pytest.mark.slow
def test_what_is_said_before_the_model_has_the_records(checkout: Program) -> None:
    (said,) = re.findall(r"```\n(bcp: taakgebieden.toml.*?)```", TEXT, re.S)

    assert checkout.bcp("formats", *LAYOUT, code=2) == " ".join(said.split())
    assert "NOT INTERPRETED BCP201" in checkout.bcp("inspect", "havenmeester.md")


@pytest.mark.slow
def test_the_example_is_seen_as_the_page_shows(changed: Program) -> None:
    (shown,) = re.findall(r"<!-- inspect -->\n```\n(.*?)```", TEXT, re.S)

    seen = changed.run("pipeline", "inspect", "havenmeester.md", *LAYOUT).stdout

    assert shown in seen
    assert seen.rstrip().endswith("closed")


@pytest.mark.slow
def test_every_command_takes_the_example(changed: Program) -> None:
    formats = [part for writer in WRITERS for part in ("--format", writer.name)]
    changed.bcp("convert", "havenmeester.md", "--output", "output", *LAYOUT, *formats)
    changed.bcp("validate", "output/json", "output/xml")
    for writer in (w for w in WRITERS if w.name != "json"):
        changed.bcp("export", writer.name, "output", "--to", f"again-{writer.name}")
    changed.bcp("review", "output", "--sources", ".")
    new = Path(changed.folder / "nieuw.md")
    new.write_text(FILES["havenmeester.md"].replace("elke schipper", "iedere schipper"), "utf-8")
    said = changed.bcp("diff", "havenmeester.md", "nieuw.md", *LAYOUT, code=1)

    assert "Beoordelingscriterium: Groet" in said
    (path,) = (changed.folder / "output" / "json").glob("*-v3.json")
    areas = json.loads(path.read_bytes())["areas"]
    assert [(a["code"], a["name"], len(a["tasks"])) for a in areas] == [
        ("A", "Ontvangst", 2),
        ("B", "Onderhoud", 1),
    ]
    assert [c["text"] for c in areas[0]["tasks"][0]["criteria"]] == [
        "Houdt rekening met de diepgang",
        "Groet elke schipper",
    ]


@pytest.mark.slow
def test_in_the_folder_of_families_it_needs_no_option(changed: Program) -> None:
    folder = changed.folder / "pipeline" / "families"
    (folder / "task_areas.toml").write_text(FILES["taakgebieden.toml"], "utf-8")
    try:
        assert "LAYOUT task-areas" in changed.bcp("inspect", "havenmeester.md")
    finally:
        (folder / "task_areas.toml").unlink()


@pytest.mark.slow
@pytest.mark.parametrize("row", rows("mistakes"), ids=lambda row: row[1])
def test_each_mistake_is_told_as_the_page_says(row: list[str], changed: Program) -> None:
    right, wrong, message = row
    (old,), (new,) = in_code(right), in_code(wrong)
    path = changed.folder / "wrong.toml"
    path.write_text(FILES["taakgebieden.toml"], "utf-8")
    damage_once(path, old, new)

    assert changed.bcp("formats", "--layout", "wrong.toml", code=2) == f"bcp: wrong.toml, {message}"
