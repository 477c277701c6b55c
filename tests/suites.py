"""What runs when: `make test` is the fast suite, `make slow` the rest; see tests/README.md."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

FAST = "not slow"  # the -m of pyproject.toml: any other selection is thorough
_is_thorough = False


def choose(markers: str) -> None:
    """Sets how many examples are drawn, by the -m of this run; before tests are collected."""
    global _is_thorough  # noqa: PLW0603
    _is_thorough = markers != FAST


def is_thorough() -> bool:
    """Whether tests of drawn examples run in this suite too, with more of them."""
    return _is_thorough


def examples(fast: int, slow: int) -> settings:
    """So many examples in each suite, the same ones every time.

    However long one takes: the machine may be busy.
    """
    return settings(
        max_examples=slow if _is_thorough else fast,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )


def few(cases: Iterable[Any], fast: int) -> list[Any]:
    """The parameters of a test: so many of the fast suite, evenly spread, the others slow.

    Both suites together run each of them once.
    """
    found = [_parameters(case) for case in cases]
    chosen = {round((n + 0.5) * len(found) / fast - 0.5) for n in range(fast)}
    return [
        case if n in chosen else pytest.param(*case.values, id=case.id, marks=[*case.marks, _SLOW])
        for n, case in enumerate(found)
    ]


_SLOW = pytest.mark.slow


def _parameters(case: Any) -> Any:
    return case if hasattr(case, "marks") and hasattr(case, "values") else pytest.param(case)
