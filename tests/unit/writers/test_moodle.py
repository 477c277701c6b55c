"""The framework as Moodle's importer takes it: by position, and losing in silence what is odd."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape

import pytest

from pipeline.profile.model import ITEM_KINDS, Profile
from pipeline.writers import moodle
from pipeline.writers.edition import Edition
from tests.unit.writers.core_tasks import core_task_profile, wider_profile
from tests.unit.writers.tricky import LONG, samples, statements, tricky_profile

PROFILES = samples()
each_profile = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)
TERMS = set("behaviour competency concept domain indicator level outcome practice proficiency "
            "skill value".split())  # fmt: skip


DEEPEST = 10


class Refused(Exception):
    """The importer stops."""


@dataclass
class Imported:
    """What is in Moodle after an import: the framework's id, and by id (parent, name, text)."""

    framework: str
    nodes: dict[str, tuple[str, str, str]]


def php_rows(data: bytes) -> list[list[str]]:
    """The cells as PHP's str_getcsv reads them: a backslash keeps the quote after it."""
    rows: list[list[str]] = []
    text = data.decode("utf-8")
    cell, row, quoted, at = "", [], False, 0
    while at < len(text):
        char = text[at]
        if quoted and char == "\\" and text[at + 1 : at + 2] == '"':
            cell += '\\"'
            at += 1
        elif quoted and char == '"':
            if text[at + 1 : at + 2] == '"':
                cell += '"'
                at += 1
            else:
                quoted = False
        elif quoted:
            cell += char
        elif char == '"' and not cell:
            quoted = True
        elif char in ",\r":
            row.append(cell)
            cell = ""
            if char == "\r":
                rows.append(row)
                row = []
                at += 1
        else:
            cell += char
        at += 1
    return rows


def php_equal(one: str, other: str) -> bool:
    """PHP's `==`: two strings that look like numbers are compared as numbers."""
    number = re.compile(r"\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*")
    if number.fullmatch(one) and number.fullmatch(other):
        return float(one) == float(other)
    return one == other


def imported(data: bytes) -> Imported:
    """What tool_lpimportcsv makes of a file (interop.md, 3.2)."""
    header, *rows = php_rows(data)
    if any(len(row) != len(header) for row in rows):
        raise Refused("File format is invalid.")
    frameworks = [row for row in rows if row[12] == "1"]
    if len(frameworks) != 1:
        raise Refused(f"{len(frameworks)} frameworks")
    (framework,) = frameworks
    configuration = json.loads(framework[6])
    values = framework[5].split(",")
    if not isinstance(configuration[0], dict) or len(configuration) != len(values) + 1:
        raise Refused("scale configuration")
    if not set(framework[13].split(",")) <= TERMS:
        raise Refused("Invalid taxonomy")
    found = Imported(framework[1], {})
    below = [row for row in rows if row[12] != "1"]
    _take(found, below, "")
    return found


def _take(found: Imported, rows: list[list[str]], parent: str, depth: int = 0) -> None:
    if depth > DEEPEST:
        raise Refused("progress() value out of range")
    for row in rows:
        if not php_equal(row[0], parent):
            continue
        name = re.sub(r"<[^\s>][^>]*>", "", row[2])[:100]
        if name in ("", "0") or row[1] in ("", "0"):
            continue  # the node and all below it are dropped
        found.nodes[row[1][:100]] = (parent, name, row[3])
        _take(found, rows, row[1], depth + 1)


def file_of(profile: Profile) -> bytes:
    """The file of a profile."""
    (data,) = moodle.write(Edition(profile)).values()
    return data


@each_profile
def test_no_statement_is_lost_and_each_has_its_parent_and_its_whole_text(profile: Profile) -> None:
    found = imported(file_of(profile)).nodes
    expected = statements(profile)
    groups = {key: value for key, value in found.items() if key not in expected}

    assert set(expected) <= set(found)
    for key, statement in expected.items():
        parent, name, description = found[key]
        above = groups[parent][0] if parent in groups else parent
        first = re.match(r"<p>(.*?)</p>", description)

        assert above == statement.parent
        assert first is not None
        assert unescape(first[1]) == " ".join(statement.text.split())
        assert 0 < len(name) <= 97
    assert set(groups) <= {parent for parent, _, _ in found.values()}


@each_profile
def test_what_stands_side_by_side_is_of_one_kind_or_a_group(profile: Profile) -> None:
    known = statements(profile)
    kinds: dict[str, set[str]] = {}
    for key, (parent, _, _) in imported(file_of(profile)).nodes.items():
        if key in known:
            kind = known[key].kind
            kinds.setdefault(parent, set()).add("item" if kind in ITEM_KINDS else kind)

    assert all(len(found) == 1 for found in kinds.values())


