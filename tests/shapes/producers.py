"""The producers: what each can say, and its function from documents to bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.machine import message_of
from tests.rendering.printed.node import printed_in_node
from tests.rendering.printed.office import office_pdfs
from tests.shapes import mammoths, office
from tests.shapes.compose import Document
from tests.shapes.draw import Form
from tests.shapes.markdown import markdown_of
from tests.shapes.pandoc import by_pandoc, latex_pdf
from tests.shapes.paper import chromium_pdfs, layout_text, qt_pdf, weasyprint_pdfs
from tests.shapes.typstfile import typst_pdf
from tests.shapes.web import Look, html_divs, html_tables, page
from tests.shapes.wordfile import docx_of

Printed = Callable[[list[Document]], list[bytes]]


@dataclass(frozen=True, slots=True)
class Producer:
    """How one program prints. `needs`: of the machine, by their names in tests.machine."""

    name: str
    ending: str
    form: Form
    printed: Printed
    needs: tuple[str, ...] = ()

    def missing(self) -> str:
        """What is not installed, and how to get it."""
        return message_of(self.needs)


def _each(printed_one: Callable[[Document], bytes]) -> Printed:
    return lambda documents: [printed_one(one) for one in documents]


def _pages(documents: list[Document]) -> list[bytes]:
    """Pages whose emphasis other programs read."""
    return [page(one, Look("semantic")) for one in documents]


def _pandoc(target: str) -> Printed:
    return lambda documents: [by_pandoc(one, target) for one in _pages(documents)]


def _words(documents: list[Document]) -> list[bytes]:
    return [docx_of(one) for one in documents]


def _word_through(ending: str) -> Printed:
    return lambda documents: office.word_through(ending, _words(documents))


def _by_node(documents: list[Document]) -> list[bytes]:
    # It breaks the text of a cell without paragraphs at each change of emphasis.
    look = Look("bold", bare=False)
    return printed_in_node(
        [
            {"maker": "with_html_to_docx", "title": one.name, "page": page(one, look).decode()}
            for one in documents
        ]
    )


def _office_pdf(tagged: bool) -> Printed:
    return lambda documents: office_pdfs(_words(documents), tagged)


def _text(printed: Callable[..., list[bytes]]) -> Printed:
    return lambda documents: [layout_text(one) for one in printed(documents, roomy=True)]


_RICH = Form()
# A pipe table holds lines, and no table; html-to-docx drops tables in cells.
_MARKDOWN = Form(nested_tables=False)
# markdownify joins the lines of a cell.
_JOINED = Form(nested_tables=False, line_breaks=False)
# LibreOffice puts a table that opens a cell into the cell before it.
_LEVEL = Form(nested_tables=False)
# Layout text has lost its emphasis, and lines end where they are full.
_TEXT = Form(emphasis=False, nested_tables=False, line_breaks=False)
_OFFICE = ("libreoffice-writer",)

PRODUCERS: dict[str, Producer] = {
    one.name: one
    for one in (
        Producer("html-tables", "html", _RICH, _each(html_tables)),
        Producer("html-divs", "html", _RICH, _each(html_divs)),
        Producer(
            "html-office",
            "html",
            _RICH,
            lambda documents: office.html_of(_words(documents)),
            _OFFICE,
        ),
        Producer("html-mammoth", "html", _RICH, _each(mammoths.html_of)),
        Producer(
            "html-pandoc",
            "html",
            _RICH,
            lambda documents: [by_pandoc(one, "html", "docx") for one in _words(documents)],
            ("pandoc",),
        ),
        Producer("docx-python", "docx", _RICH, _each(docx_of)),
        Producer("docx-pandoc", "docx", _RICH, _pandoc("docx"), needs=("pandoc",)),
        Producer(
            "docx-office",
            "docx",
            _LEVEL,
            lambda documents: office.word_of(_pages(documents)),
            _OFFICE,
        ),
        Producer("docx-doc", "docx", _RICH, _word_through("doc"), _OFFICE),
        Producer("docx-odt", "docx", _RICH, _word_through("odt"), _OFFICE),
        Producer("docx-rtf", "docx", _RICH, _word_through("rtf"), _OFFICE),
        Producer("docx-node", "docx", _MARKDOWN, _by_node, ("node-makers",)),
        Producer("pdf-weasyprint", "pdf", _RICH, weasyprint_pdfs, ("pango",)),
        Producer("pdf-chromium", "pdf", _RICH, chromium_pdfs, ("chromium",)),
        Producer("pdf-typst", "pdf", _RICH, _each(typst_pdf)),
        Producer("pdf-qt", "pdf", _RICH, _each(qt_pdf), ("qt-printer",)),
        Producer(
            "pdf-latex",
            "pdf",
            _LEVEL,
            lambda documents: [latex_pdf(one) for one in _pages(documents)],
            ("pandoc", "latex"),
        ),
        Producer("pdf-office-tagged", "pdf", _RICH, _office_pdf(True), _OFFICE),
        Producer("pdf-office-untagged", "pdf", _RICH, _office_pdf(False), _OFFICE),
        Producer("markdown", "md", _MARKDOWN, _each(markdown_of)),
        Producer("markdown-pandoc", "md", _MARKDOWN, _pandoc("markdown"), needs=("pandoc",)),
        Producer("markdown-pandoc-gfm", "md", _MARKDOWN, _pandoc("gfm"), needs=("pandoc",)),
        Producer("markdown-mammoth", "md", _JOINED, _each(mammoths.markdown_of)),
        Producer("text-weasyprint", "txt", _TEXT, _text(weasyprint_pdfs), ("pango", "poppler")),
        Producer("text-chromium", "txt", _TEXT, _text(chromium_pdfs), ("chromium", "poppler")),
    )
}
