"""What tests/README.md asks of tests, as far as it can be seen in their text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.profiles import ROOT
from tests.suites import few

TESTS = ROOT / "tests"
# What measures time, or gives up after some; and where that is no test.
CLOCKS = re.compile(r"\b(monotonic|perf_counter|time\.time|timeout=\d)")
NO_TESTS = ("benchmark/", "hostile/fuzz.py", "rendering/matrix.py", "waiting.py")
# What of the machine is missing, asked for in another place than tests/machine.py.
SKIPS = re.compile(r"\b(skipif|importorskip|shutil\.which)\b")


def lines_with(pattern: re.Pattern[str], *without: str) -> Iterator[str]:
    """Where the pattern stands in the tests, but for some files and this one."""
    for path in sorted(TESTS.rglob("*.py")):
        name = path.relative_to(TESTS).as_posix()
        if path != Path(__file__) and not name.startswith(without):
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                if pattern.search(line):
                    yield f"{name}:{number}: {line.strip()}"


def test_no_test_measures_time() -> None:
    assert list(lines_with(CLOCKS, *NO_TESTS)) == []


def test_what_may_be_missing_is_known_in_one_place() -> None:
    assert list(lines_with(SKIPS, "machine.py")) == []


@pytest.mark.parametrize(("count", "fast"), [(1, 1), (2, 3), (10, 1), (10, 3), (23, 5)])
def test_a_few_cases_are_fast_and_none_is_lost(count: int, fast: int) -> None:
    cases = few(range(count), fast)

    assert [case.values for case in cases] == [(n,) for n in range(count)]
    assert sum(not case.marks for case in cases) == min(count, fast)
