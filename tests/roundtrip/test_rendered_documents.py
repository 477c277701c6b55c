"""Profiles printed as Word documents and PDFs by other programs come back equal.

A small part of the matrix (`make matrix` runs the whole): the engines that need no Debian
package. Each house style with one profile in turn, and generated profiles in drawn looks.
"""

from __future__ import annotations

import pytest

from pipeline import convert_bytes
from pipeline.profile.codec import profile_to_plain
from tests.profiles import content_of
from tests.rendering.engines import ENGINES, parts_paragraphs_by_gaps, sheet_for
from tests.rendering.matrix import Job, corpus_profiles, drawn_jobs, house_jobs
from tests.rendering.printed.doubts import doubts, has_poppler, missing_words
from tests.rendering.word.wording import missing_words as missing_in_docx

_QUICK = ("docx", "reportlab", "typst", "weasyprint")
_DRAWN = 3
_SEED = 20


def _in_turn(name: str) -> list[Job]:
    """Each house style of an engine with another profile."""
    profiles = corpus_profiles()
    jobs = list(house_jobs(name, profiles))
    count = len(profiles)
    return [jobs[n * count + n % count] for n in range(len(jobs) // count)]


JOBS = [
    pytest.param(job, id=job.file_name)
    for name in _QUICK
    for job in (*_in_turn(name), *drawn_jobs(name, _DRAWN, _SEED))
]


def _printed(job: Job) -> bytes:
    engine = ENGINES[job.engine]
    if why := engine.missing():
        pytest.skip(why)
    return engine.printed([(job.content, job.dress)])[0]


@pytest.mark.parametrize("job", JOBS)
def test_a_printed_file_holds_every_word_of_its_profile(job: Job) -> None:
    data = _printed(job)
    sheet = sheet_for(job.content, job.dress)
    if ENGINES[job.engine].kind == "docx":
        assert missing_in_docx(data, sheet) == []
        return
    if not has_poppler():
        pytest.skip("pdftotext is not installed (Debian package: poppler-utils)")
    assert missing_words(data, sheet) == []


@pytest.mark.parametrize("job", JOBS)
def test_a_printed_profile_comes_back_equal(job: Job) -> None:
    kind = ENGINES[job.engine].kind
    data = _printed(job)
    sheet = sheet_for(job.content, job.dress)
    if kind == "pdf" and has_poppler() and doubts(data, sheet, parts_paragraphs_by_gaps(job.dress)):
        pytest.skip("a page end hides whether a paragraph ends there")
    conversion = convert_bytes(data, job.file_name)
    assert content_of(profile_to_plain(conversion.profile)) == job.content, job.dress
    assert conversion.ledger.closed, conversion.ledger
