"""A profile that holds what importers stumble over, and what of it each export must carry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from pipeline.conversion import convert_bytes
from pipeline.profile.codec import decode, profile_to_plain
from pipeline.profile.identifiers import with_identifiers
from pipeline.profile.model import Profile
from tests.profiles import INPUT, REAL
from tests.strategies import whole_profile

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
    plain = {**profile_to_plain(whole_profile()), "roles": roles}
    del plain["$schema"]
    profile: Profile = decode(Profile, with_identifiers(plain))
    return profile


@cache
def samples() -> tuple[Profile, ...]:
    """The tricky profile, the example of each field, our sample, and the real one if at hand."""
    found = [tricky_profile(), whole_profile(), replace(whole_profile(), roles=None)]
    for path in (INPUT / "werfcoordinator-jachthaven.txt", REAL):
        if path.exists():
            found.append(convert_bytes(path.read_bytes(), path.name).profile)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Statement:
    """What an export must say of a node: its kind, its whole text, the id of its parent."""

    kind: str
    text: str
    parent: str


def statements(profile: Profile) -> dict[str, Statement]:
    """By id, all that hangs on a profile, told from the model alone; roles have no parent."""
    found: dict[str, Statement] = {}
    for role in profile.roles or ():
        found[role.id] = Statement("role", role.name, "")
        for competency in role.competencies or ():
            found[competency.id] = Statement("competency", competency.name, role.id)
            for indicator in competency.indicators:
                found[indicator.id] = Statement("indicator", indicator.text, competency.id)
        for item in role.knowledge_and_skills or ():
            found[item.id] = Statement(item.kind, item.text, role.id)
    return found


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
