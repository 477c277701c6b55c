"""A third tree of nodes costs its dataclasses and a field of the profile, and nothing else.

Here it is `Taakgebied > Taak > Beoordelingscriterium`, in a program that is made of today's.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.programs import NEXT, Program, copied_program, damage_once
from tests.stored_releases import FOLDER, ID

# The program is started for each command.
pytestmark = pytest.mark.slow

_ID = """
    id: str = described(
        "Identificatie", "Stable identifier.", "bcp-0b0f3c1e-6d0e-5b57-9c2e-3f1f9d8a7b61",
        required=True, pattern=ELEMENT_ID_PATTERN,
    )
"""
CLASSES = f'''
@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """Beoordelingscriterium: what tells that a task is done well."""
{_ID}
    text: str = described("Criterium", "As printed.", "Vaart veilig", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Taak: what is done."""
{_ID}
    name: str = described("Taak", "Its title.", "Varen", required=True)
    description: Blocks | None = described("Omschrijving", "What is done.")
    criteria: tuple[Criterion, ...] | None = described("Criteria", "All.", singular="criterion")


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Taakgebied: a field of work."""
{_ID}
    name: str = described("Taakgebied", "Its title.", "Water", required=True)
    tasks: tuple[Task, ...] | None = described("Taken", "In order.", singular="task")
    competencies: tuple[Competency, ...] | None = described(
        "Competenties", "In order.", singular="competency"
    )


'''
FIELD = """    areas: tuple[Area, ...] | None = described("Taakgebieden", "All.", singular="area")
"""
AREA: dict[str, Any] = {
    "name": "Water",
    "tasks": [
        {
            "name": "Varen",
            "description": [{"type": "paragraph", "text": "Hij vaart."}],
            "criteria": [{"text": "Vaart veilig"}, {"text": "Vaart veilig"}],
        },
    ],
    "competencies": [{"name": "Plannen", "indicators": [{"text": "Maakt een dienstregeling"}]}],
}
# Gives the nodes of a file their identifiers, writes it in each form and reads it again.
ROUND = """
import json, sys
from pathlib import Path
from pipeline.contract.tables import from_tables, to_tables
from pipeline.profile.codec import profile_from_plain, profile_to_plain
from pipeline.profile.identifiers import with_identifiers
from pipeline.writers.json_profile import profile_to_json
from pipeline.writers.xml_profile import profile_from_xml, profile_to_xml

path = Path(sys.argv[1])
profile = profile_from_plain(with_identifiers(json.loads(path.read_bytes())))
assert profile_from_xml(profile_to_xml(profile)) == profile
assert from_tables(to_tables([profile])) == [profile]
path.write_bytes(profile_to_json(profile))
path.with_suffix(".xml").write_bytes(profile_to_xml(profile))
"""


@pytest.fixture(scope="module")
def third(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A program with a third tree."""
    folder = tmp_path_factory.mktemp("third")
    made = copied_program(folder, {name: NEXT[name] for name in ("profile", "xml", "tables")})
    model = folder / "pipeline" / "profile" / "model.py"
    before = "@dataclass(frozen=True, slots=True, kw_only=True)\nclass Profile:"
    damage_once(model, before, CLASSES.lstrip() + before)
    damage_once(model, "    competency_matrix: ", FIELD + "    competency_matrix: ")
    (folder / "round.py").write_text(ROUND, "utf-8")
    made.make_schemas()
    return made


@pytest.fixture(scope="module")
def stored(third: Program) -> Path:
    """A profile of that tree, which went through each form."""
    plain = json.loads((FOLDER / "1.0.0" / "json" / f"{ID}.json").read_bytes())
    del plain["roles"]
    plain |= {
        "$schema": f"urn:bcp-pipeline:schema:bcp-profile:{NEXT['profile']}",
        "schema_version": NEXT["profile"],
        "areas": [AREA],
        "derived": {},
    }
    path = third.folder / f"{ID}.json"
    path.write_text(json.dumps(plain), "utf-8")
    done = third.run("round", path)
    assert done.returncode == 0, done.stderr
    return path


def test_its_nodes_have_identifiers_and_go_through_json_xml_and_tables(stored: Path) -> None:
    (area,) = json.loads(stored.read_bytes())["areas"]
    ids = {area["id"], *(node["id"] for node in (*area["tasks"], *area["tasks"][0]["criteria"]))}

    assert len(ids) == 4
    assert area["competencies"][0]["indicators"][0]["id"].startswith("bcp-")


def test_its_files_are_valid_but_for_what_the_rules_find(third: Program, stored: Path) -> None:
    said = third.bcp("validate", stored, stored.with_suffix(".xml"))

    assert said.count("BCP414: /areas/0/tasks/0/criteria/1: 'Vaart veilig' occurs twice") == 2
    damage_once(stored.with_suffix(".xml"), "<criterion>", "<criterium>")
    assert "BCP50" in third.bcp("validate", stored.with_suffix(".xml"), code=1)


def test_its_tables_name_what_stands_around(third: Program, stored: Path, tmp_path: Path) -> None:
    third.bcp("export", "sqlite", stored, "--to", tmp_path)

    with closing(sqlite3.connect(tmp_path / "sqlite" / "profiles.db")) as database:
        found = database.execute(
            "SELECT areas.name, role_id FROM competencies JOIN areas USING (profile_id, area_id)"
        ).fetchall()
        assert found == [("Water", None)]
        assert database.execute("SELECT count(*) FROM criteria").fetchone() == (2,)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
