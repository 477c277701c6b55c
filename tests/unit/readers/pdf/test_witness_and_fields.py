"""The witness reads the page below its form fields: what they show is not asked of it."""

from __future__ import annotations

from dataclasses import replace

from pipeline.document.text import Text
from tests.unit.readers.pdf.witnessed import Sheet


def field(sheet: Sheet, chars: str, x: float) -> Text:
    """What a form field shows: it is drawn after all that stands on its page."""
    text = sheet.run(chars, x=x)
    sheet.runs[-1][-1] = replace(sheet.runs[-1][-1], field=True)
    return text


def test_what_a_field_shows_behind_its_label_is_not_asked() -> None:
    sheet = Sheet()
    label = sheet.run("Versie ")
    text = label + field(sheet, "twee", 85)

    assert sheet.findings(["Versie"], text) == []
    assert sheet.messages(["Versie drie"], text) == ["the witness alone reads `drie`"]
    # What stands beside them is.
    assert sheet.messages(["Versies"], text) == ["`Versie` was read, `Versies` by the witness"]


def test_a_field_amid_a_sentence_is_not_asked_and_the_sentence_is() -> None:
    sheet = Sheet()
    before, after = sheet.run("Zij werken "), sheet.run(" in de stal", x=150)
    other = sheet.run("en op het land", y=120)
    text = before + field(sheet, "morgen", 110) + after

    assert sheet.findings(["Zij werken  in de stal\r\nen op het land"], text, other) == []
    assert sheet.messages(["Zij werkten  in de stal\r\nen op het land"], text, other) == [
        "`werken` was read, `werkten` by the witness"
    ]
    assert sheet.messages(["Zij werken  in de stal\r\nen op het landje"], text, other) == [
        "`land` was read, `landje` by the witness"
    ]


def test_a_text_that_is_a_field_alone_is_not_asked() -> None:
    sheet = Sheet()
    first = sheet.run("eerste zin")
    value = field(sheet, "twee", 85)
    sheet.page()
    last = sheet.run("laatste zin")

    assert sheet.findings(["eerste zin", "laatste zin"], first, value, last) == []
    # Nor is it where all pages are compared at once.
    (found,) = sheet.messages(["eerste zin", "", "laatste zin"], first, value, last)
    assert found == "the witness counts 3 pages, 2 were read"
