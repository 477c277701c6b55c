"""Where passages are parted: what the parts are worth decides between the signs that propose."""

from __future__ import annotations

import pytest

from pipeline.document.text import plain
from pipeline.interpret.claims import Claims
from pipeline.interpret.flattened import Evidence
from pipeline.interpret.passages import Passage
from pipeline.interpret.values.lists import flattened
from pipeline.interpret.values.parting import Parting, best, gaps_at, parted


def worth(part: str) -> float:
    return 1.0 if part[0].isupper() else -1.0


def test_the_parts_that_are_worth_most_are_taken_and_the_rival_is_told() -> None:
    proposed = [Parting("at dashes", gaps_at([4])), Parting("at both", gaps_at([4, 11]))]

    taken, verdict = best(plain("Kok - Ober | Gast"), proposed, worth)

    assert [part.chars for part in taken.parts(plain("Kok - Ober | Gast"))] == [
        "Kok",
        "Ober",
        "Gast",
    ]
    assert (verdict.rival, verdict.margin, bool(verdict)) == ("at dashes", 1.0, True)


def test_parts_that_are_worth_no_more_than_the_whole_leave_it_whole() -> None:
    taken, verdict = best(plain("Kok; ober; Gast"), [Parting("at signs", gaps_at([3, 9]))], worth)

    assert not taken.gaps
    assert not verdict


def test_a_near_choice_is_told_by_a_finding() -> None:
    passage, near = Passage(plain("Kok; ober; Gast")), [Parting("at signs", gaps_at([3, 9]))]

    found, notes = parted(passage, near, lambda part: max(worth(part), -0.9), Claims())

    assert len(found) == 3
    assert [note.message for note in notes] == ["at signs; but one whole explains as much"]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Gids, Waterraad; Handboek, Delta", 2),
        ("Gids; Deel twee; Waterraad", 1),
        ("Gids 2019; Handboek 2021", 2),
    ],
)
def test_references_are_parted_where_each_part_reads_as_one(written: str, number: int) -> None:
    found, _ = flattened(Passage(plain(written)), "source_documents", Evidence(), Claims())

    assert len(found) == number
