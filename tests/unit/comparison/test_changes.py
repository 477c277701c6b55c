"""The changes between versions: none where there are none, enough to make the new one, and few."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.comparison.assignment import best_pairs
from pipeline.comparison.changes import apply, compare, kind_of
from pipeline.comparison.elements import plain_of, tree_of
from pipeline.profile.codec import decode, profile_to_plain
from pipeline.profile.identifiers import with_identifiers
from pipeline.profile.model import Paragraph, Profile, Source
from tests.strategies import ROUND_TRIP, profiles, whole_profile
from tests.unit.comparison.versions import any_pairs, edited_pairs
from tests.unit.writers.core_tasks import core_task_profile, plain_core_tasks

INSTRUCTIONS, LISTENING, CALM = (
    "Geeft heldere instructies",
    "Luistert goed naar gasten",
    "Blijft kalm",
)


def version(*roles: tuple[str, dict[str, list[str]]]) -> Profile:
    """The whole profile with other roles, and no other nodes: (name, competency -> indicators)."""
    bare = replace(whole_profile(), core_tasks=None, competencies=None, core_challenges=None)
    plain: dict[str, Any] = profile_to_plain(bare)
    del plain["$schema"]
    plain["roles"] = [
        {
            "name": name,
            "competencies": [
                {"name": title, "indicators": [{"text": text} for text in texts]}
                for title, texts in competencies.items()
            ],
        }
        for name, competencies in roles
    ]
    profile: Profile = decode(Profile, with_identifiers(plain))
    return profile


def said(old: Profile, new: Profile) -> list[tuple[str, str, str]]:
    """(kind, old text, new text) of each change of something that has a text."""
    found = compare(tree_of(old), tree_of(new)).changes
    return [
        (
            kind_of(change),
            change.old.text if change.old else "",
            change.new.text if change.new else "",
        )
        for change in found
        if (change.old or change.new).text  # type: ignore[union-attr]
    ]


@given(profiles())
@ROUND_TRIP
def test_a_profile_is_the_same_tree_and_back(profile: Profile) -> None:
    plain = profile_to_plain(with_plain_ids(profile))
    tree = plain_of(tree_of(profile))

    assert tree == {key: value for key, value in _without_ids(plain).items() if key in tree}


def with_plain_ids(profile: Profile) -> Profile:
    """The profile itself: identifiers are taken out of its plain values."""
    return profile


def _without_ids(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {key: _without_ids(value) for key, value in plain.items() if key != "id"}
    return [_without_ids(value) for value in plain] if isinstance(plain, list) else plain


@given(profiles())
@ROUND_TRIP
def test_a_profile_does_not_differ_from_itself(profile: Profile) -> None:
    assert compare(tree_of(profile), tree_of(profile)).is_equal


@given(any_pairs() | edited_pairs())
@ROUND_TRIP
def test_the_changes_make_the_new_version_of_the_old_one(pair: tuple[Profile, Profile]) -> None:
    old, new = tree_of(pair[0]), tree_of(pair[1])

    assert plain_of(apply(compare(old, new))) == plain_of(new)


def lines(plain: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The lines of a plain list of all that a profile says, as a table would have them.

    Each stands with the fields, names and texts that it stands below.
    """
    if isinstance(plain, dict):
        here = (*above, *(plain[key] for key in ("name", "title", "label") if key in plain))
        for key, value in plain.items():
            if isinstance(value, dict | list):
                yield (*here, key)
                yield from lines(value, (*here, key))
            else:
                yield (*here, key, value)
    elif isinstance(plain, list):
        for value in plain:
            yield from lines(value, above)
    else:
        yield (*above, plain)


@given(any_pairs() | edited_pairs())
@ROUND_TRIP
def test_there_are_never_more_changes_than_in_a_plain_list(pair: tuple[Profile, Profile]) -> None:
    trees = [tree_of(profile) for profile in pair]
    old, new = (list(lines(plain_of(tree))) for tree in trees)
    same = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    plain = len(old) + len(new) - 2 * sum(block.size for block in same)

    assert len(compare(*trees).changes) <= plain


def test_how_a_profile_was_made_is_no_difference() -> None:
    profile = whole_profile()
    other = replace(
        profile,
        id="x-v1",
        source=Source(file="x.pdf", sha256="0" * 64, media_type="application/pdf"),
        derived=None,
    )

    assert compare(tree_of(profile), tree_of(other)).is_equal


BASE = version(("Gids", {"Leiden": [INSTRUCTIONS, LISTENING], "Rust": [CALM]}))


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (
            version(("Gids", {"Leiden": ["Geeft zeer heldere uitleg", LISTENING], "Rust": [CALM]})),
            [("changed", INSTRUCTIONS, "Geeft zeer heldere uitleg")],
        ),
        (
            version(("Gids", {"Leiden": [LISTENING], "Rust": [CALM]})),
            [("removed", INSTRUCTIONS, "")],
        ),
        (
            version(("Gids", {"Leiden": [INSTRUCTIONS, LISTENING, "Telt de kas"], "Rust": [CALM]})),
            [("added", "", "Telt de kas")],
        ),
        (
            version(("Gids", {"Leiden": [LISTENING, INSTRUCTIONS], "Rust": [CALM]})),
            [("moved", LISTENING, LISTENING)],
        ),
        (
            version(("Gids", {"Leiden": [INSTRUCTIONS], "Rust": [CALM, LISTENING]})),
            [("moved", LISTENING, LISTENING)],
        ),
        (
            version(("Gids", {"Aansturen": [INSTRUCTIONS, LISTENING], "Rust": [CALM]})),
            [("changed", "Leiden", "Aansturen")],
        ),
        (
            version(("Rondleider", {"Leiden": [INSTRUCTIONS, LISTENING], "Rust": [CALM]})),
            [("changed", "Gids", "Rondleider")],
        ),
        (
            version(("Gids", {"Rust": [CALM], "Leiden": [INSTRUCTIONS, LISTENING]})),
            [("moved", "Rust", "Rust")],
        ),
    ],
    ids="reworded removed added reordered relocated competency role competencies".split(),
)
def test_each_edit_is_one_change(new: Profile, expected: list[tuple[str, str, str]]) -> None:
    assert said(BASE, new) == expected


