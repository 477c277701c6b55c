"""The same profile in other clothes: paper, type, borders, tags, changes, controls."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pipeline import convert_bytes
from pipeline.profile.codec import profile_to_plain
from tests.rendering.docx_form import word_document
from tests.rendering.drawn_form import drawn_pdf
from tests.rendering.house import A5, House
from tests.rendering.matrix import hand_written, style_of
from tests.rendering.sheet import sheet_of
from tests.rendering.typst_form import typst_pdf

NAME, CONTENT = hand_written()[2]
SHEET = sheet_of(CONTENT, style_of(0))
PLAIN = House("plain")


def profile_of(data: bytes) -> dict[str, Any]:
    """The profile without what tells of the file."""
    conversion = convert_bytes(data, "profiel")
    assert conversion.ledger.closed, conversion.ledger
    plain = profile_to_plain(conversion.profile)
    return {key: value for key, value in plain.items() if key not in ("source", "derived")}


@pytest.mark.parametrize(
    "change",
    [
        {"paper": A5, "margin": 36.0},
        {"family": "serif", "size": 12.0},
        {"footer": "Profiel Pagina {n}/{total}"},
        {"borders": "boxes"},
        {"borders": "dashed"},
        {"borders": "double"},
        {"borders": "shaded"},
        {"bullet": "drawn"},
        {"leading": 1.5, "paragraph_gap": 8.0},
        {"label_share": 0.35, "padding": 7.0},
        {"cover": True},
    ],
    ids=str,
)
def test_a_drawn_profile_stays_the_same(change: dict[str, Any]) -> None:
    dressed = replace(PLAIN, **change)

    assert profile_of(drawn_pdf(SHEET, dressed)) == profile_of(drawn_pdf(SHEET, PLAIN))


@pytest.mark.parametrize(
    "change",
    [
        {"tracked": True},
        {"controls": True},
        {"split_runs": True},
        {"typed_lists": True},
        {"cover": True},
        {"footer": "Profiel Pagina {n}"},
        {"borders": "none"},
    ],
    ids=str,
)
def test_a_word_profile_stays_the_same(change: dict[str, Any]) -> None:
    dressed = replace(PLAIN, **change)

    assert profile_of(word_document(SHEET, dressed)) == profile_of(word_document(SHEET, PLAIN))


def test_the_label_cell_may_be_merged_over_the_rows_of_a_value() -> None:
    apart, merged = (word_document(SHEET, PLAIN, merged_labels=m) for m in (False, True))

    assert profile_of(merged) == profile_of(apart)


def test_tags_change_nothing() -> None:
    tagged, untagged = (typst_pdf(SHEET, PLAIN, tagged=t) for t in (True, False))

    assert profile_of(tagged) == profile_of(untagged)


def test_word_and_pdf_give_the_same_profile() -> None:
    assert profile_of(word_document(SHEET, PLAIN)) == profile_of(typst_pdf(SHEET, PLAIN))
