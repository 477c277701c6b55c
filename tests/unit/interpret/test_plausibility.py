"""What is no profile, or a badly read one, once it is interpreted."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.core.errors import DocumentError
from pipeline.families import load_families
from pipeline.interpret.evidence import Recognition
from pipeline.interpret.plausibility import plausibility_findings
from pipeline.profile.trace import Ledger

FAMILIES = {family.name: family for family in load_families()}


def codes(
    content: dict[str, Any], *, unplaced: int = 0, source: int = 3000, titled: bool = True
) -> list[str]:
    ledger = Ledger(source, {}, {"fields": source - unplaced, "unplaced": unplaced}, 0, 0)
    found = plausibility_findings(content, ledger, Recognition(FAMILIES["role-based"], titled))
    return [finding.code for finding in found]


ROLE = {"name": "Havenmeester", "roles": [{"name": "gastheer"}]}


def test_a_profile_is_plausible() -> None:
    assert codes(ROLE, unplaced=1500) == []


SEVEN = tuple("abcdefg")


def test_a_document_that_says_that_it_is_a_profile_is_one_with_an_error() -> None:
    says_so = Recognition(FAMILIES["role-based"], True, (*SEVEN, "h"))
    found = plausibility_findings({"name": "Havenmeester"}, Ledger(9, {}, {}, 0, 0), says_so)

    assert [finding.code for finding in found] == ["BCP427"]


def test_a_document_without_nodes_whose_text_is_in_no_field_is_of_a_form_unknown() -> None:
    says_so = Recognition(FAMILIES["role-based"], True, (*SEVEN, "h"))
    with pytest.raises(DocumentError):
        plausibility_findings({"name": "x"}, Ledger(100, {}, {"unplaced": 11}, 0, 0), says_so)


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_a_profile_without_a_node_is_refused(family: Any) -> None:
    with pytest.raises(DocumentError) as raised:
        plausibility_findings(
            {"name": "Havenmeester"}, Ledger(9, {}, {}, 0, 0), Recognition(family, True, SEVEN)
        )

    assert raised.value.code == "BCP201"
    assert "general labels alone make no profile" in raised.value.message


def test_a_name_of_more_than_120_characters_is_an_error() -> None:
    assert codes({**ROLE, "name": "x" * 120}) == []
    assert codes({**ROLE, "name": "x" * 121}) == ["BCP425"]


def test_a_text_that_is_mostly_in_no_field_is_an_error() -> None:
    assert codes(ROLE, unplaced=1501) == ["BCP426"]


def test_a_row_of_a_short_text_is_not_most_of_a_profile() -> None:
    assert codes(ROLE, unplaced=600, source=900) == []
