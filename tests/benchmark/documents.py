"""The documents of the benchmarks: our longest profile, printed on ten pages and more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.rendering.engines import sheet_for
from tests.rendering.matrix import corpus_profiles
from tests.rendering.printed.houses import HOUSES
from tests.rendering.printed.reportlab_pages import reportlab_pdf
from tests.rendering.sheet import Content
from tests.rendering.word import houses as word
from tests.rendering.word.document import docx_of

PROFILE = corpus_profiles()["werfcoordinator-jachthaven"]
PAPER = replace(HOUSES["kenniscentrum"], size=11.0, margin=70.0, leading=1.4)
DRESS = word.HOUSES["kenniscentrum"]


def pdf_of(content: Content) -> bytes:
    """A PDF without tags, drawn line by line."""
    return reportlab_pdf(sheet_for(content, PAPER), PAPER)


def word_file_of(content: Content) -> bytes:
    """A Word document."""
    return docx_of(sheet_for(content, DRESS), DRESS)


MAKERS = {"pdf": pdf_of, "docx": word_file_of}


def with_roles(times: int) -> Content:
    """The profile with each of its roles so many times, under names of their own."""
    roles = PROFILE["roles"]
    assert isinstance(roles, list)
    more = [{**role, "name": f"{role['name']} {n}"} for n in range(times) for role in roles]
    return {**PROFILE, "roles": more}


def folder_of(folder: Path, count: int, kind: str) -> Path:
    """A folder of so many files of a kind, whose profiles differ in their names."""
    target = folder / f"{kind}-{count}"
    target.mkdir()
    for number in range(count):
        content = {**PROFILE, "name": f"{PROFILE['name']} {number}"}
        (target / f"{number}.{kind}").write_bytes(MAKERS[kind](content))
    return target
