"""A profile that holds what importers stumble over, and what of it each export must carry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pipeline.conversion import convert_bytes
from pipeline.profile.codec import decode, profile_to_plain
from pipeline.profile.identifiers import with_identifiers
from pipeline.profile.model import Profile
from tests.profiles import INPUT, REAL
from tests.strategies import whole_profile
from tests.unit.writers.core_tasks import core_task_profile

LONG = "Zorgt ervoor dat " + "alle betrokkenen tijdig en volledig " * 12 + "op de hoogte zijn"
ODD = (
    "1.1",
    "1.10",
    "1e3",
    "0",
    "=SOM(A1:A9)",
    "-1+2",
    "- Legt uit",
    "@naam",
    "\"Aangehaald\" en 'enkel'",
    "Temperatuur <5 &deg; & >3 <b>vet</b>",
    'Pad C:\\map\\"x" eind\\',
    "Komma, puntkomma; tab",
    "Ré, ï, €, –, “”, 😀",
    LONG,
    f"{LONG}.",
)


@cache
def tricky_profile() -> Profile:
    """Roles and competencies of one name, sentences twice, empty roles, odd and long texts."""
    competencies = [
        {"name": "Samenwerken", "indicators": [{"text": text} for text in (*ODD, ODD[0])]},
        {"name": "samenwerken", "indicators": []},
        {"name": LONG, "indicators": [{"text": "Werkt samen"}]},
    ]
    items = [{"kind": "knowledge", "text": "Kennis van x"}, {"kind": "skill", "text": LONG}]
    items += [{"kind": "other", "text": text} for text in (*ODD, ODD[0])]
    roles = [
        {"name": "Gids", "competencies": competencies, "knowledge_and_skills": items},
        {"name": "gids", "competencies": competencies[:1], "knowledge_and_skills": items[:1]},
        {"name": "Lege rol"},
        {"name": '<Rol> & "rol" \\', "competencies": [], "knowledge_and_skills": []},
        {"name": "0", "competencies": [{"name": "0", "indicators": [{"text": "0"}]}]},
    ]
    whole = replace(whole_profile(), core_tasks=None, competencies=None, core_challenges=None)
    plain = {**profile_to_plain(whole), "roles": roles}
    del plain["$schema"]
    profile: Profile = decode(Profile, with_identifiers(plain))
    return profile


@cache
def samples() -> tuple[Profile, ...]:
    """The tricky profile, the example of each field, one of core tasks, our sample, and the real
    one if at hand."""
    found = [tricky_profile(), whole_profile(), replace(whole_profile(), roles=None)]
    found.append(core_task_profile())
    for path in (INPUT / "werfcoordinator-jachthaven.txt", REAL):
        if path.exists():
            found.append(convert_bytes(path.read_bytes(), path.name).profile)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Statement:
    """What an export must say of a node: its kind, its whole text, the id of its parent.

    The kind is that of its knowledge or skill, else the field that it stands in.
    """

    kind: str
    text: str
    parent: str


def statements(profile: Profile) -> dict[str, Statement]:
    """By id, all that has one in a profile's JSON; what the profile itself holds has no parent."""
    plain = profile_to_plain(profile)
    return dict(found for key, value in plain.items() for found in _statements(value, key, ""))


def _statements(plain: Any, field: str, parent: str) -> Iterator[tuple[str, Statement]]:
    """(id, statement) of each node in a list of some field, and below."""
    for node in plain if isinstance(plain, list) else ():
        if isinstance(node, dict) and "id" in node:
            text = node["name"] if "name" in node else node["text"]
            yield node["id"], Statement(node.get("kind", field), text, parent)
            for key, value in node.items():
                yield from _statements(value, key, node["id"])


def edited() -> tuple[Profile, Profile, str, str]:
    """Two versions of a profile, and the old and the new id of what was reworded in between.

    Of three indicators one is reworded, one taken out, one stays; another one is new.
    """
    before, after = "Geeft heldere instructies aan gasten", "Geeft heldere uitleg aan gasten"
    old = _version("3", [before, "Luistert goed", "Blijft kalm"])
    new = _version("4", [after, "Blijft kalm", "Telt de kas na sluitingstijd"])
    ids = {one.text: key for profile in (old, new) for key, one in statements(profile).items()}
    return old, new, ids[before], ids[after]


def _version(version: str, sentences: list[str]) -> Profile:
    competency = {"name": "Leiden", "indicators": [{"text": text} for text in sentences]}
    plain = profile_to_plain(replace(whole_profile(), version=version, id=f"x-v{version}"))
    del plain["$schema"]
    roles = [{"name": "Gids", "competencies": [competency]}]
    profile: Profile = decode(Profile, with_identifiers({**plain, "roles": roles}))
    return profile
