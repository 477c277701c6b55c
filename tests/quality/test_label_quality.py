"""Label recognition does not get worse: floors a little below what was measured.

The floors of the held-out set guard it without showing its cases.
"""

from __future__ import annotations

import pytest

from tests.quality.measure_labels import measure


@pytest.mark.parametrize(
    ("name", "scope", "least_right", "most_wrong", "most_false"),
    [
        ("dev", "profile", 0.97, 0, 0.04),
        ("dev", "role", 0.96, 0, 0.0),
        ("holdout", "profile", 0.94, 0, 0.04),
        ("holdout", "role", 0.96, 0, 0.0),
    ],
)
def test_labels_are_recognised_as_well_as_they_were(
    name: str, scope: str, least_right: float, most_wrong: int, most_false: float
) -> None:
    tally = measure(name)[scope]
    assert tally.right / tally.known >= least_right
    assert tally.wrong_field <= most_wrong
    assert tally.false_match / tally.unknown <= most_false
