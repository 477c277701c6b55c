"""The engines that print profiles, each with its house styles and what it needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from tests.machine import message_of
from tests.rendering.dresses import for_office, unambiguous_docx, unambiguous_pdf
from tests.rendering.fragments import with_nbsp
from tests.rendering.printed import houses as paper
from tests.rendering.printed.chromium import Chromium
from tests.rendering.printed.office import office_pdfs
from tests.rendering.printed.reportlab_pages import reportlab_pdf
from tests.rendering.printed.style import PdfStyle
from tests.rendering.printed.typst_pages import typst_pdf
from tests.rendering.printed.weasy import weasyprint_pdf
from tests.rendering.render import render
from tests.rendering.sheet import Content, Sheet, Table, sheet_of
from tests.rendering.style import Style
from tests.rendering.word import houses as word
from tests.rendering.word.document import docx_of
from tests.roundtrip.styles import unambiguous

Dress = Any  # PdfStyle, DocxStyle or Style: that of the engine's family


@dataclass(frozen=True, slots=True)
class Engine:
    """How one program prints.

    `dressed` replaces the choices of a style that this engine or a reader could not do with;
    `printed` gives the files of many sheets. `needs`: of the machine, by their names in
    tests.machine.
    """

    name: str
    kind: str
    houses: dict[str, Any]
    dressed: Callable[[Dress, Content], Dress]
    printed: Callable[[list[tuple[Content, Dress]]], list[bytes]]
    needs: tuple[str, ...] = ()

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
) -> Callable[[list[tuple[Content, Dress]]], list[bytes]]:
    return lambda jobs: [render_one(sheet_for(content, dress), dress) for content, dress in jobs]


def _chromium(jobs: list[tuple[Content, Dress]]) -> list[bytes]:
    with Chromium() as browser:
        return _one_by_one(browser.pdf)(jobs)


def _office(tagged: bool) -> Callable[[list[tuple[Content, Dress]]], list[bytes]]:
    return lambda jobs: office_pdfs(_one_by_one(docx_of)(jobs), tagged)


def _web(jobs: list[tuple[Content, Dress]]) -> list[bytes]:
    return [render(content, style) for content, style in jobs]


def _for_typst(style: PdfStyle, content: Content) -> PdfStyle:
    """Typst has no doubled rules."""
    plain = {"double": "solid"}.get(style.rules, style.rules)
    return unambiguous_pdf(replace(style, rules=plain), content)


_WEB_HOUSES = {
    "cms": Style(form="cms"),
    "tekstverwerker": Style(form="word", items="typed", running_footer=True),
    "definities": Style(form="definitions"),
}

ENGINES: dict[str, Engine] = {
    engine.name: engine
    for engine in (
        Engine("html", "html", _WEB_HOUSES, unambiguous, _web),
        Engine(
            "docx",
            "docx",
            word.HOUSES,
            unambiguous_docx,
            _one_by_one(docx_of),
        ),
        Engine(
            "reportlab",
            "pdf",
            paper.HOUSES,
            unambiguous_pdf,
            _one_by_one(reportlab_pdf),
        ),
        Engine("typst", "pdf", paper.HOUSES, _for_typst, _one_by_one(typst_pdf)),
        Engine(
            "weasyprint",
            "pdf",
            paper.HOUSES,
            unambiguous_pdf,
            _one_by_one(weasyprint_pdf),
            ("pango",),
        ),
        Engine(
            "chromium",
            "pdf",
            paper.HOUSES,
            unambiguous_pdf,
            _chromium,
            ("chromium",),
        ),
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
    )
}
