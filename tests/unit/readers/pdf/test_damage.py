"""Damaged PDFs: what can be read is read, and says so."""

from __future__ import annotations

import pytest

from pipeline.core.errors import DocumentError
from pipeline.readers.pdf.reader import read
from tests.hostile.pdfs import page, pdf
from tests.profiles import INPUT


def codes(data: bytes) -> list[str]:
    """The codes of the findings of a PDF."""
    return [finding.code for finding in read(data).findings]


def test_a_page_without_a_size_is_read_with_a_warning() -> None:
    assert "BCP152" in codes(pdf(page(box=b"")))
    assert "BCP152" in codes(pdf(page(box=b"/MediaBox [0 0 595]")))
    assert "BCP152" not in codes(pdf(page()))


@pytest.mark.parametrize("share", [0.999, 0.97, 0.9])
def test_a_file_that_was_cut_is_read_as_far_as_it_goes(share: float) -> None:
    whole = (INPUT / "werfcoordinator-jachthaven.pdf").read_bytes()

    assert "BCP151" in codes(whole[: int(share * len(whole))])
    assert "BCP151" not in codes(whole)


def test_a_page_that_is_lost_is_told() -> None:
    objects = page()
    objects[2] = b"<< /Type /Pages /Kids [9 0 R 3 0 R] /Count 2 >>"

    assert {"BCP149", "BCP151"} & set(codes(pdf(objects)))


def test_what_no_engine_opens_is_refused() -> None:
    with pytest.raises(DocumentError, match="cannot be opened"):
        read(b"%PDF-1.7\n1 0 obj\n<<")
