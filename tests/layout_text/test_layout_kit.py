"""The kit of layout texts: what its tools write is read back, by makers that every machine has."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.layout_text.__main__ import main
from tests.layout_text.reading import keep, outcome, texts_in
from tests.machine import needs

# Of the leaves, in hundreds: what the table of issue 16 asks of layout text.
_LEAST = 85.0


@needs("poppler", "fonts")
@pytest.mark.slow
def test_most_leaves_of_what_pdftotext_writes_are_right(tmp_path: Path) -> None:
    arguments = ["--makers", "typst,fpdf2", "--tools", "pdftotext", "--drawn", "0", "--jobs", "1"]
    assert main([*arguments, "--least", str(_LEAST), "--keep", str(tmp_path)]) == 0


@needs("fonts")
@pytest.mark.slow
def test_no_text_of_pdfplumber_loses_a_character(tmp_path: Path) -> None:
    keep("fpdf2", 0, 1, ["pdfplumber"], tmp_path)
    found = [outcome(path) for path in texts_in(tmp_path)]
    assert found
    assert not [one.name for one in found if one.error]
