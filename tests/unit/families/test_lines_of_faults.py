"""A fault is told at the line where a user finds it."""

from __future__ import annotations

import pytest

from pipeline.families import FamilyError
from pipeline.families.sources import Rank, Whole, parsed

TEXT = """\
title = "x"

[family]
name = "small"  # [[field]]

[[field]]
path = "a"
labels = ["Een"]

  [[ field ]] # the second
path = 'b'
labels = [
  "Twee",
  'Drie',
  "[[field]]",
]

[field.sets]
aspect = "format"

[[node]]
id = "path"
"""


def line(table: str, number: int, key: str = "", word: str = "") -> int:
    """The line that is told for an entry."""
    entries = parsed(TEXT, "mine.toml").entries(table)
    with pytest.raises(FamilyError) as refusal:
        entries[max(number, 1) - 1].refuse("wrong", "correct it", key, word)
    return refusal.value.line


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (("family", 0), 3),
        (("family", 0, "name"), 4),
        (("field", 1), 6),
        (("field", 1, "path"), 7),
        (("field", 1, "labels", "Een"), 8),
        (("field", 2), 10),
        (("field", 2, "path"), 11),
        (("field", 2, "labels", "Twee"), 13),
        (("field", 2, "labels", "Drie"), 14),
        (("field", 2, "labels", "Vier"), 12),
        (("field", 2, "aspect", "format"), 19),
        (("field", 2, "kind"), 10),
        (("node", 1, "id"), 22),
    ],
)
def test_the_line_is_that_of_the_word_else_of_the_key_else_of_the_heading(
    where: tuple[str, int], expected: int
) -> None:
    assert line(*where) == expected


def test_of_what_two_files_say_the_one_with_the_word_is_told() -> None:
    own = parsed('[[field]]\nlabels = ["Een"]', "own.toml")
    shared = parsed('[[field]]\n\nlabels = ["Twee"]\nkind = "x"', "shared.toml", Rank.SHARED)
    whole = Whole({}, (own.entries("field")[0], shared.entries("field")[0]))

    told = []
    for key, word in (("labels", "Twee"), ("labels", "Een"), ("labels", ""), ("kind", "")):
        with pytest.raises(FamilyError) as refusal:
            whole.refuse("wrong", "correct it", key, word)
        told.append((refusal.value.file, refusal.value.line))

    assert told == [("shared.toml", 3), ("own.toml", 2), ("own.toml", 2), ("shared.toml", 4)]


def test_a_list_that_is_written_in_one_line_has_the_line_of_its_name() -> None:
    entry = parsed('x = 1\nfield = [{ path = "a" }]', "mine.toml").entries("field")[0]

    with pytest.raises(FamilyError, match=r"^mine\.toml, line 2: \[\[field\]\] number 1: wrong"):
        entry.refuse("wrong", "correct it", "path")