def test_a_reworded_indicator_that_moved_is_one_change_and_both() -> None:
    new = version(
        ("Gids", {"Leiden": [INSTRUCTIONS], "Rust": [CALM, "Luistert heel goed naar gasten"]})
    )
    (change,) = compare(tree_of(BASE), tree_of(new)).changes

    assert (change.is_moved, change.is_reworded) == (True, True)
    assert change.new is not None
    assert change.new.pointer == "/roles/0/competencies/1/indicators/1"


def test_a_paragraph_that_was_split_keeps_its_first_part() -> None:
    old = replace(
        whole_profile(), career_prospects=(Paragraph(text="Eerste zin hier. Tweede zin."),)
    )
    texts = ("Eerste zin hier.", "Tweede zin.")
    new = replace(old, career_prospects=tuple(Paragraph(text=text) for text in texts))

    assert said(old, new) == [
        ("changed", "Eerste zin hier. Tweede zin.", "Eerste zin hier."),
        ("added", "", "Tweede zin."),
    ]


def test_other_identifiers_of_what_was_reworded_are_told() -> None:
    new = version(("Gids", {"Leiden": ["Geeft zeer heldere uitleg", LISTENING], "Rust": [CALM]}))
    comparison = compare(tree_of(BASE), tree_of(new))
    ids = {e.text: e.id for tree in (comparison.old, comparison.new) for e in tree.walk() if e.id}

    assert comparison.replaced() == {ids[INSTRUCTIONS]: ids["Geeft zeer heldere uitleg"]}


SCORES = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 100).map(float), max_size=14
)


@given(SCORES)
@ROUND_TRIP
def test_no_other_assignment_has_a_higher_sum(scores: dict[tuple[int, int], float]) -> None:
    found = best_pairs(scores)
    best = max(
        sum(scores.get((row, column), 0.0) for row, column in enumerate(columns))
        for columns in permutations(range(5))
    )

    assert len({row for row, _ in found}) == len({column for _, column in found}) == len(found)
    assert sum(scores[pair] for pair in found) == best


def test_the_best_assignment_is_not_the_greedy_one() -> None:
    scores = {(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}

    assert best_pairs(scores) == [(0, 1), (1, 0)]


def core_tasks_with(change: Callable[[dict[str, Any]], None]) -> Profile:
    """The profile of core tasks with a change of its plain values."""
    plain = copy.deepcopy(plain_core_tasks())
    change(plain)
    profile: Profile = decode(Profile, with_identifiers(plain))
    return profile


def lesson(plain: dict[str, Any]) -> dict[str, Any]:
    """The work process that has everything."""
    found: dict[str, Any] = plain["core_tasks"][0]["work_processes"][0]
    return found


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            lambda plain: lesson(plain).update(code="1.3"),
            [("changed", "Geeft zwemles", "Geeft zwemles")],
        ),
        (
            lambda plain: plain["core_tasks"][0].update(name="Geeft zwemlessen"),
            [("changed", "Verzorgt zwemlessen", "Geeft zwemlessen")],
        ),
        (
            lambda plain: lesson(plain)["behaviour"][1].pop("applies_to"),
            [("changed", "past het tempo aan", "past het tempo aan")],
        ),
        (
            lambda plain: lesson(plain)["behaviour"].pop(0),
            [("removed", "geeft korte aanwijzingen;", "")],
        ),
        (
            lambda plain: lesson(plain)["competencies"][0]["components"].append("Luisteren"),
            [("added", "", "Luisteren")],
        ),
        (
            lambda plain: lesson(plain)["competencies"][0]["indicators"][0].pop("aspect"),
            [("changed", *["Stemt de les af met de badmeester"] * 2)],
        ),
        (
            lambda plain: plain["core_tasks"][1].setdefault(
                "work_processes", [plain["core_tasks"][0]["work_processes"].pop(0)]
            ),
            [("moved", "Geeft zwemles", "Geeft zwemles")],
        ),
        (
            lambda plain: plain["core_challenges"].reverse(),
            [("moved", "Ruimte of regels", "Ruimte of regels")],
        ),
        (
            lambda plain: plain["competency_matrix"][1].update(value="x"),
            [
                (
                    "changed",
                    "Verzorgt zwemlessen | E | xx",
                    "Verzorgt zwemlessen | E | x",
                )
            ],
        ),
        (
            lambda plain: plain["competency_matrix"].pop(),
            [("removed", "Houdt het bad schoon | A | x", "")],
        ),
        (lambda plain: plain.update(status="definitief"), [("changed", "concept", "definitief")]),
        (lambda plain: plain.update(family="anders"), []),
    ],
    ids="code task for item component aspect process challenge cell cells status family".split(),
)
def test_each_edit_of_core_tasks_is_one_change(
    change: Callable[[dict[str, Any]], None], expected: list[tuple[str, str, str]]
) -> None:
    old, new = core_task_profile(), core_tasks_with(change)

    assert said(old, new) == expected
    assert plain_of(apply(compare(tree_of(old), tree_of(new)))) == plain_of(tree_of(new))
