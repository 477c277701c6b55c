"""The role-based family, and its matcher, built once."""

from __future__ import annotations

import pytest

from pipeline.families import Family, load_families
from pipeline.labels import LabelMatcher


@pytest.fixture(scope="session")
def family() -> Family:
    """The role-based family."""
    return next(family for family in load_families() if family.name == "role-based")


@pytest.fixture(scope="session")
def matcher(family: Family) -> LabelMatcher:
    """Its matcher."""
    return LabelMatcher(family)
