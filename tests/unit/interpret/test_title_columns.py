"""A table whose columns hold titles of nodes: there a letter is enough to be a code."""

from __future__ import annotations

from pipeline.conversion import convert_bytes
from pipeline.profile.codec import profile_to_plain

SOURCE = """\
Beroepscompetentieprofiel Dijkwachter

Algemene informatie

Naam BCP\tDijkwachter
Versie\t1
Ontwikkeld door\tWaterschapsschool
Sector\tWaterbeheer
NLQF-niveau\t3

Competenties en kerntaken

Competentie\tKerntaak
E: Samenwerken\tKerntaak 1: Inspecteert de dijk
"""


def test_a_letter_in_front_of_a_title_is_its_code() -> None:
    profile = profile_to_plain(convert_bytes(SOURCE.encode(), "dijkwachter.txt").profile)
    found = [(one.get("code"), one["name"]) for one in profile["competencies"]]

    assert found == [("E", "Samenwerken")]


def test_a_code_of_another_column_says_that_the_first_cells_of_a_row_were_left_out() -> None:
    overview = (
        "Kerntaak\tWerkproces\n"
        "B1-K1: Bewaakt de dijk\tB1-K1-W1: Loopt de ronde\n"
        "B1-K1-W2: Meldt schade\t\n"
    )
    source = SOURCE.split("Competenties en kerntaken", maxsplit=1)[0] + overview
    profile = profile_to_plain(convert_bytes(source.encode(), "dijkwachter.txt").profile)
    (task,) = profile["core_tasks"]

    assert [one["code"] for one in task["work_processes"]] == ["B1-K1-W1", "B1-K1-W2"]
