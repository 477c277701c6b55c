"""Printed by other programs, a profile comes back equal: PDF and Word, a few of each kind.

The whole matrix (all profiles, house styles and engines) is `make matrix`.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from itertools import islice

import pytest

from tests.rendering import matrix
from tests.rendering.matrix import Case, outcome_of


def _cases() -> Iterator[Case]:
    profiles = matrix.hand_written()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield from islice(matrix.word_cases(profiles), 0, None, 2)
        yield from islice(matrix.drawn_cases(profiles), 0, None, 9)
        yield from islice(matrix.typst_cases(profiles), 0, None, 4)
        yield from matrix.weasyprint_cases(matrix.generated(6, 2))


@pytest.mark.parametrize("case", [pytest.param(c, id=f"{c.engine} {c.name}") for c in _cases()])
def test_a_printed_profile_comes_back_equal(case: Case) -> None:
    outcome = outcome_of(case)

    assert outcome.closed
    assert not outcome.difference or outcome.reason, outcome.difference
