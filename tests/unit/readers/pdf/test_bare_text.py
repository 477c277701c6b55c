"""What PDFium opens, the text of its pages, and what it cannot do."""

from __future__ import annotations

import contextvars

import pytest

from pipeline.core import heartbeat
from pipeline.readers.pdf import second_engine
from pipeline.readers.pdf.second_engine import (
    BareText,
    SecondEngineError,
    bare_text,
    opened,
    rewritten,
)
from tests.hostile.pdfs import page, pdf, stream


def pages(*texts: str, lacking: int = 0) -> bytes:
    """A file with these pages, and before them so many that are not there."""
    objects = page()
    kids = [b"99 0 R"] * lacking
    for n, text in enumerate(texts):
        number = 10 + 2 * n
        objects[number] = objects[3].replace(b"4 0 R", b"%d 0 R" % (number + 1))
        objects[number + 1] = stream(b"BT /F1 10 Tf 50 200 Td (%s) Tj ET" % text.encode())
        kids.append(b"%d 0 R" % number)
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return pdf(objects)


def test_the_text_of_each_page_is_read() -> None:
    found = bare_text(pages("De dijk.", "De sluis."))

    assert found == BareText(2, ("De dijk.", "De sluis."), {})


def test_a_page_that_does_not_load_has_no_text_and_a_reason() -> None:
    found = bare_text(pages("De dijk.", lacking=1))

    assert (found.count, found.pages, found.fault) == (2, ("", "De dijk."), "")
    assert list(found.faults) == [1]
    assert found.faults[1]


def test_a_file_that_does_not_open_has_a_reason() -> None:
    found = bare_text(b"De dijkwachter")

    assert (found.count, found.pages, found.faults) == (0, (), {})
    assert found.fault
    assert BareText() == BareText(0, (), {}, "", ())


def test_of_a_file_with_absurdly_many_pages_so_many_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(second_engine, "MOST_PAGES", 2)
    found = bare_text(pages("De dijk.", "De sluis.", "De stal."))

    assert (found.count, found.pages) == (3, ("De dijk.", "De sluis."))


def test_a_real_profile_is_far_below_the_most_pages() -> None:
    assert 1_000 <= second_engine.MOST_PAGES <= 10_000


def test_what_stands_above_the_pages_is_read_with_them() -> None:
    objects = page(entries=b"/Annots [6 0 R]")
    objects[6] = b"<< /Type /Annot /Subtype /Text /Rect [50 100 70 120] /Contents (Klopt dit?) >>"
    (found,) = bare_text(pdf(objects)).annotations

    assert (found.kind, found.text, found.place.page) == ("", "Klopt dit?", 1)


def test_each_page_is_a_sign_of_life() -> None:
    beats: list[int] = []

    def read() -> None:
        heartbeat.listen(lambda: beats.append(1))
        bare_text(pages("De dijk.", "De sluis."))

    contextvars.copy_context().run(read)
    assert len(beats) == 2


def test_a_document_is_open_for_as_long_as_it_is_needed() -> None:
    with opened(pages("De dijk.")) as document:
        assert document.raw
    assert not document.raw
    with pytest.raises(SecondEngineError), opened(b"De dijkwachter"):
        pass


def test_a_file_is_written_anew_if_it_has_pages() -> None:
    anew = rewritten(pages("De dijk."))

    assert anew is not None
    assert bare_text(anew).pages == ("De dijk.",)
    assert rewritten(b"De dijkwachter") is None
    assert rewritten(pages()) is None
