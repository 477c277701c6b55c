"""Which means gives the marks of a file: itself, a repaired copy, or bare text of its pages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from pipeline.core.errors import DocumentError
from pipeline.core.signs import UNKNOWN
from pipeline.readers.pdf import rescue
from pipeline.readers.pdf.marks import Glyphs, Marks, Page, Tagged
from pipeline.readers.pdf.repair import repaired_copies
from pipeline.readers.pdf.rescue import BARE_TEXT, REPAIRED, Rescued, rescued
from pipeline.readers.pdf.second_engine import BareText
from tests.hostile.pdfs import page, pdf
from tests.unit.readers.pdf.typed import Typed

Told = list[tuple[str, int | None]]
TAGS = Tagged("Document", ())


def marks(*texts: str, fault: str = "") -> Marks:
    """The marks of pages with these texts; `fault` is that of the first."""
    typed = Typed()
    pages = tuple(
        Page(n, 600, 800, (typed.run(text),) if text else (), (), (), (), has_images=False)
        for n, text in enumerate(texts, 1)
    )
    first = replace(pages[0], fault=fault)
    return Marks((first, *pages[1:]), typed.glyphs, TAGS)


def second(*texts: str) -> BareText:
    return BareText(len(texts), texts)


@dataclass
class Engines:
    """What both engines find in each file, by its bytes; what is not there is damaged."""

    ours: dict[bytes, Marks] = field(default_factory=dict)
    other: dict[bytes, BareText] = field(default_factory=dict)
    copies: list[bytes] = field(default_factory=list)
    code: str = "BCP141"

    def read(self, data: bytes) -> Marks:
        if data not in self.ours:
            raise DocumentError(self.code, "the PDF cannot be opened")
        return self.ours[data]

    def bare(self, data: bytes, numbers: list[int], glyphs: Glyphs) -> dict[int, Page]:
        found = {}
        for number in numbers:
            text = self.other[data].pages[number - 1]
            typed = Typed(glyphs)
            runs = (typed.run(text),) if text else ()
            found[number] = Page(number, 600, 800, runs, (), (), (), has_images=False)
        return found

    def rescued(self, data: bytes = b"file") -> tuple[str, Told]:
        """The texts of the pages, and what was told with its page."""
        found = rescued(data)
        told = [(f.code, f.place.page if f.place else None) for f in found.findings]
        self.found: Rescued = found
        return "|".join(map(found.marks.chars, found.marks.pages)), told


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> Engines:
    found = Engines()
    monkeypatch.setattr(rescue, "read_marks", found.read)
    monkeypatch.setattr(rescue, "bare_text", lambda data: found.other.get(data, BareText()))
    monkeypatch.setattr(rescue, "bare_pages", found.bare)
    monkeypatch.setattr(rescue, "repaired_copies", lambda _: iter(found.copies))
    return found


def put(engines: Engines, ours: Marks | None, other: BareText, data: bytes = b"file") -> None:
    if ours is not None:
        engines.ours[data] = ours
    engines.other[data] = other
    if data != b"file":
        engines.copies.append(data)


def letters(count: int) -> str:
    return "d" * count


@pytest.mark.parametrize(("ours", "other", "is_short"), [
    (10, 20, True), (10, 19, False), (100, 199, False), (100, 200, True), (9, 19, True),
    (8, 17, False), (0, 10, True), (0, 9, False),
])  # fmt: skip
def test_a_page_falls_short_of_twice_the_letters_and_ten_more(
    engines: Engines, ours: int, other: int, *, is_short: bool
) -> None:
    put(engines, marks(letters(ours), "De dijk"), second(letters(other), "De dijk"))
    text, told = engines.rescued()

    assert told == ([(BARE_TEXT, 1)] if is_short else [])
    assert text == f"{letters(other if is_short else ours)}|De dijk"
    # Bare text has no tags.
    assert engines.found.marks.tags == (None if is_short else TAGS)


@pytest.mark.parametrize(("other", "is_short"), [(110, True), (109, False)])
def test_with_codes_without_a_meaning_ten_more_letters_are_enough(
    engines: Engines, other: int, *, is_short: bool
) -> None:
    put(engines, marks(letters(100) + UNKNOWN), second(letters(other)))

    assert bool(engines.rescued()[1]) is is_short


def test_signs_and_spaces_are_no_letters(engines: Engines) -> None:
    put(engines, marks("de dijk"), second("de dijk " + ". " * 50))

    assert engines.rescued() == ("de dijk", [])


def test_a_page_with_a_fault_takes_what_is_more(engines: Engines) -> None:
    put(engines, marks("De", fault="no end"), second("De dijk"))
    assert engines.rescued() == ("De dijk", [(BARE_TEXT, 1)])
    put(engines, marks("De dijk", fault="no end"), second("De"))
    assert engines.rescued() == ("De dijk", [(BARE_TEXT, 1)])
    assert "missing" in engines.found.findings[0].message


def test_pages_that_only_the_second_engine_finds_are_read_as_bare_text(engines: Engines) -> None:
    put(engines, marks("De dijk"), second("De dijk", letters(10)))
    assert engines.rescued() == (f"De dijk|{letters(10)}", [(BARE_TEXT, None)])
    # Pages with fewer letters are none.
    put(engines, marks("De dijk"), second("De dijk", letters(9)))
    assert engines.rescued() == ("De dijk", [])


def test_a_copy_that_gives_more_is_taken(engines: Engines) -> None:
    put(engines, marks("De", fault="no end"), second("De"))
    put(engines, marks("De dijk"), second("De dijk"), b"copy")

    assert engines.rescued() == ("De dijk", [(REPAIRED, None)])
    assert engines.found.findings[0].message == (
        "page 1 cannot be read: no end; it was read from a repaired copy"
    )
    assert engines.found.second.pages == ("De dijk",)


def test_of_copies_that_give_as_much_a_whole_one_is_taken(engines: Engines) -> None:
    put(engines, marks("De", fault="no end"), second("De dijk"))
    put(engines, marks("De dijk", fault="no end"), second("De dijk"), b"near")
    put(engines, marks("De dijk"), second("De dijk"), b"whole")

    assert engines.rescued() == ("De dijk", [(REPAIRED, None)])


def test_no_copy_is_made_after_a_whole_one(engines: Engines) -> None:
    put(engines, marks("De", fault="no end"), second("De"))
    put(engines, marks("De dijk"), second("De dijk"), b"copy")
    put(engines, marks("De dijk en de sluis"), second("De dijk en de sluis"), b"more")

    assert engines.rescued()[0] == "De dijk"


def test_a_copy_that_gives_no_more_is_not_taken(engines: Engines) -> None:
    put(engines, marks("De dijk", fault="no end"), second("De"))
    put(engines, marks("De dijk", fault="no end"), second("De"), b"copy")

    assert engines.rescued() == ("De dijk", [(BARE_TEXT, 1)])


def test_bare_text_that_gives_more_than_a_copy_is_taken(engines: Engines) -> None:
    put(engines, marks("De", fault="no end"), second(letters(20)))
    put(engines, marks("De dijk"), second("De dijk"), b"copy")
    assert engines.rescued() == (letters(20), [(BARE_TEXT, 1)])
    put(engines, marks("De"), second("De", letters(20)))
    assert engines.rescued() == (f"De|{letters(20)}", [(BARE_TEXT, None)])


def test_a_page_with_a_fault_and_without_text_spoils_no_other(engines: Engines) -> None:
    put(engines, marks("", "De dijk", fault="no end"), second("", "De dijk"))

    assert engines.rescued() == ("|De dijk", [(BARE_TEXT, 1)])


def test_a_file_that_does_not_open_is_read_from_its_copy(engines: Engines) -> None:
    put(engines, None, second(), b"file")
    engines.copies.append(b"damaged too")
    put(engines, marks("De dijk"), second("De dijk"), b"copy")

    assert engines.rescued() == ("De dijk", [(REPAIRED, None)])


def test_a_file_without_copies_is_read_as_bare_text(engines: Engines) -> None:
    put(engines, None, second("De dijk", "De sluis"))
    assert engines.rescued() == ("De dijk|De sluis", [(BARE_TEXT, None)])


@pytest.mark.parametrize("code", ["BCP141", "BCP142"])
def test_a_file_without_text_by_any_means_is_refused(engines: Engines, code: str) -> None:
    engines.code = code
    put(engines, None, second(""))

    with pytest.raises(DocumentError) as refused:
        engines.rescued()
    assert refused.value.code == code


def test_a_password_is_asked_for_without_trying_copies(engines: Engines) -> None:
    engines.code = "BCP140"
    put(engines, None, second("De dijk"))
    put(engines, marks("De dijk"), second("De dijk"), b"copy")

    with pytest.raises(DocumentError) as refused:
        engines.rescued()
    assert refused.value.code == "BCP140"


def test_pages_that_all_have_faults_and_no_text_are_refused(engines: Engines) -> None:
    put(engines, marks("", fault="no end"), second(""))

    with pytest.raises(DocumentError) as refused:
        engines.rescued()
    assert (refused.value.code, refused.value.message) == (
        "BCP141", "page 1 cannot be read: no end",
    )  # fmt: skip


# Copies.


def test_a_copy_with_a_new_end_comes_before_one_that_is_written_anew() -> None:
    whole = pdf(page())
    cut = whole[: whole.rindex(b"xref")]
    first, *rest = repaired_copies(cut)

    assert first == cut + (b"\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n")
    assert len(rest) == 1
    assert rest[0].startswith(b"%PDF")


def test_the_last_catalog_of_a_file_is_that_of_its_new_end() -> None:
    data = b"1 0 obj << /Type /Catalog >> endobj 12 0 obj <</Type/Catalog/Pages 2 0 R>> endobj"

    assert list(repaired_copies(data)) == [
        data + b"\nendobj\ntrailer\n<< /Root 12 0 R >>\nstartxref\n0\n%%EOF\n"
    ]


def test_what_is_no_pdf_has_no_copies() -> None:
    assert list(repaired_copies(b"De dijkwachter")) == []
