"""The CASE package: valid against 1EdTech's own schema, and every statement in its place."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import jsonschema
import jsonschema_rs
import pytest

from pipeline.profile.model import Profile
from pipeline.writers import case
from pipeline.writers.edition import Edition, Setting
from pipeline.writers.nodes import tree_of
from tests.standards.official import official
from tests.unit.writers.tricky import LONG, edited, samples, statements, tricky_profile

PROFILES = samples()
each_profile = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)
Package = dict[str, Any]


def package(profile: Profile, setting: Setting | None = None) -> Package:
    """The package of a profile."""
    (data,) = case.write(Edition(profile, setting=setting or Setting())).values()
    found: Package = json.loads(data)
    return found


def errors(plain: Package) -> tuple[list[str], list[str]]:
    """What two validators say of a package, formats included."""
    schema = json.loads(official("case-v1p1-cfpackage.schema.json").read_bytes())
    # The published value ends in a fragment that jsonschema-rs does not take.
    schema["$schema"] = schema["$schema"].rstrip("#")
    kind = jsonschema.validators.validator_for(schema)
    first = kind(schema, format_checker=kind.FORMAT_CHECKER)
    second = jsonschema_rs.validator_for(schema, validate_formats=True)
    return (
        [error.message for error in first.iter_errors(plain)],
        [error.message for error in second.iter_errors(plain)],
    )


@each_profile
def test_two_validators_find_the_package_valid(profile: Profile) -> None:
    assert errors(package(profile)) == ([], [])


def _set(path: str, value: Any) -> Callable[[Package], None]:
    def change(plain: Package) -> None:
        *way, last = [int(part) if part.isdigit() else part for part in path.split("/")]
        target: Any = plain
        for part in way:
            target = target[part]
        target[last] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        _set("CFDocument/CFPackageURI", {"title": "x", "identifier": "x", "uri": "x"}),
        _set("CFDocument/caseVersion", "1.0"),
        _set("CFDocument/lastChangeDateTime", "gisteren"),
        _set("CFItems/0/identifier", "bcp-1"),
        _set("CFItems/0/eigen", "veld"),
        _set("CFAssociations/0/associationType", "isKindVan"),
        _set("CFAssociations/0/sequenceNumber", "1"),
        lambda plain: plain["CFItems"][0].pop("fullStatement"),
        lambda plain: plain["CFDefinitions"]["CFItemTypes"][0].pop("description"),
    ],
)
def test_two_validators_refuse_a_damaged_package(change: Callable[[Package], None]) -> None:
    plain = copy.deepcopy(package(tricky_profile()))
    change(plain)
    first, second = errors(plain)

    assert first
    assert second


def placed(plain: Package) -> dict[str, tuple[str, str, int]]:
    """By id, whole text, parent and place of each item; ValueError where a link leads nowhere."""
    document = plain["CFDocument"]["identifier"]
    items = {item["identifier"]: item for item in plain["CFItems"]}
    if len(items) != len(plain["CFItems"]):
        raise ValueError("an identifier stands twice")
    found: dict[str, tuple[str, str, int]] = {}
    for link in plain["CFAssociations"]:
        if link["associationType"] != "isChildOf":
            continue
        child = link["originNodeURI"]["identifier"]
        parent = link["destinationNodeURI"]["identifier"]
        if child not in items or child in found or (parent != document and parent not in items):
            raise ValueError(f"an association of {child} with {parent}")
        found[child] = (items[child]["fullStatement"], parent, link["sequenceNumber"])
    if set(found) != set(items):
        raise ValueError("an item has no parent")
    return found


@each_profile
def test_no_statement_is_lost_and_each_has_its_parent_and_its_whole_text(profile: Profile) -> None:
    plain = package(profile)
    found = placed(plain)
    document = plain["CFDocument"]["identifier"]
    expected = statements(profile)

    assert set(found) == {key.removeprefix("bcp-") for key in expected}
    for key, statement in expected.items():
        text, parent, _ = found[key.removeprefix("bcp-")]
        assert text == " ".join(statement.text.split())
        assert parent == (statement.parent.removeprefix("bcp-") or document)


@each_profile
def test_the_order_below_each_parent_is_that_of_the_document(profile: Profile) -> None:
    found = placed(package(profile))
    for node, _ in tree_of(profile).walk():
        children = sorted((at, key) for key, (_, above, at) in found.items() if above == node.uuid)

        assert [key for _, key in children] == [child.uuid for child in node.children]
        assert [at for at, _ in children] == list(range(1, len(children) + 1))


def test_a_lost_or_misplaced_item_is_found() -> None:
    plain = package(tricky_profile())
    for damage in (
        lambda p: p["CFItems"].pop(3),
        lambda p: p["CFAssociations"].pop(3),
        lambda p: p["CFItems"].append(p["CFItems"][0]),
        _set("CFAssociations/0/destinationNodeURI/identifier", "nergens"),
    ):
        damaged = copy.deepcopy(plain)
        damage(damaged)

        with pytest.raises(ValueError, match=r"identifier|association|parent"):
            placed(damaged)


def test_every_item_has_a_type_that_is_defined() -> None:
    plain = package(tricky_profile())
    defined = {kind["identifier"]: kind["title"] for kind in plain["CFDefinitions"]["CFItemTypes"]}

    for item in plain["CFItems"]:
        assert defined[item["CFItemTypeURI"]["identifier"]] == item["CFItemType"]


def test_a_long_statement_is_whole_and_has_a_short_form() -> None:
    item = next(i for i in package(tricky_profile())["CFItems"] if i["fullStatement"] == LONG)

    assert len(item["abbreviatedStatement"]) <= 97


def test_the_next_version_has_the_same_identifiers_and_another_date() -> None:
    profile = tricky_profile()
    first = package(profile)
    second = package(replace(profile, version="9", id="x-v9", date="2027-01-02"))

    assert first["CFDocument"]["identifier"] == second["CFDocument"]["identifier"]
    assert placed(first) == placed(second)
    assert second["CFDocument"]["lastChangeDateTime"] == "2027-01-02T00:00:00+00:00"


def test_only_what_was_reworded_is_replaced() -> None:
    old, new, before, after = edited()
    setting = Setting(previous={Edition(old).key: old})
    plain = package(new, setting)
    links = [a for a in plain["CFAssociations"] if a["associationType"] == "replacedBy"]

    assert errors(plain) == ([], [])
    assert [
        (link["originNodeURI"]["identifier"], link["destinationNodeURI"]["identifier"])
        for link in links
    ] == [(before.removeprefix("bcp-"), after.removeprefix("bcp-"))]
    assert package(new)["CFAssociations"] == [
        a for a in plain["CFAssociations"] if a["associationType"] != "replacedBy"
    ]


def test_every_address_is_below_the_one_that_was_given() -> None:
    base = "https://profielen.example/case/"
    text = json.dumps(package(tricky_profile(), Setting(base)))
    addresses = re.findall(r'"uri": "([^"]+)"', text)

    assert addresses
    assert all(re.fullmatch(re.escape(base) + r"[0-9a-f-]{36}", found) for found in addresses)
