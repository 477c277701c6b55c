"""What is missing is skipped by name, and in CI is a failure; CI installs all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests import machine
from tests.machine import NEEDS, Need, message_of, needs, require
from tests.profiles import ROOT


@pytest.fixture(autouse=True)
def unicorn(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Something that no machine has."""
    monkeypatch.setitem(NEEDS, "unicorn", Need(lambda: False, "the unicorn is missing"))
    monkeypatch.setitem(NEEDS, "own", Need(lambda: False, "it is not here", is_public=False))
    yield
    machine._is_there.cache_clear()


def test_what_is_missing_is_skipped_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "IN_CI", False)

    with pytest.raises(pytest.skip.Exception, match="the unicorn is missing"):
        require("unicorn")


def test_in_ci_it_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "IN_CI", True)

    with pytest.raises(pytest.fail.Exception, match="the unicorn is missing"):
        require("unicorn")


def test_what_nobody_can_install_is_skipped_in_ci_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "IN_CI", True)

    with pytest.raises(pytest.skip.Exception, match="it is not here"):
        require("own")


def test_a_mark_must_name_something_that_is_known() -> None:
    with pytest.raises(ValueError, match="nothing called eenhoorn"):
        needs("unicorn", "eenhoorn")


def test_ci_installs_what_tests_may_ask_for() -> None:
    installed = set(re.findall(r"[a-z][a-z0-9.+-]*", (ROOT / ".ci" / "run").read_text("utf-8")))
    names = NEEDS.keys() - {"unicorn", "own"}
    asked = re.findall(r"(?<=apt-get install )[^;]+", message_of_all(names))

    packages = {package for names in asked for package in names.split()} - {"make"}
    assert len(packages) > 10
    assert packages <= installed


def message_of_all(names: set[str]) -> str:
    """What would be said if nothing were there."""
    return "; ".join(NEEDS[name].message for name in sorted(names))


def test_nothing_is_said_where_nothing_is_missing() -> None:
    assert message_of([]) == ""
