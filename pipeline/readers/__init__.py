"""Readers turn bytes into a neutral Document. They know documents and no BCP.

The registry is a tuple of frozen values; a reader is chosen by content, never
by file name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.core.errors import DocumentError
from pipeline.core.signs import LAYOUT_CONTROLS
from pipeline.document.model import Document
from pipeline.readers import html, markdown, tabbed
from pipeline.readers.data import refuse_data
from pipeline.readers.layout_text import reader as layout
from pipeline.readers.source import SourceText, decode

# What binary files begin with, so that the error can name the file for what it is.
_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP container without a Word document (XLSX, ODT)", "save it as .docx"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc), or one with a password", "save it as .docx"),
    (b"{\\rtf", "an RTF file", "save it as .docx"),
    (b"\x89PNG", "an image", "a scan needs text recognition first"),
    (b"\xff\xd8\xff", "an image", "a scan needs text recognition first"),
)
# Binary data is full of control characters; text has hardly any.
_MAX_CONTROL_SHARE = 0.05

# The head of a message: what browsers and Word save as a web page in one file is one, too.
_MESSAGE = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*content-type:\s*multipart/", re.IGNORECASE
)

_HTML_PAGE = re.compile(r"<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HTML_TABLE = re.compile(r"<table\b.*?<t[dh]\b", re.IGNORECASE | re.DOTALL)
_HTML_BLOCKS = re.compile(r"<(h[1-6]|dl|dt|p|div|ul|ol)\b", re.IGNORECASE)
_TAB_AFTER_TEXT = re.compile(r"[^>\s][^\S\t\n]*\t")
_MARKDOWN_HEADING = re.compile(r"^ {0,3}#{1,6} \S", re.MULTILINE)
# Where titles are underlined, as in plain text, bold labels tell; two, for one may be chance.
_MARKDOWN_LABEL = re.compile(r"^ {0,3}\*\*[^\W\d_][^*\n]*\*\*", re.MULTILINE)
_MARKDOWN_LABELS = 2


@dataclass(frozen=True, slots=True)
class Reader:
    """`claims` tells from the decoded source whether it is of this form."""

    name: str
    media_type: str
    description: str
    claims: Callable[[str], bool]
    read: Callable[[SourceText], Document]


def _is_html(text: str) -> bool:
    if _HTML_PAGE.search(text[:4096]):
        return True
    return (
        not _is_markdown(text)
        and not _has_tabbed_rows(text)
        and bool(_HTML_TABLE.search(text) or len(_HTML_BLOCKS.findall(text)) > 1)
    )


def _is_markdown(text: str) -> bool:
    if _HTML_PAGE.search(text[:4096]):
        return False
    lines = text.split("\n")
    table = any("|" in line and markdown.DELIMITER_ROW.match(line) for line in lines)
    marked = _MARKDOWN_HEADING.search(text) or (
        len(_MARKDOWN_LABEL.findall(text)) >= _MARKDOWN_LABELS
    )
    drawn = any(map(markdown.shows_tool, lines))
    return table or drawn or (bool(marked) and not _has_tabbed_rows(text))


def _has_tabbed_rows(text: str) -> bool:
    # Tabs that indent a line or stand between two tags are no cells.
    return _TAB_AFTER_TEXT.search(text) is not None


def _is_plain(text: str) -> bool:
    return not _is_html(text) and not _is_markdown(text)


def _is_laid_out(text: str) -> bool:
    return _is_plain(text) and not _has_tabbed_rows(text) and layout.is_laid_out(text)


def _is_tabbed(text: str) -> bool:
    return _is_plain(text) and not _is_laid_out(text)


@dataclass(frozen=True, slots=True)
class BinaryReader:
    """`claims` tells from the bytes whether they are of this form."""

    name: str
    media_type: str
    description: str
    claims: Callable[[bytes], bool]
    read: Callable[[bytes], Document]


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF."""
    # Some producers put a few lines before the header (ISO 32000-1, annex H, note 13).
    return b"%PDF-" in data[:1024]


def _read_pdf(data: bytes) -> Document:
    from pipeline.readers.pdf.reader import read as read_pdf

    return read_pdf(data)


def _is_docx(data: bytes) -> bool:
    if not data.startswith(b"PK\x03\x04"):
        return False
    from pipeline.readers.docx.package import is_word_file

    return is_word_file(data)


def _read_docx(data: bytes) -> Document:
    from pipeline.readers.docx.reader import read as read_word

    return read_word(data)


# Their libraries are heavy, and loaded when the first such file comes.
BINARY_READERS: tuple[BinaryReader, ...] = (
    BinaryReader("pdf", "application/pdf", "born-digital PDF, tagged or not", is_pdf, _read_pdf),
    BinaryReader(
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Word documents (.docx, .docm, .dotx)",
        _is_docx,
        _read_docx,
    ),
)
READERS: tuple[Reader, ...] = (
    Reader("html", html.MEDIA_TYPE, "HTML pages and fragments", _is_html, html.read),
    Reader(
        "markdown", markdown.MEDIA_TYPE, "Markdown with pipe tables", _is_markdown, markdown.read
    ),
    Reader(
        "layout text",
        layout.MEDIA_TYPE,
        "text of pages as they were laid out, columns kept apart by blanks",
        _is_laid_out,
        layout.read,
    ),
    Reader(
        "tabbed text",
        tabbed.MEDIA_TYPE,
        "text with a table row a line, cells split by tabs, HTML inside cells",
        _is_tabbed,
        tabbed.read,
    ),
)


def read(data: bytes) -> Document:
    """The document of the bytes.

    Raises DocumentError: BCP101 empty, BCP102 not a format that can be read,
    BCP103 no encoding fits, BCP108 absurd nesting, BCP202 a dossier as XML,
    and those of the PDF and Word readers.
    """
    for binary in BINARY_READERS:
        if binary.claims(data):
            return binary.read(data)
    for signature, kind, advice in _SIGNATURES:
        if data.startswith(signature):
            raise DocumentError("BCP102", f"the file is {kind}; {advice}")
    if _MESSAGE.match(data[:4096].replace(b"\r\n", b"\n").lstrip()):
        advice = "save it as .docx, or as a web page of one part (.html)"
        raise DocumentError("BCP102", f"the file is a web archive (.mht) or a mail; {advice}")
    source = decode(data)
    control = sum(1 for char in source.text if char < " " and char not in LAYOUT_CONTROLS)
    if control > _MAX_CONTROL_SHARE * len(source.text):
        raise DocumentError("BCP102", "the file is binary data, not text")
    if not _HTML_PAGE.search(source.text[:4096]):
        refuse_data(source.text)
    claimants = [reader for reader in READERS if reader.claims(source.text)]
    if len(claimants) != 1:
        names = ", ".join(reader.name for reader in claimants) or "no reader"
        raise DocumentError("BCP102", f"the form is not clear: claimed by {names}")
    return claimants[0].read(source)
