"""The matcher of the role-based layout, built once."""

from __future__ import annotations

import pytest

from pipeline.families import load_families
from pipeline.labels import LabelMatcher


@pytest.fixture(scope="session")
def matcher() -> LabelMatcher:
    return LabelMatcher(load_families()[0])
