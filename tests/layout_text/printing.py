"""PDF files of both kits of profiles, each with the content that it prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.core_tasks.looks import LOOKS
from tests.core_tasks.make import made, subjects
from tests.rendering.engines import ENGINES, parts_paragraphs_by_gaps, sheet_for
from tests.rendering.matrix import Job, corpus_profiles, drawn_jobs, house_jobs
from tests.rendering.printed.doubts import doubts, missing_words
from tests.rendering.sheet import Content

ROLES = (
    "reportlab", "typst", "weasyprint", "chromium", "libreoffice-untagged", "writer-untagged",
    "latex", "fop", "wkhtmltopdf", "fpdf2",
)  # fmt: skip
"""Makers of profiles of roles."""
TASKS = tuple(name for name, look in LOOKS.items() if look.ending == "pdf")
"""Makers of profiles of core tasks."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF and what it prints; `is_doubtful` where a page end hides a part of that."""

    maker: str
    name: str
    data: bytes
    content: Content
    is_doubtful: bool


def missing(maker: str) -> str:
    """What a maker needs and the machine lacks; empty where all is there."""
    return LOOKS[maker].missing() if maker in LOOKS else ENGINES[maker].missing()


def printed(maker: str, drawn: int, seed: int) -> Iterator[Printed]:
    """The files of a maker: each of its looks with one profile in turn, and `drawn` drawn ones."""
    if maker in LOOKS:
        for one in made(LOOKS[maker], subjects()):
            yield Printed(maker, one.file_name, one.data, one.content, bool(one.doubt))
        return
    jobs = [*house_jobs(maker, corpus_profiles(), 1), *drawn_jobs(maker, drawn, seed)]
    files = ENGINES[maker].printed([(job.content, job.dress) for job in jobs])
    for job, data in zip(jobs, files, strict=True):
        yield Printed(maker, job.file_name, data, job.content, _is_doubtful(job, data))


def _is_doubtful(job: Job, data: bytes) -> bool:
    sheet = sheet_for(job.content, job.dress)
    hidden = doubts(data, sheet, parts_paragraphs_by_gaps(job.dress))
    return bool(hidden or missing_words(data, sheet))
