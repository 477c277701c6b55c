"""What each kind of value becomes: each has a reader, and what has no place is kept."""

from __future__ import annotations

from pipeline.families.kinds import KINDS
from pipeline.interpret.makers import MAKERS


def test_each_kind_of_value_has_a_reader() -> None:
    assert set(MAKERS) == set(KINDS)


def test_no_two_kinds_share_a_reader() -> None:
    assert len(set(MAKERS.values())) == len(MAKERS)
