"""The matcher of the role-based layout, built once."""

from __future__ import annotations

import pytest

from pipeline.layouts import LabelMatcher, load_layouts


@pytest.fixture(scope="session")
def matcher() -> LabelMatcher:
    return LabelMatcher(load_layouts()[0])
