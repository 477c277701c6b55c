"""A table whose columns hold titles of nodes: there a letter is enough to be a code.

A row that lacks cells lacks those on the left, which were merged with the row above.
"""

from __future__ import annotations

import pytest

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


TASKS = """\
<h1>Beroepscompetentieprofiel Dijkwachter</h1><h2>Algemene informatie</h2>
<table><tr><td>Versie<td>1<tr><td>Ontwikkeld door<td>Waterschapsschool<tr><td>Niveau<td>3
<tr><td>Sector<td>Water<tr><td>Verwante beroepen<td>Sluiswachter</table>
<h2>Kerntaken en werkprocessen</h2>
<table><tr><td>Kerntaak<td>Werkproces{rows}</table>
"""


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td>B1-K1: Loopt<td>B1-K1-W1: Kijkt<tr><td>B1-K1-W2: Meldt<tr><td>B1-K2: Meet",
        "<tr><td>1 Loopt<td>1.1 Kijkt<tr><td>1.2 Meldt<tr><td>2 Meet<td>",
        "<tr><td>Loopt<td>Kijkt<tr><td>Meldt<tr><td>Meet<td>",
    ],
    ids=["marks", "numbers", "no codes"],
)
def test_a_row_that_lacks_a_cell_lacks_the_one_on_the_left(rows: str) -> None:
    source = TASKS.format(rows=rows).encode()
    profile = profile_to_plain(convert_bytes(source, "dijkwachter.html").profile)
    found = {
        task["name"]: [process["name"] for process in task.get("work_processes", ())]
        for task in profile["core_tasks"]
    }

    assert found == {"Loopt": ["Kijkt", "Meldt"], "Meet": []}


def test_a_cell_that_reaches_over_columns_is_no_field_of_a_record() -> None:
    heads = "<tr><td>Competentie<td>Component(en)<td>Prestatie-indicator"
    first = f"<table>{heads}<tr><td>K Vakmanschap<td>Kijken<td>Ziet lekken."
    rows = "<tr><td>Wat verder telt<td colspan=2>De dijkwachter slaapt licht.</table>"
    source = TASKS.format(rows="<tr><td>1 Loopt<td>1.1 Kijkt")
    details = f"<h3>Kerntaak 1 Loopt</h3><h4>Werkproces 1.1 Kijkt</h4>{first}{rows}"
    found = convert_bytes(f"{source}{details}".encode(), "dijkwachter.html").profile
    (process,) = profile_to_plain(found)["core_tasks"][0]["work_processes"]

    assert [one["name"] for one in process["competencies"]] == ["Vakmanschap"]
