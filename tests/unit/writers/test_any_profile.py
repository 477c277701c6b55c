"""Any valid profile comes through every export: its statements counted, its bytes the same."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given

from pipeline.profile.model import Profile
from pipeline.writers import WRITERS, Writer, case, itslearning, oeapi
from pipeline.writers.edition import Edition
from tests.standards.test_case import placed
from tests.standards.test_oeapi import parents
from tests.strategies import core_task_profiles, profiles
from tests.suites import examples
from tests.unit.writers import test_canvas, test_moodle, test_workbooks
from tests.unit.writers.test_workbooks import data_of
from tests.unit.writers.tricky import statements

FEW = examples(fast=6, slow=30)
# The tests are made of others in their bodies, so that they must say it themselves.
pytestmark = pytest.mark.both


def moodle_ids(profile: Profile) -> set[str]:
    """The ids that come through."""
    return set(test_moodle.imported(test_moodle.file_of(profile)).nodes)


def canvas_ids(profile: Profile) -> set[str]:
    """The ids that come through."""
    return set(test_canvas.imported(test_canvas.file_of(profile)))


def itslearning_ids(profile: Profile) -> set[str]:
    """The ids that come through."""
    return set(test_workbooks.imported(data_of(itslearning, profile)))


def case_ids(profile: Profile) -> set[str]:
    """The ids that come through."""
    (data,) = case.write(Edition(profile)).values()
    return {f"bcp-{key}" for key in placed(json.loads(data))}


def oeapi_ids(profile: Profile) -> set[str]:
    """The ids that come through."""
    (data,) = oeapi.write(Edition(profile)).values()
    return {f"bcp-{key}" for key in parents(json.loads(data))}


@pytest.mark.parametrize("read", [moodle_ids, canvas_ids, itslearning_ids, case_ids, oeapi_ids])
def test_every_statement_of_any_profile_is_found(read: Callable[[Profile], set[str]]) -> None:
    @given(profiles() | core_task_profiles())
    @FEW
    def holds(profile: Profile) -> None:
        assert set(statements(profile)) <= read(profile)

    holds()


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
def test_any_profile_is_written_and_gives_the_same_bytes(writer: Writer) -> None:
    @given(profiles() | core_task_profiles())
    @FEW
    def holds(profile: Profile) -> None:
        edition, again = Edition(profile), Edition(profile)
        if writer.scope == "run":
            assert writer.write([edition]) == writer.write([again])
        else:
            assert writer.write(edition) == writer.write(again)

    holds()
