"""The makers of the matrix print all that a profile says; what tags tell, the page shows too."""

from __future__ import annotations

import pytest

from pipeline.readers.pdf.reader import stages
from tests.machine import needs
from tests.rendering.agreement import agreement
from tests.rendering.engines import ENGINES, sheet_for
from tests.rendering.matrix import Job, corpus_profiles, house_job
from tests.rendering.printed.doubts import missing_words
from tests.rendering.printed.style import PdfStyle

_PROFILE = "hulphondentrainer"
# A house style of each maker that the round trips of test_rendered_documents leave out.
_HOUSES = {
    "latex": "boekwerk",
    "fop": "rapport",
    "wkhtmltopdf": "rapport",
    "pdfmake": "boekwerk",
    "jspdf": "liggend",
    "fpdf2": "kenniscentrum",
    "ghostscript": "zonder-lijnen",
    "writer-tagged": "noten",
    "writer-untagged": "verslag",
}


def _job(name: str, house: str) -> Job:
    return house_job(name, house, _PROFILE, corpus_profiles()[_PROFILE])


def _printed(job: Job) -> bytes:
    return ENGINES[job.engine].printed([(job.content, job.dress)])[0]


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [pytest.param(n, marks=needs(*ENGINES[n].needs, "fonts", "poppler")) for n in _HOUSES],
)
def test_a_maker_prints_every_word_of_a_profile(name: str) -> None:
    job = _job(name, _HOUSES[name])

    assert missing_words(_printed(job), sheet_for(job.content, job.dress)) == []


@needs("fonts")
def test_of_a_simple_file_the_drawn_page_gives_the_cells_that_the_tags_tell_of() -> None:
    data = _printed(_job("typst", "kenniscentrum"))

    found = agreement("typst", "a", data)

    assert found is not None
    assert found.cells > 50
    assert (found.drawn_cells, found.drawn_rows) == (found.cells, found.rows)
    assert found.missing == ()


@needs("fonts")
def test_where_the_drawn_page_parts_what_a_tag_holds_the_cell_does_not_agree(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The tags of a page are held against the drawing of another one."""
    tagged, other = _printed(_job("typst", "kenniscentrum")), _printed(_job("typst", "kader"))
    monkeypatch.setattr(
        "tests.rendering.agreement.stages",
        lambda data, **how: stages(other if how.get("without_tags") else data, **how),
    )

    found = agreement("typst", "a", tagged)

    assert found is not None
    assert found.drawn_cells < found.cells
    assert len(found.missing) == found.cells - found.drawn_cells


def test_a_file_without_tags_has_nothing_to_agree_with() -> None:
    job = _job("reportlab", "kenniscentrum")
    assert isinstance(job.dress, PdfStyle)

    assert agreement("reportlab", "a", _printed(job)) is None
