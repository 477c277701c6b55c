"""Profiles in the Markdown that converters write come back as they went in."""

from __future__ import annotations

import pytest

from pipeline import convert_bytes
from pipeline.profile.codec import profile_to_plain
from tests.profiles import ROOT, content_of
from tests.rendering.comparison import compared
from tests.rendering.matrix import corpus_profiles
from tests.rendering.tool_markdown import DIALECTS, tool_markdown

NAMES = sorted(folder.name for folder in (ROOT / "tests" / "corpus").iterdir())
# In percent of all leaves: whether a dash in a list on one line opens an item, nothing shows.
LEAST = 99


@pytest.mark.parametrize("dialect", DIALECTS)
def test_nearly_all_of_every_profile_comes_back(dialect: str) -> None:
    leaves = exact = 0
    for name in NAMES:
        content = corpus_profiles()[name]
        conversion = convert_bytes(tool_markdown(content, dialect).encode(), f"{name}.md")
        found = compared(content, content_of(profile_to_plain(conversion.profile)))
        leaves, exact = leaves + found.leaves, exact + found.exact
        assert conversion.ledger.closed, name
    assert 100 * exact >= LEAST * leaves, f"{exact} of {leaves}"
