"""Items that look like one because of how they were set: a dash in a line, full lines."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pipeline.document.reasons import Reasons, Verdict, seam_reasons
from pipeline.document.seams import FULL
from pipeline.document.text import join
from pipeline.interpret.claims import Claims
from pipeline.interpret.flattened import Evidence
from pipeline.interpret.passages import Passage
from pipeline.interpret.tree import plain_values
from pipeline.interpret.values import lists
from tests.unit.interpret.specimens import located, passages, shown_passages

# A list in one line.


def items(*cells: str, cut: bool = False) -> list[str]:
    found = [
        lists.flattened(passage, "indicators", Evidence(), Claims())[0]
        for passage in passages(*cells, cut=cut)
    ]
    return [item.chars for some in found for item in some]


def test_a_dash_that_begins_two_lines_by_chance_parts_what_opens_with_verbs() -> None:
    assert items("- Meldt lekkage - Sluit de kraan<br>- Belt de wacht - Schrijft een rapport") == [
        "Meldt lekkage", "Sluit de kraan", "Belt de wacht", "Schrijft een rapport",
    ]  # fmt: skip


def test_a_dash_before_what_opens_no_item_belongs_to_its_text() -> None:
    assert items("- Meldt lekkage - Spoed gaat voor<br>- Belt de wacht") == [
        "Meldt lekkage - Spoed gaat voor",
        "Belt de wacht",
    ]


def test_a_list_in_one_line_goes_on_over_a_page_end() -> None:
    assert items("- Meldt lekkage. - Sluit de", "kraan. - Belt de wacht.", cut=True) == [
        "Meldt lekkage.", "Sluit de kraan.", "Belt de wacht.",
    ]  # fmt: skip


def test_a_bullet_that_a_page_ends_with_opens_the_next_one() -> None:
    found = passages("• Meldt lekkage •", "Sluit de kraan • Belt de wacht", cut=True)

    assert shown_passages(found) == ["-Meldt lekkage", "-Sluit de kraan", "-Belt de wacht"]


def test_what_closes_a_clause_does_not_go_on_in_a_capital_over_a_page_end() -> None:
    assert len(passages("Zoekt de oorzaak uit", "Melden: belt de wacht", cut=True)) == 2
    assert len(passages("Zoekt de oorzaak uit", "en belt de wacht", cut=True)) == 1


# References in lines.


def references(*lines: str, others: tuple[str, ...] = ()) -> list[str]:
    """The references of lines that were joined because they are full, and of others."""
    texts = [located(line, 1000 * n) for n, line in enumerate(lines)]
    verdict = Verdict(True, FULL.name)
    reasons = [
        reason for above, below in pairwise(texts) for reason in seam_reasons(above, below, verdict)
    ]
    given = [Passage(join(texts))]
    given += [Passage(located(o, 10_000 * n)) for n, o in enumerate(others, 1)]
    found, notes = lists.source_documents(given, Evidence(), Claims(), Reasons.of(reasons))
    assert any(note.code == "BCP319" for note in notes) == (len(found) > len(given))
    return [str(one["text"]) for one in plain_values(found)]


def test_full_lines_of_one_form_are_references_and_it_is_said() -> None:
    assert references("Dijkenboek, Waterschap", "Sluizenboek, Rijkswaterstaat") == [
        "Dijkenboek, Waterschap",
        "Sluizenboek, Rijkswaterstaat",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Dijkenboek, Waterschap", "Scheldestromen, 2019"),
        ("Dijkenboek, Waterschap", "Scheldestromen"),
        ("Dijkenboek van het", "Waterschap, Middelburg"),
        ("Dijken. Een boek, Goes", "Waterschap, Middelburg"),
    ],
)
def test_lines_of_two_forms_are_one_reference(lines: tuple[str, ...]) -> None:
    assert references(*lines) == [" ".join(lines)]


def test_other_references_tell_the_form() -> None:
    lines = ("Dijkenboek, Waterschap", "Sluizenboek, Rijkswaterstaat - 2019")

    assert len(references(*lines, others=("Polders, Provincie - 2020",))) == 3
    assert len(references(*lines, others=("Polders, Provincie, Goes - 2020",))) == 2
