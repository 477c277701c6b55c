"""Reasons are found by the characters that they are about, and told in few words."""

from __future__ import annotations

import random

import pytest

from pipeline.document.reasons import Reason, Reasons, Verdict, steps_of

FULL = "the next word would not have fitted"


def seam(first: int, last: int, act: str = "joined", margin: float = 3.2) -> Reason:
    return Reason("seams", act, first, last, Verdict(act == "joined", FULL, margin, "pt"))


def table(first: int, last: int, name: str = "by rules") -> Reason:
    return Reason("tables", "table", first, last, Verdict(True, name))


def told(reasons: list[Reason], origins: list[int]) -> tuple[str, ...]:
    return steps_of(Reasons.of(reasons).about(origins), origins)


@pytest.mark.parametrize(
    ("reason", "step"),
    [
        (seam(13, 14), f"joined: {FULL}, by 3.2 pt"),
        # The line end's hyphen, or the marker of the next line, is none of the characters.
        (seam(13, 15), f"joined: {FULL}, by 3.2 pt"),
        (seam(9, 10), f"joined before: {FULL}, by 3.2 pt"),
        (seam(19, 20), f"joined after: {FULL}, by 3.2 pt"),
        (seam(9, 10, "parted"), f"parted before: {FULL}, by 3.2 pt"),
        (seam(5, 6, "parted"), f"parted before: {FULL}, by 3.2 pt"),
        (seam(19, 20, "parted"), f"parted after: {FULL}, by 3.2 pt"),
        (seam(23, 30, "parted"), f"parted after: {FULL}, by 3.2 pt"),
        (table(0, 40), "table: by rules"),
        (table(19, 19), "table: by rules"),
        (table(10, 10), "table: by rules"),
    ],
)  # fmt: skip
def test_what_bears_on_a_stretch_is_told(reason: Reason, step: str) -> None:
    assert told([reason], list(range(10, 20))) == (step,)


@pytest.mark.parametrize(
    "reason",
    [
        seam(4, 5, "parted"),
        seam(24, 25, "parted"),
        # The last line of the text before it, the first of the one after it.
        seam(6, 7),
        seam(21, 22),
        seam(0, 40),
        table(0, 9),
        table(20, 40),
    ],
)
def test_what_does_not_bear_on_a_stretch_is_not_told(reason: Reason) -> None:
    assert told([reason], list(range(10, 20))) == ()


def test_a_table_between_the_characters_of_a_value_holds_none_of_them() -> None:
    assert told([table(12, 17)], [10, 11, 18, 19]) == ()
    assert told([table(12, 18)], [10, 11, 18, 19]) == ("table: by rules",)


def test_the_order_of_a_text_tells_its_beginning_and_not_the_order_of_drawing() -> None:
    drawn_backwards = [30, 31, 32, 10, 11, 12]

    assert told([seam(5, 30, "parted")], drawn_backwards) == (f"parted before: {FULL}, by 3.2 pt",)
    assert told([seam(12, 40, "parted")], drawn_backwards) == (f"parted after: {FULL}, by 3.2 pt",)
    assert told([seam(32, 10)], drawn_backwards) == (f"joined: {FULL}, by 3.2 pt",)


def test_equal_reasons_are_counted_with_the_least_margin() -> None:
    reasons = [seam(12, 13, margin=9.0), seam(14, 15, margin=0.5), seam(16, 17, margin=4.0)]

    assert told(reasons, list(range(10, 20))) == (f"joined 3 times: {FULL} (least margin 0.5 pt)",)


def test_reasons_of_another_rule_or_rival_are_told_apart() -> None:
    emphasis = Verdict(True, "both lines are bold")
    rival = Verdict(True, FULL, 3.2, "pt", "a new item")
    reasons = [
        seam(12, 13),
        Reason("seams", "joined", 14, 15, emphasis),
        Reason("seams", "joined", 15, 16, emphasis),
        Reason("seams", "joined", 16, 17, rival),
        Reason("seams", "joined", 17, 18, rival),
    ]

    assert told(reasons, list(range(10, 20))) == (
        f"joined: {FULL}, by 3.2 pt",
        "joined 2 times: both lines are bold",
        f"joined 2 times: {FULL} (least margin 3.2 pt) (not: a new item)",
    )


def test_what_holds_a_value_is_told_before_its_seams_and_these_as_they_stand() -> None:
    reasons = [seam(19, 20, "parted"), seam(14, 15), seam(9, 10, "parted"), table(0, 40)]

    assert [step.split(":")[0] for step in told(reasons, list(range(10, 20)))] == [
        "table", "parted before", "joined", "parted after",
    ]  # fmt: skip


def test_what_holds_a_value_on_two_pages_is_told_once() -> None:
    assert told([table(0, 12), table(15, 40)], list(range(10, 20))) == ("table: by rules",)
    assert len(told([table(0, 12), table(15, 40, "by tags")], list(range(10, 20)))) == 2


def test_a_stretch_that_stands_nowhere_has_no_reasons() -> None:
    assert list(Reasons.of([table(0, 40)]).about([])) == []
    assert list(Reasons().about([1, 2])) == []


def test_the_look_up_finds_what_a_walk_through_all_reasons_does() -> None:
    chance = random.Random(15)
    for _ in range(200):
        reasons = [
            Reason(chance.choice(("tables", "furniture")), "x", first, first + chance.randrange(30),
                   Verdict(True, str(n)))
            for n in range(20)
            for first in [chance.randrange(80)]
        ]  # fmt: skip
        own = sorted(chance.sample(range(100), chance.randrange(1, 12)))
        wanted = {r for r in reasons if any(r.first <= origin <= r.last for origin in own)}

        assert set(Reasons.of(reasons).about(own)) == wanted


def test_a_reason_that_is_given_twice_counts_once() -> None:
    assert told([seam(12, 13), seam(12, 13)], list(range(10, 20))) == (
        f"joined: {FULL}, by 3.2 pt",
    )


def test_a_seam_is_about_its_sides_and_a_table_about_all_that_it_holds() -> None:
    assert [origin for origin in range(8) if seam(2, 5).is_about(origin)] == [2, 5]
    assert [origin for origin in range(8) if table(2, 5).is_about(origin)] == [2, 3, 4, 5]
