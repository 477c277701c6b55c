"""A profile with a chapter of roles and one of core tasks is read as both."""

from __future__ import annotations

from typing import Any

from pipeline import Conversion
from pipeline.conversion import convert_bytes
from pipeline.profile.codec import profile_to_plain

GENERAL = """\
Beroepscompetentieprofiel Dijkwachter

Algemene informatie

Naam BCP\tDijkwachter
Datum\t3 april 2024
Versie\t1
Ontwikkeld door\tWaterschapsschool
Sector\tWaterbeheer
NLQF-niveau\t3

"""
ROLES = """\
Rollen en competenties

Overzicht rollen\t1. Waarnemer<br>2. Melder

1. De dijkwachter als waarnemer

Beschrijving van de rol\tDe waarnemer kijkt naar scheuren en kwel.
Competenties\t<p><b>Opletten</b></p><ul><li>Ziet verzakkingen op tijd.</li></ul>

2. De dijkwachter als melder

Beschrijving van de rol\tDe melder geeft door wat gezien is.
Competenties\t<p><b>Berichten</b></p><ul><li>Meldt plaats en omvang.</li></ul>

"""
CORE_TASKS = """\
Overzicht van kerntaken en werkprocessen

Kerntaak\tWerkproces
Kerntaak 1: Inspecteert de dijk\t1.1 Loopt de ronde
\t1.2 Treedt op als vraagbaak

Kerntaak 1: Inspecteert de dijk

Complexiteit\tSchade is in het donker moeilijk te zien.

1.1 Loopt de ronde

Omschrijving\tDe dijkwachter loopt het traject af met lamp en stok.
Gewenst resultaat\tHet hele traject is bekeken.

1.2 Treedt op als vraagbaak

Omschrijving\tDe dijkwachter beantwoordt vragen van bewoners.

"""


def found(source: str) -> tuple[Conversion, dict[str, Any]]:
    conversion = convert_bytes(source.encode(), "dijkwachter.txt")
    return conversion, profile_to_plain(conversion.profile)


def test_roles_and_core_tasks_of_one_profile_are_all_there() -> None:
    for source in (GENERAL + ROLES + CORE_TASKS, GENERAL + CORE_TASKS + ROLES):
        conversion, profile = found(source)
        (task,) = profile["core_tasks"]

        assert conversion.ledger.closed
        assert conversion.findings == ()
        assert [role["name"].casefold() for role in profile["roles"]] == ["waarnemer", "melder"]
        assert [len(role["competencies"]) for role in profile["roles"]] == [1, 1]
        assert task["name"] == "Inspecteert de dijk"
        names = ["Loopt de ronde", "Treedt op als vraagbaak"]
        assert [process["name"] for process in task["work_processes"]] == names
        assert all("description" in process for process in task["work_processes"])


def test_either_alone_is_read_as_one() -> None:
    for source, family, absent in (
        (GENERAL + ROLES, "role-based", "core_tasks"),
        (GENERAL + CORE_TASKS, "core-tasks", "roles"),
    ):
        conversion, profile = found(source)

        assert profile["family"] == family
        assert absent not in profile
        assert conversion.findings == ()