def test_each_depth_of_roles_is_of_one_kind() -> None:
    depths = {"": 0}
    kinds: list[set[str]] = [set(), set(), set()]
    known = statements(tricky_profile())
    for key, (parent, _, _) in imported(file_of(tricky_profile())).nodes.items():
        depths[key] = depths[parent] + 1
        kinds[depths[parent]].add(known[key].kind if key in known else "group")

    assert kinds == [{"roles"}, {"competencies", "group"}, {"indicators", *ITEM_KINDS}]


@pytest.mark.parametrize(
    ("profile", "taxonomy"),
    [
        (tricky_profile(), "domain,competency,behaviour"),
        (core_task_profile(), "domain,competency,competency,behaviour"),
        (wider_profile(), "domain,competency,competency,behaviour"),
    ],
    ids=["roles", "core tasks", "more"],
)
def test_each_depth_has_a_word(profile: Profile, taxonomy: str) -> None:
    assert php_rows(file_of(profile))[1][13] == taxonomy


def test_a_work_process_has_its_competencies_beside_groups_of_the_rest() -> None:
    found = imported(file_of(core_task_profile())).nodes
    (lesson,) = [key for key, (_, name, _) in found.items() if name == "Geeft zwemles"]

    assert [name for parent, name, _ in found.values() if parent == lesson] == [
        "Gedrag", "Samenwerken", "Plannen", "Kennis en vaardigheden",
    ]  # fmt: skip


def test_the_framework_has_the_version_in_its_id_and_a_scale() -> None:
    _, framework, *_ = php_rows(file_of(tricky_profile()))

    assert re.fullmatch(r"bcp-[0-9a-f-]{36}-v3", framework[1])
    assert framework[5:7] == [
        "Nog niet bekwaam,Bekwaam",
        '[{"scaleid":"1"},{"id":1,"scaledefault":1,"proficient":0},'
        '{"id":2,"scaledefault":0,"proficient":1}]',
    ]
    assert framework[12:] == ["1", "domain,competency,behaviour"]


def test_ids_are_no_numbers_to_php_and_never_equal() -> None:
    rows = php_rows(file_of(tricky_profile()))[1:]
    ids = [row[1] for row in rows]

    assert all(not php_equal(one, "0") for one in ids)
    assert all(re.fullmatch(r"bcp-[0-9a-zA-Z.-]{1,96}", one) for one in ids)
    assert len(set(ids)) == len(ids)


def test_every_parent_stands_above() -> None:
    rows = php_rows(file_of(tricky_profile()))[1:]
    seen = {""}
    for row in rows:
        assert row[0] in seen
        seen.add(row[1])


def test_names_survive_the_removal_of_tags() -> None:
    names = {name for _, name, _ in imported(file_of(tricky_profile())).nodes.values()}

    assert "Temperatuur ‹5 &deg; & ›3 ‹b›vet‹/b›" in names
    assert 'Pad C:/map/"x" eind/' in names


DATA = file_of(tricky_profile()).decode()
INDICATOR = next(key for key, one in statements(tricky_profile()).items() if one.text == "1.10")
COMPETENCY = statements(tricky_profile())[INDICATOR].parent


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f",{INDICATOR},1.10,", f",{INDICATOR},,"),
        (f",{INDICATOR},", ",0,"),
        (f"{COMPETENCY},{INDICATOR},", f"bcp-nergens,{INDICATOR},"),
        (f"\r\n{COMPETENCY},{INDICATOR},", f"\r\n{COMPETENCY},{COMPETENCY},"),
        (f",{COMPETENCY},Samenwerken,", f",{COMPETENCY},,"),
        ("C:&#92;map&#92;", "C:\\map\\"),
    ],
)
def test_the_count_finds_what_moodle_would_lose(old: str, new: str) -> None:
    assert old in DATA
    before, after = imported(DATA.encode()), DATA.replace(old, new, 1)
    try:
        found = imported(after.encode())
    except Refused:
        return

    assert found.nodes != before.nodes


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("domain,competency", "role,competency"),
        (',1,"domain', ',,"domain'),
        (",Lege rol,", ",Lege, rol,"),
    ],
)
def test_what_moodle_refuses_is_refused(old: str, new: str) -> None:
    assert old in DATA

    with pytest.raises(Refused):
        imported(DATA.replace(old, new, 1).encode())


def test_long_texts_are_whole_in_the_description_and_short_in_the_name() -> None:
    nodes = imported(file_of(tricky_profile())).nodes.values()
    found = [(name, text) for _, name, text in nodes if LONG in text]

    assert len(found) >= 5
    assert all(len(name) <= 97 and name.endswith("…") for name, _ in found)
