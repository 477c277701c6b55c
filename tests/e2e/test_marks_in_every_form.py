"""What is struck, white, hidden, raised or a comment is decided once: alike in every form."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
import weasyprint
from docx.shared import RGBColor
from docx.text.run import Run

from pipeline import convert_bytes
from pipeline.profile.codec import profile_to_plain

NAME = "Imker"
TITLE = f"Beroepscompetentieprofiel {NAME}"
SECTION = "Rollen en competenties"
ROWS = (("Naam BCP", NAME), ("Versie", "2"))
ROLE = ("Beschrijving van de rol", "Zij verzorgen bijen.")
MEANT = "Zij zijn open en eerlijk."
NOTE = "Dit staat ook in de wet."

HTML_MARKS = {
    "struck": "<s>vaak </s>",
    "deleted": "<del>vaak </del>",
    "white": "<span style='color:#ffffff'>vaak </span>",
    "hidden": "<span style='display:none'>vaak </span>",
    "comment": "<!-- vaak -->",
    "note": "",
}
SILENT = ("comment", "note")
"""What nobody has to be told of: no reader of the document takes it for its text."""


def _value(mark: str) -> str:
    end = "<sup>1</sup>" if mark == "note" else ""
    return f"Zij zijn {HTML_MARKS[mark]}open en eerlijk{end}."


def _page(mark: str, sheet: str = "") -> str:
    rows = "".join(
        f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (*ROWS, ("Attitude", _value(mark)))
    )
    note = f"<p><sup>1</sup> {NOTE}</p>" if mark == "note" else ""
    return (
        f"<!DOCTYPE html><meta charset=utf-8>{sheet}<h1>{TITLE}</h1><table>{rows}</table>"
        f"<h2>{SECTION}</h2><table><tr><td colspan=2>1. De imker als verzorger</td></tr>"
        f"<tr><td>{ROLE[0]}</td><td>{ROLE[1]}</td></tr></table>{note}"
    )


def html(mark: str) -> bytes:
    return _page(mark).encode()


def markdown(mark: str) -> bytes:
    value = _value(mark).replace("<s>vaak </s>", "~~vaak~~ ").replace("<sup>1</sup>", "[^1]")
    rows = "".join(f"| {a} | {b} |\n" for a, b in (*ROWS, ("Attitude", value)))
    note = f"\n[^1]: {NOTE}\n" if mark == "note" else ""
    return (
        f"# {TITLE}\n\n|  |  |\n|---|---|\n{rows}\n## {SECTION}\n\n|  |  |\n|---|---|\n"
        f"| 1. De imker als verzorger |  |\n| {ROLE[0]} | {ROLE[1]} |\n{note}"
    ).encode()


def text(mark: str) -> bytes:
    rows = "".join(f"{a}\t{b}\n" for a, b in (*ROWS, ("Attitude", _value(mark))))
    note = f"\n<p><sup>1</sup> {NOTE}</p>\n" if mark == "note" else ""
    role = f"1. De imker als verzorger\t\n{ROLE[0]}\t{ROLE[1]}\n"
    return f"{TITLE}\n\n{rows}\n4. {SECTION}\n\n{role}{note}".encode()


def pdf(mark: str) -> bytes:
    sheet = "<style>td { border: 1px solid black } @page { size: A4 }</style>"
    return bytes(weasyprint.HTML(string=_page(mark, sheet)).write_pdf())


def _strike(run: Run) -> None:
    run.font.strike = True


def _whiten(run: Run) -> None:
    run.font.color.rgb = RGBColor(255, 255, 255)


def _hide(run: Run) -> None:
    run.font.hidden = True


WORD_MARKS: dict[str, Callable[[Run], None]] = {
    "struck": _strike, "white": _whiten, "hidden": _hide,
}  # fmt: skip


def word(mark: str) -> bytes:
    document = docx.Document()
    document.add_heading(TITLE, 0)
    table = document.add_table(rows=0, cols=2)
    for label, value in (*ROWS, ("Attitude", "")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    paragraph = cells[1].paragraphs[0]
    paragraph.add_run("Zij zijn ")
    if mark in WORD_MARKS:
        WORD_MARKS[mark](paragraph.add_run("vaak "))
    paragraph.add_run("open en eerlijk")
    if mark == "note":
        paragraph.add_run("1").font.superscript = True
    paragraph.add_run(".")
    document.add_heading(SECTION, 1)
    table = document.add_table(rows=0, cols=2)
    title = table.add_row().cells
    title[0].merge(title[1]).text = "1. De imker als verzorger"
    cells = table.add_row().cells
    cells[0].text, cells[1].text = ROLE
    if mark == "note":
        below = document.add_paragraph()
        below.add_run("1").font.superscript = True
        below.add_run(f" {NOTE}")
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


FORMS = (html, markdown, text, pdf, word)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
@pytest.mark.parametrize("mark", HTML_MARKS)
def test_what_nobody_reads_as_text_is_left_out_alike(
    form: Callable[[str], bytes], mark: str
) -> None:
    found = convert_bytes(form(mark), "profiel")

    profile = profile_to_plain(found.profile)
    assert profile["description"]["attitude"] == [{"type": "paragraph", "text": MEANT}]
    assert "unplaced" not in profile
    assert found.ledger.closed


@pytest.mark.parametrize("form", (html, markdown, text, word), ids=lambda form: form.__name__)
@pytest.mark.parametrize("mark", sorted(WORD_MARKS))
def test_what_a_document_shows_struck_or_not_at_all_is_told(
    form: Callable[[str], bytes], mark: str
) -> None:
    found = convert_bytes(form(mark), "profiel")

    assert "BCP145" in {finding.code for finding in found.findings}
