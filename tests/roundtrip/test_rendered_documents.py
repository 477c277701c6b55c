"""Profiles printed as Word documents and PDFs by other programs come back equal.

A small part of the matrix (`make matrix` runs the whole): the engines that print in this
process. Each house style with one profile in turn, and generated profiles in drawn looks.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from pipeline import convert_bytes
from pipeline.profile.codec import profile_to_plain
from tests.machine import needs
from tests.profiles import content_of
from tests.rendering.engines import ENGINES, parts_paragraphs_by_gaps, sheet_for
from tests.rendering.matrix import Job, corpus_profiles, drawn_job, house_job
from tests.rendering.printed.doubts import doubts, missing_words
from tests.rendering.word.wording import missing_words as missing_in_docx
from tests.suites import few

_QUICK = {"docx": 3, "reportlab": 3, "typst": 3, "weasyprint": 1}  # so many in the fast suite
_DRAWN = 3
_SEED = 20

Spot = tuple[str, str, str]  # engine, house style, profile


def _in_turn(name: str) -> list[Spot]:
    """Each house style of an engine with another profile, and what is drawn."""
    profiles = list(corpus_profiles())
    return [
        *(
            (name, house, profiles[n % len(profiles)])
            for n, house in enumerate(ENGINES[name].houses)
        ),
        *((name, f"drawn-{n}", f"drawn-{n}") for n in range(_DRAWN)),
    ]


def _param(spot: Spot) -> Any:
    engine = ENGINES[spot[0]]
    # Without the fonts, lines end elsewhere; poppler says what the foot of a page hides.
    own = (*engine.needs, "fonts", "poppler") if engine.kind == "pdf" else engine.needs
    return pytest.param(spot, id=".".join((spot[1], spot[0], spot[2])), marks=needs(*own))


SPOTS = [spot for name, fast in _QUICK.items() for spot in few(map(_param, _in_turn(name)), fast)]


@cache
def _printed(spot: Spot) -> tuple[Job, bytes]:
    """What is printed and the file, made once for all tests."""
    name, house, profile = spot
    if house.startswith("drawn-"):
        job = drawn_job(name, int(house.removeprefix("drawn-")), _SEED)
    else:
        job = house_job(name, house, profile, corpus_profiles()[profile])
    return job, ENGINES[name].printed([(job.content, job.dress)])[0]


@pytest.mark.parametrize("spot", SPOTS)
def test_a_printed_file_holds_every_word_of_its_profile(spot: Spot) -> None:
    job, data = _printed(spot)
    missing = missing_in_docx if ENGINES[job.engine].kind == "docx" else missing_words

    assert missing(data, sheet_for(job.content, job.dress)) == []


@pytest.mark.parametrize("spot", SPOTS)
def test_a_printed_profile_comes_back_equal(spot: Spot) -> None:
    job, data = _printed(spot)
    sheet = sheet_for(job.content, job.dress)
    if ENGINES[job.engine].kind == "pdf" and doubts(
        data, sheet, parts_paragraphs_by_gaps(job.dress)
    ):
        pytest.skip("a page end hides whether a paragraph ends there")
    conversion = convert_bytes(data, job.file_name)
    assert content_of(profile_to_plain(conversion.profile)) == job.content, job.dress
    assert conversion.ledger.closed, conversion.ledger
