"""Identifiers: the same for what stays the same over versions, different for all else."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import pytest

from pipeline.profile.identifiers import element_id, profile_id, profile_key, with_identifiers
from pipeline.profile.model import ELEMENT_ID_PATTERN, PROFILE_ID_PATTERN
from tests.stored_releases import RELEASES, profile_of

PLAIN: dict[str, Any] = {
    "name": "Havenmeester",
    "version": "3",
    "developed_by": ["Waterraad"],
    "roles": [
        {
            "name": "Gastheer",
            "competencies": [
                {"name": "Samenwerken", "indicators": [{"text": "Luistert"}, {"text": "Vraagt"}]},
                {"name": "Plannen", "indicators": [{"text": "Luistert"}]},
            ],
            "knowledge_and_skills": [{"kind": "skill", "text": "Kan varen"}],
        },
        {
            "name": "Planner",
            "competencies": [{"name": "Samenwerken", "indicators": [{"text": "Luistert"}]}],
        },
    ],
}


CORE_TASKS: dict[str, Any] = {
    "name": "Zweminstructeur",
    "developed_by": ["Waterraad"],
    "core_tasks": [
        {
            "code": "B1-K1",
            "name": "Verzorgt zwemlessen",
            "competencies": [{"name": "Plannen", "indicators": [{"text": "Deelt de les in"}]}],
            "work_processes": [
                {
                    "name": "Geeft zwemles",
                    "behaviour": [{"text": "doet voor;"}, {"text": "Doet voor;"}],
                    "competencies": [{"name": "Plannen", "indicators": []}],
                },
                {"name": "Rondt de les af"},
            ],
            "knowledge_and_skills": [{"kind": "knowledge", "text": "kent de slagen"}],
        }
    ],
    "competencies": [{"name": "Plannen", "indicators": []}],
    "core_challenges": [{"name": "Tempo of techniek"}],
}


def changed(**values: Any) -> dict[str, Any]:
    return {**copy.deepcopy(PLAIN), **values}


def ids(plain: dict[str, Any]) -> dict[str, str]:
    """The identifiers of all elements by a path of list positions."""
    found: dict[str, str] = {}

    def walk(value: Any, path: str) -> None:
        if isinstance(value, dict):
            if "id" in value:
                found[path] = value["id"]
            for key, inner in value.items():
                walk(inner, f"{path}/{key}")
        elif isinstance(value, list):
            for number, inner in enumerate(value):
                walk(inner, f"{path}/{number}")

    walk(with_identifiers(plain), "")
    return found


def test_every_element_has_an_identifier_of_its_own() -> None:
    found = ids(PLAIN)

    assert len(found) == 10
    assert len(set(found.values())) == 10
    assert all(re.fullmatch(ELEMENT_ID_PATTERN, value) for value in found.values())


def test_an_identifier_stands_first_in_its_element() -> None:
    role = with_identifiers(PLAIN)["roles"][0]

    assert next(iter(role)) == "id"
    assert next(iter(role["competencies"][0]["indicators"][0])) == "id"


def test_the_values_themselves_stay_as_they_are() -> None:
    before = copy.deepcopy(PLAIN)

    with_identifiers(PLAIN)

    assert before == PLAIN


def test_identifiers_are_the_same_for_ever() -> None:
    # Published once, these values must never change.
    assert element_id("a", "b") == "bcp-9027e4e0-375b-5dc5-b3d4-f819d8bbeebd"
    assert ids(PLAIN)["/roles/0"] == "bcp-b22082a0-3a84-552f-9662-7812ee93e157"


def without_ids(value: Any) -> Any:
    """A plain value without the identifiers in it."""
    if isinstance(value, list):
        return [without_ids(member) for member in value]
    if not isinstance(value, dict):
        return value
    kept = {key: without_ids(member) for key, member in value.items()}
    if re.fullmatch(ELEMENT_ID_PATTERN, str(value.get("id"))):
        del kept["id"]
    return kept


@pytest.mark.parametrize("release", RELEASES)
def test_identifiers_are_those_that_each_release_gave(release: str) -> None:
    stored = json.loads(profile_of(release).read_bytes())

    assert with_identifiers(without_ids(stored)) == stored != without_ids(stored)


@pytest.mark.parametrize(
    "values",
    [
        {"version": "4"},
        {"date": "2027-01-01"},
        {"nlqf_level": "4"},
        {"name": "  HAVENMEESTER "},
        {"developed_by": ["waterraad"]},
        {"sector": "Water"},
    ],
)
def test_identifiers_outlive_a_new_version(values: dict[str, Any]) -> None:
    assert ids(changed(**values)) == ids(PLAIN)


@pytest.mark.parametrize(
    "values", [{"name": "Sluiswachter"}, {"developed_by": ["KCH"]}, {"developed_by": []}]
)
def test_another_occupation_or_issuer_has_other_identifiers(values: dict[str, Any]) -> None:
    assert set(ids(changed(**values)).values()).isdisjoint(ids(PLAIN).values())


def test_an_unchanged_indicator_keeps_its_id_when_another_is_put_before_it() -> None:
    plain = changed()
    plain["roles"][0]["competencies"][0]["indicators"].insert(0, {"text": "Nieuw"})

    before, after = ids(PLAIN), ids(plain)

    assert (
        after["/roles/0/competencies/0/indicators/1"]
        == before["/roles/0/competencies/0/indicators/0"]
    )
    assert after["/roles/0/competencies/0/indicators/0"] not in before.values()


def test_a_reworded_indicator_has_another_id_and_its_neighbours_keep_theirs() -> None:
    plain = changed()
    plain["roles"][0]["competencies"][0]["indicators"][0]["text"] = "Luistert goed"

    differing = {path for path, value in ids(plain).items() if ids(PLAIN)[path] != value}

    assert differing == {"/roles/0/competencies/0/indicators/0"}


def test_case_and_white_space_do_not_count() -> None:
    plain = changed()
    plain["roles"][0]["competencies"][0]["indicators"][0]["text"] = "  LUISTERT"

    assert ids(plain) == ids(PLAIN)


def test_roles_may_change_places() -> None:
    plain = changed(roles=list(reversed(copy.deepcopy(PLAIN["roles"]))))

    assert set(ids(plain).values()) == set(ids(PLAIN).values())


def test_the_kind_of_an_item_and_the_number_of_a_role_do_not_count() -> None:
    plain = changed()
    plain["roles"][0]["number"] = 7
    plain["roles"][0]["heading"] = "De havenmeester als gastheer"
    plain["roles"][0]["knowledge_and_skills"][0]["kind"] = "other"

    assert ids(plain) == ids(PLAIN)


def test_an_identical_sentence_under_one_parent_has_an_ordinal() -> None:
    plain = changed()
    plain["roles"][0]["competencies"][0]["indicators"].append({"text": "luistert"})

    found = ids(plain)

    assert len(set(found.values())) == len(found) == 11
    assert {path: found[path] for path in ids(PLAIN)} == ids(PLAIN)


def test_two_roles_of_one_name_have_different_ids_all_the_way_down() -> None:
    plain = changed(roles=[copy.deepcopy(PLAIN["roles"][0]) for _ in range(2)])

    found = ids(plain)

    assert len(set(found.values())) == len(found) == 14


def test_two_competencies_of_one_name_have_different_ids() -> None:
    plain = changed()
    plain["roles"][0]["competencies"][1]["name"] = "Samenwerken"

    found = ids(plain)

    assert len(set(found.values())) == len(found)


def test_an_indicator_and_an_item_of_one_wording_have_different_ids() -> None:
    plain = changed()
    plain["roles"][0]["knowledge_and_skills"][0]["text"] = "Luistert"

    found = ids(plain)

    assert len(set(found.values())) == len(found)


def test_the_nodes_of_core_tasks_have_identifiers_of_their_own_at_each_depth() -> None:
    found = ids(CORE_TASKS)

    task = "/core_tasks/0"
    process = f"{task}/work_processes/0"
    assert found.keys() == {
        task,
        f"{task}/competencies/0",
        f"{task}/competencies/0/indicators/0",
        process,
        f"{process}/behaviour/0",
        f"{process}/behaviour/1",
        f"{process}/competencies/0",
        f"{task}/work_processes/1",
        f"{task}/knowledge_and_skills/0",
        "/competencies/0",
        "/core_challenges/0",
    }
    assert len(set(found.values())) == len(found)
    key = profile_key("Zweminstructeur", ["Waterraad"])
    words = (key, "core_task", "verzorgt zwemlessen", "work_process", "geeft zwemles", "item")
    assert found[f"{process}/behaviour/1"] == element_id(*words, "doet voor;", "2")


def test_the_code_of_a_core_task_does_not_count() -> None:
    plain = copy.deepcopy(CORE_TASKS)
    plain["core_tasks"][0]["code"] = "1"

    assert ids(plain) == ids(CORE_TASKS)


def test_a_profile_without_nodes_stays_as_it_is() -> None:
    assert with_identifiers({"name": "Kok"}) == {"name": "Kok"}


def test_issuer_and_name_are_parted() -> None:
    assert profile_key("a b", ["c"]) != profile_key("b", ["c a"])


@pytest.mark.parametrize(
    ("name", "version", "date", "expected"),
    [
        ("Havenmeester", "3", "2026-03-02", "havenmeester-v3"),
        ("Havenmeester", None, "2026-03", "havenmeester-2026-03"),
        ("Havenmeester", None, None, "havenmeester"),
        (
            "Beheerder passantenhaven",
            "3",
            None,
            "beheerder-passantenhaven-v3",
        ),
        ("Brug- en sluisbediener", "2.0", None, "brug-en-sluisbediener-v2.0"),
        ("Kok & bakker (warm)", "01", None, "kok-en-bakker-warm-v01"),
        ("Foto's maken", "1", None, "fotos-maken-v1"),
        ("Kok", "Définitief", None, "kok-vd-finitief"),
        ("Kok", "?", None, "kok-v0"),
        ("Kok", "../../x", None, "kok-vx"),
        ("漢字", "1", None, "profile-v1"),
        ("Kok", "", "2026", "kok-2026"),
    ],
)
def test_the_id_of_a_profile_is_a_slug_of_name_and_version(
    name: str, version: str | None, date: str | None, expected: str
) -> None:
    found = profile_id(name, version, date)

    assert found == expected
    assert re.fullmatch(PROFILE_ID_PATTERN, found)


@pytest.mark.parametrize("version", ["1 (concept)", "2 - herzien", "1, juni 2024"])
def test_the_id_of_a_profile_follows_the_pattern_of_the_schema(version: str) -> None:
    assert re.fullmatch(PROFILE_ID_PATTERN, profile_id("Kok", version, None))


def test_an_id_fits_in_a_file_name_and_long_names_stay_apart() -> None:
    first, second = (profile_id("zeer lang " * 60 + end, "1" * 300, None) for end in ("a", "b"))

    assert first != second
    assert len(f"{first}-markdown.trace.json") < 255
    assert re.fullmatch(PROFILE_ID_PATTERN, first)
