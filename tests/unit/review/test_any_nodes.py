"""A review of profiles that are built of other nodes than roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import lxml.html
import pytest

from pipeline.profile.codec import profile_to_plain
from pipeline.profile.model import Profile
from pipeline.review.charts import grid, occupations_by_competency, occupations_by_indicator
from pipeline.review.index import index_page
from pipeline.review.material import Reviewed
from pipeline.review.pages import profile_page
from pipeline.review.values import values_of
from tests.unit.writers.core_tasks import core_task_profile, wider_profile
from tests.unit.writers.tricky import statements, tricky_profile

LEDGER = {
    "source": 1, "markup": {}, "accounts": {}, "missing": 0, "invented": 0, "closed": True,
}  # fmt: skip


def leaves(plain: Any, pointer: str = "") -> Iterator[str]:
    """The pointers of the texts of a profile, as its trace has them; none to ids."""
    if isinstance(plain, dict | list):
        pairs = plain.items() if isinstance(plain, dict) else enumerate(plain)
        for key, value in pairs:
            if key not in ("id", "type", "ordered", "$schema", "schema_version", "source"):
                yield from leaves(value, f"{pointer}/{key}")
    else:
        yield pointer


def reviewed(profile: Profile, *, is_traced: bool = True) -> Reviewed:
    """What a review has of a profile without a source."""
    plain = profile_to_plain(profile)
    leaf: dict[str, Any] = {"places": [], "raw": "", "steps": []}
    trace = dict.fromkeys(leaves(plain) if is_traced else (), leaf)
    report = {"file": "x.txt", "reader": "text", "findings": [], "ledger": LEDGER}
    return Reviewed(profile, plain, trace, report, None)


@dataclass(frozen=True)
class Stored:
    """An entry whose profile is at hand."""

    profile: Profile
    is_traced: bool = True

    @property
    def id(self) -> str:
        return self.profile.id

    def reviewed(self) -> Reviewed:
        return reviewed(self.profile, is_traced=self.is_traced)


def index_of(*profiles: Profile) -> Any:
    """The index over some profiles."""
    entries: Any = [Stored(profile) for profile in profiles]
    return lxml.html.document_fromstring(index_page(entries, {}))


def columns(tree: Any) -> list[str]:
    """The heads of the table of all profiles."""
    return [str(head) for head in tree.xpath("//table[1]/thead/tr/th/text()")][:-2]


def test_the_index_counts_the_kinds_of_nodes_that_the_run_has() -> None:
    tree = index_of(core_task_profile())

    assert columns(tree)[4:11] == [
        "Kerntaken", "Regels kennis en vaardigheden", "Competenties", "Gedragsindicatoren",
        "Werkprocessen", "Gedrag", "Kernopgaven",
    ]  # fmt: skip
    (row,) = tree.xpath("//tr[@data-text]")
    assert [cell.text for cell in row.xpath("td")][3:10] == ["2", "4", "5", "4", "2", "2", "2"]


def test_profiles_of_roles_and_of_core_tasks_stand_in_one_index() -> None:
    tree = index_of(tricky_profile(), core_task_profile())
    heads = tree.xpath("(//table)[1]/thead/tr/th/text()")
    rows = [
        dict(zip(heads[1:], [cell.text for cell in row.xpath("td")], strict=True))
        for row in tree.xpath("//tr[@data-text]")
    ]

    assert [(row["Rollen"], row["Kerntaken"]) for row in rows] == [("5", "0"), ("0", "2")]


def test_competencies_are_counted_wherever_they_stand() -> None:
    profiles = (tricky_profile(), core_task_profile())

    names = {profile.name for profile in profiles}
    assert set(occupations_by_competency(profiles)["Samenwerken"]) == names
    assert list(occupations_by_competency([core_task_profile()])) == [
        "Beslissen", "Plannen", "Samenwerken",
    ]  # fmt: skip
    assert occupations_by_indicator(profiles) == {}


def test_the_grid_shows_what_asks_for_which_competency() -> None:
    tree: Any = lxml.html.fragment_fromstring("".join(grid(core_task_profile())), "div")
    rows = [["".join(cell.itertext()) for cell in row] for row in tree.xpath(".//tr")]

    assert tree.xpath(".//svg/@aria-label") == [
        f"Competenties per kerntaak of beroep van {core_task_profile().name}"
    ]
    assert rows == [
        ["Kerntaak of Beroep", "Competenties"],
        ["1. Verzorgt zwemlessen", "Samenwerken; Plannen"],
        ["2. Overkoepelende competenties", "Beslissen; Samenwerken"],
    ]
    assert len(tree.xpath(".//rect")) == 4


@pytest.mark.parametrize("profile", [core_task_profile()], ids=["core tasks"])
def test_every_statement_is_on_the_page_below_the_names_of_what_holds_it(profile: Profile) -> None:
    one = reviewed(profile)
    tree: Any = lxml.html.document_fromstring(profile_page(one))
    shown = tree.xpath("string(//main)")
    said = {value.text: value for value in values_of(one)}

    for statement in statements(profile).values():
        assert statement.text in shown
    assert said["geeft korte aanwijzingen;"].section == "Verzorgt zwemlessen › Geeft zwemles"
    assert said["geeft korte aanwijzingen;"].title == "Gedrag"
    assert said["De les begint op tijd"].section.endswith("Geeft zwemles › Samenwerken")
    assert said["Geeft zwemles"].title == "Werkproces"
    assert said["B1-K1"].title == "Code"
    assert said["xx"].title == "Waarde"


def test_nodes_that_are_new_are_counted_without_more() -> None:
    # The titles of the values are those of the model, which has no such nodes.
    entries: Any = [Stored(wider_profile(), is_traced=False)]
    tree = lxml.html.document_fromstring(index_page(entries, {}))

    assert "Taakgebieden" in columns(tree)
