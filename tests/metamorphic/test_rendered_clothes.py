"""The same profile in other clothes, as a printed document, gives the same profile.

Identifiers included: the profile is compared with that of the plainest dress.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from pipeline import convert_bytes
from pipeline.profile.codec import profile_to_plain
from tests.machine import require
from tests.rendering.arrangement import Arrangement
from tests.rendering.engines import ENGINES, Dress
from tests.rendering.matrix import corpus_profiles
from tests.rendering.printed.style import PdfStyle
from tests.rendering.style import Style
from tests.rendering.word.style import DocxStyle
from tests.suites import few

_PROFILE = "hulphondentrainer"
_WORDING = Style(form="print", items="li")
PAPER = PdfStyle(wording=_WORDING)
WORD = DocxStyle(wording=_WORDING)

PAPER_CLOTHES: dict[str, PdfStyle] = {
    "small paper": replace(PAPER, paper="a5", margin=36.0, size=9.0),
    "sideways": replace(PAPER, paper="a4-landscape"),
    "another font": replace(PAPER, font="DejaVu Serif"),
    "large letters": replace(PAPER, size=14.0, leading=1.5),
    "running header and no footer": replace(PAPER, running_header=True, running_footer=False),
    "another footer": replace(PAPER, footer_style=1),
    "not tagged": replace(PAPER, tagged=False),
    "cover and table of contents": replace(PAPER, cover="repeated", contents=True),
    "one table": replace(PAPER, arrangement=Arrangement("one", "row", "empty")),
    "many tables": replace(PAPER, arrangement=Arrangement("apart", "paragraph", "empty")),
    "merged label cells": replace(PAPER, arrangement=Arrangement("section", "row", "merged")),
    "repeated heads": replace(PAPER, arrangement=Arrangement(repeated_heads=True), size=13.0),
    "horizontal rules": replace(PAPER, rules="horizontal"),
    "dotted rules": replace(PAPER, rules="dotted"),
    "no rules": replace(PAPER, rules="none"),
    "open cells at page ends": replace(PAPER, open_breaks=True, size=13.0),
    "justified and hyphenated": replace(PAPER, justified=True, hyphenated=True),
    "indented first lines": replace(PAPER, paragraph_gap=0.0, paragraph_indent=12.0),
    "bullets of another font": replace(PAPER, bullet_glyph="zapf"),
    "drawn dots": replace(PAPER, bullet_glyph="drawn"),
    "typed bullets": replace(PAPER, wording=replace(_WORDING, items="typed", lists="typed")),
}
WORD_CLOTHES: dict[str, DocxStyle] = {
    "tracked changes": replace(WORD, tracked=True),
    "controls around rows": replace(WORD, controls="rows"),
    "controls around cells": replace(WORD, controls="cells"),
    "controls around paragraphs": replace(WORD, controls="blocks"),
    "controls around runs": replace(WORD, controls="runs"),
    "split runs": replace(WORD, split_runs=True),
    "proofing marks and bookmarks": replace(WORD, noise=True),
    "soft and no-break hyphens": replace(WORD, soft_hyphens=True, no_break_hyphens=True),
    "automatic numbers": replace(WORD, automatic_numbers=True),
    "numbering of its own": replace(WORD, lists="numbering", bullet="wingdings"),
    "typed bullets": replace(WORD, wording=replace(_WORDING, items="typed", lists="typed")),
    "line breaks": replace(WORD, wording=replace(_WORDING, items="br", lists="br")),
    "emphasis by style": replace(WORD, emphasis_by_style=True),
    "cover, contents, stamp": replace(WORD, cover=True, contents=True, stamp=True),
    "footnote": replace(WORD, footnote=True),
    "running header": replace(WORD, running_header=True),
    "one table": replace(WORD, arrangement=Arrangement("one", "row", "empty")),
    "many tables": replace(WORD, arrangement=Arrangement("apart", "paragraph", "empty")),
    "merged label cells": replace(WORD, arrangement=Arrangement("section", "row", "merged")),
    "repeated heads": replace(WORD, arrangement=Arrangement(repeated_heads=True)),
}


@cache
def profile(name: str, dress: Dress) -> dict[str, Any]:
    """The profile of a file in that dress, without what tells of the file."""
    engine = ENGINES[name]
    require(*engine.needs)
    content = corpus_profiles()[_PROFILE]
    data = engine.printed([(content, engine.dressed(dress, content))])[0]
    conversion = convert_bytes(data, "profiel")
    assert conversion.ledger.closed, conversion.ledger
    plain = profile_to_plain(conversion.profile)
    return {key: value for key, value in plain.items() if key not in ("source", "derived")}


@pytest.mark.parametrize(
    ("name", "dress"),
    [
        one
        for name in ("reportlab", "typst")
        for one in few(
            (pytest.param(name, dress, id=f"{key}-{name}") for key, dress in PAPER_CLOTHES.items()),
            4,
        )
    ],
)
def test_the_look_of_a_pdf_does_not_count(name: str, dress: PdfStyle) -> None:
    assert profile(name, dress) == profile(name, PAPER)


@pytest.mark.parametrize(
    "dress", few((pytest.param(dress, id=key) for key, dress in WORD_CLOTHES.items()), 6)
)
def test_the_dress_of_a_word_document_does_not_count(dress: DocxStyle) -> None:
    assert profile("docx", dress) == profile("docx", WORD)


def test_a_word_document_and_a_pdf_of_one_profile_give_one_profile() -> None:
    assert profile("docx", WORD) == profile("reportlab", PAPER)
