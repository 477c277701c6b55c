"""The engines that print profiles, each with its house styles and what it needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from zlib import crc32

from tests.machine import message_of
from tests.rendering.dresses import for_office, legible_pdf, unambiguous_docx, unambiguous_pdf
from tests.rendering.fragments import with_nbsp
from tests.rendering.printed import houses as paper
from tests.rendering.printed.chromium import Chromium
from tests.rendering.printed.fop_pages import fop_pdf
from tests.rendering.printed.fpdf_pages import fpdf_pdf
from tests.rendering.printed.ghostscript import rewritten
from tests.rendering.printed.jspdf_pages import jspdf_pdfs
from tests.rendering.printed.latex_pages import latex_pdf
from tests.rendering.printed.office import office_pdfs
from tests.rendering.printed.pdfmake_pages import pdfmake_pdfs
from tests.rendering.printed.qt_print import qt_pdf
from tests.rendering.printed.reportlab_pages import reportlab_pdf
from tests.rendering.printed.style import PdfStyle
from tests.rendering.printed.typst_pages import typst_pdf
from tests.rendering.printed.weasy import weasyprint_pdf
from tests.rendering.printed.writer_pages import writer_document
from tests.rendering.render import render
from tests.rendering.sheet import Content, Sheet, Table, sheet_of
from tests.rendering.style import Style
from tests.rendering.word import houses as word
from tests.rendering.word.document import docx_of
from tests.roundtrip.styles import unambiguous

Dress = Any  # PdfStyle, DocxStyle or Style: that of the engine's family
Printed = Callable[[list[tuple[Content, Dress]]], list[bytes]]


@dataclass(frozen=True, slots=True)
class Engine:
    """How one program prints.

    `dressed` replaces the choices of a style that this engine or a reader could not do with;
    `printed` gives the files of many sheets. `needs`: of the machine, by their names in
    tests.machine. `turns`: a house style gets so many profiles, the next ones in turn, in place
    of all; `drawn`: at most so many drawn looks (what a slow maker may take of CI's time).
    """

    name: str
    kind: str
    houses: dict[str, Any]
    dressed: Callable[[Dress, Content], Dress]
    printed: Printed
    needs: tuple[str, ...] = ()
    turns: int = 0
    drawn: int | None = None

    def missing(self) -> str:
        """What is not installed, and how to get it."""
        return message_of(self.needs)


def sheet_for(content: Content, dress: Dress) -> Sheet:
    """What is printed of a profile in a dress."""
    if isinstance(dress, Style):
        return sheet_of(content, dress)
    return _with_no_break_spaces(sheet_of(content, dress.wording), dress.wording)


def _with_no_break_spaces(sheet: Sheet, wording: Style) -> Sheet:
    """The sheet with no-break spaces in its prose, where the wording has them."""
    if wording.nbsp == "none":
        return sheet
    sections = tuple(
        replace(section, tables=tuple(_table_with_nbsp(t, wording) for t in section.tables))
        for section in sheet.sections
    )
    return replace(sheet, sections=sections)


def _table_with_nbsp(table: Table, wording: Style) -> Table:
    rows = tuple(
        replace(
            row,
            pieces=tuple(replace(p, text=with_nbsp(p.text, wording)) for p in row.pieces),
        )
        for row in table.rows
    )
    return replace(table, rows=rows)


def parts_paragraphs_by_gaps(dress: Dress) -> bool:
    """Whether only a gap shows where a paragraph ends (and the foot of a page hides it)."""
    return not isinstance(dress, PdfStyle) or dress.paragraph_indent == 0


def _one_by_one(
    render_one: Callable[[Sheet, Any], bytes],
) -> Printed:
    return lambda jobs: [render_one(sheet_for(content, dress), dress) for content, dress in jobs]


def _at_once(
    render_all: Callable[[list[tuple[Sheet, Any]]], list[bytes]],
) -> Printed:
    return lambda jobs: render_all([(sheet_for(content, dress), dress) for content, dress in jobs])


def _chromium(jobs: list[tuple[Content, Dress]]) -> list[bytes]:
    with Chromium() as browser:
        return _one_by_one(browser.pdf)(jobs)


def _office(tagged: bool) -> Printed:
    return lambda jobs: office_pdfs(_one_by_one(docx_of)(jobs), tagged)


def _writer(tagged: bool) -> Printed:
    return lambda jobs: office_pdfs(_one_by_one(writer_document)(jobs), tagged, "fodt")


def _web(jobs: list[tuple[Content, Dress]]) -> list[bytes]:
    return [render(content, style) for content, style in jobs]


def _for_typst(style: PdfStyle, content: Content) -> PdfStyle:
    """Typst has no doubled rules."""
    plain = {"double": "solid"}.get(style.rules, style.rules)
    return unambiguous_pdf(replace(style, rules=plain), content)


_EMBEDDED = {"Helvetica": "Liberation Sans", "Times": "Liberation Serif"}


def _for_pdfmake(style: PdfStyle, content: Content) -> PdfStyle:
    """pdfmake embeds its fonts, and hyphenates nothing.

    Where it justifies it stretches behind hyphens too: `e- mail` cannot be told from two words.
    """
    font = _EMBEDDED.get(style.font, style.font)
    plain = replace(style, font=font, hyphenated=False, justified=False)
    return legible_pdf(plain, content)


def _for_fpdf(style: PdfStyle, content: Content) -> PdfStyle:
    """A cell of fpdf2 has one font, which is embedded; no first line is indented."""
    wording = replace(style.wording, inline_heads=False)
    font = _EMBEDDED.get(style.font, style.font)
    return legible_pdf(replace(style, wording=wording, font=font, paragraph_indent=0.0), content)


def _for_jspdf(style: PdfStyle, content: Content) -> PdfStyle:
    """A cell of autotable has one font, its paragraphs are parted by an empty line.

    Nor is it justified: jsPDF stretches the last line of a paragraph too.
    """
    # Signs that the fourteen fonts lack are printed as their bytes, letter-spaced.
    bullet = "•" if style.font in _EMBEDDED else style.wording.bullet
    wording = replace(style.wording, inline_heads=False, bullet=bullet)
    style = replace(
        style, wording=wording, paragraph_indent=0.0, paragraph_gap=style.size, hyphenated=False
    )
    return legible_pdf(style, content)


def _rewritten(jobs: list[tuple[Content, Dress]]) -> list[bytes]:
    """Files of other makers, written anew by Ghostscript; the dress alone says of which.

    Of the fonts of others it spoils what the codes of quotes and dashes mean: no reader could know.
    """
    makers = (typst_pdf, weasyprint_pdf, latex_pdf, fpdf_pdf)
    return [
        rewritten(
            makers[crc32(repr(dress).encode()) % len(makers)](sheet_for(content, dress), dress)
        )
        for content, dress in jobs
    ]


def _for_any(style: PdfStyle, content: Content) -> PdfStyle:
    """What each of the makers could print whose files are written anew."""
    return _for_typst(_for_fpdf(_for_pdfmake(style, content), content), content)


_WEB_HOUSES = {
    "cms": Style(form="cms"),
    "tekstverwerker": Style(form="word", items="typed", running_footer=True),
    "definities": Style(form="definitions"),
}

# What each of the later makers prints in CI, which has minutes for all of them.
_TURNS = 2  # profiles a house style
_DRAWN = 12  # drawn looks


def _later(
    name: str,
    dressed: Callable[[Dress, Content], Dress],
    printed: Printed,
    *needs: str,
    houses: dict[str, Any] = paper.MORE_HOUSES,
    turns: int = _TURNS,
) -> Engine:
    """One of the later makers."""
    return Engine(name, "pdf", houses, dressed, printed, needs, turns, _DRAWN)


ENGINES: dict[str, Engine] = {
    engine.name: engine
    for engine in (
        Engine("html", "html", _WEB_HOUSES, unambiguous, _web),
        Engine("docx", "docx", word.HOUSES, unambiguous_docx, _one_by_one(docx_of)),
        Engine("reportlab", "pdf", paper.HOUSES, unambiguous_pdf, _one_by_one(reportlab_pdf)),
        Engine("typst", "pdf", paper.HOUSES, _for_typst, _one_by_one(typst_pdf)),
        Engine(
            "weasyprint",
            "pdf",
            paper.HOUSES,
            unambiguous_pdf,
            _one_by_one(weasyprint_pdf),
            ("pango",),
        ),
        Engine("chromium", "pdf", paper.HOUSES, unambiguous_pdf, _chromium, ("chromium",)),
        Engine(
            "libreoffice-tagged",
            "pdf",
            word.HOUSES,
            for_office,
            _office(True),
            ("libreoffice-writer",),
        ),
        Engine(
            "libreoffice-untagged",
            "pdf",
            word.HOUSES,
            for_office,
            _office(False),
            ("libreoffice-writer",),
        ),
        *(
            _later(
                name,
                for_office,
                _writer(tagged),
                "libreoffice-writer",
                houses=word.WRITER_HOUSES,
                turns=2 * _TURNS,
            )
            for name, tagged in (("writer-tagged", True), ("writer-untagged", False))
        ),
        _later("latex", legible_pdf, _one_by_one(latex_pdf), "latex"),
        _later("fop", legible_pdf, _one_by_one(fop_pdf), "fop"),
        _later("wkhtmltopdf", legible_pdf, _one_by_one(qt_pdf), "qt-printer", houses=paper.HOUSES),
        _later("pdfmake", _for_pdfmake, _at_once(pdfmake_pdfs), "node-makers"),
        _later("jspdf", _for_jspdf, _at_once(jspdf_pdfs), "node-makers"),
        _later("fpdf2", _for_fpdf, _one_by_one(fpdf_pdf)),
        _later(
            "ghostscript",
            _for_any,
            _rewritten,
            *("ghostscript", "latex", "pango"),
            houses=paper.HOUSES,
        ),
    )
}
