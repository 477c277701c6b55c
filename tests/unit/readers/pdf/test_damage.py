"""Damaged PDFs: what can be read is read, and says so."""

from __future__ import annotations

import re

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


def test_what_only_another_engine_opens_is_read_from_its_copy() -> None:
    whole = (INPUT / "werfcoordinator-jachthaven.pdf").read_bytes()
    lost = re.sub(rb"\n(\d+) 0 obj(?=\s*<<[^>]*/Type ?/Page\b)", rb"\n\1 0 bjo", whole, count=1)
    assert lost != whole

    assert "BCP151" in codes(lost)
    assert "BCP151" not in codes(whole)


def test_what_no_engine_opens_is_refused() -> None:
    with pytest.raises(DocumentError, match="cannot be opened"):
        read(b"%PDF-1.7\n1 0 obj\n<<")
