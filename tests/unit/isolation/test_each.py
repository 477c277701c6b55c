"""A work on tasks of any kind, with and without processes of their own."""

from __future__ import annotations

import os

import pytest

from pipeline.core.diagnostics import Diagnostic
from pipeline.isolation.each import in_processes
from pipeline.isolation.limits import Limits
from pipeline.isolation.messages import Answer


def _tenth(number: int) -> bytes:
    return f"{os.getpid()} {10 // number}".encode()


def _done() -> dict[int, Answer]:
    return dict(in_processes((5, 0, 2), _tenth, 2, Limits()))


def _results(done: dict[int, Answer]) -> list[tuple[int, str]]:
    """(process, result) of the first and the third task; the second one must have failed."""
    assert isinstance(done[1], Diagnostic)
    assert done[1].code == "BCP901"
    assert "ZeroDivisionError" in done[1].message
    found = []
    for number in (0, 2):
        answer = done[number]
        assert isinstance(answer, bytes)
        process, result = answer.decode().split()
        found.append((int(process), result))
    return found


def test_each_task_has_a_process_of_its_own() -> None:
    (first, two), (second, five) = _results(_done())

    assert (two, five) == ("2", "5")
    assert len({first, second, os.getpid()}) == 3


@pytest.mark.parametrize("missing", ["fork", "pidfd_open"])
def test_where_the_system_has_no_such_processes_this_one_does_it(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, missing)

    assert _results(_done()) == [(os.getpid(), "2"), (os.getpid(), "5")]
