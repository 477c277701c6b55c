"""What stands before an item of a list."""

from __future__ import annotations

import pytest

from pipeline.core.signs import UNKNOWN
from pipeline.readers.pdf.markers import (
    has_bullet,
    has_marker,
    is_marker,
    marker_kind,
    marker_length,
)


@pytest.mark.parametrize(
    ("chars", "length", "kind"),
    [
        ("• dijk", 1, "•"),
        ("•dijk", 1, "•"),
        (f"{UNKNOWN} dijk", 1, UNKNOWN),
        ("- dijk", 1, "-"),
        ("– dijk", 1, "–"),
        ("o dijk", 1, "letter"),
        ("1. dijk", 2, "number"),
        ("12) dijk", 3, "number"),
        ("(3) dijk", 3, "number"),
        ("a. dijk", 2, "letter"),
        ("(b) dijk", 3, "letter"),
        ("viii) dijk", 5, "letter"),
        ("1.", 2, "number"),
    ],
)
def test_markers_and_their_kinds(chars: str, length: int, kind: str) -> None:
    assert has_marker(chars)
    assert (marker_length(chars), marker_kind(chars)) == (length, kind)


@pytest.mark.parametrize(
    "chars", ["dijk", "-dijk", "oud", "123. dijk", "1.2 dijk", "1 dijk", "xxiii. dijk", ""]
)
def test_what_marks_no_item(chars: str) -> None:
    assert not has_marker(chars)
    assert (marker_length(chars), marker_kind(chars)) == (0, "")


@pytest.mark.parametrize(
    ("chars", "found"),
    [
        ("•", True), ("-", True), ("(12)", True), ("iii.", True), ("viii.", True), ("", False),
        ("1. d", False), ("• d", False), ("• dijk", False),
    ],
)  # fmt: skip
def test_a_marker_alone_has_nothing_after_it(chars: str, found: bool) -> None:
    assert is_marker(chars) is found


def test_a_bullet_is_nothing_but_one() -> None:
    assert has_bullet("• dijk")
    assert has_bullet(f"{UNKNOWN}dijk")
    assert not has_bullet("- dijk")
    assert not has_bullet("1. dijk")
