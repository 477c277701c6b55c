"""A profile in the shape of `expected.json` to the bytes of a document, in a given style."""

from __future__ import annotations

from tests.rendering.html_form import html_of
from tests.rendering.markdown_form import markdown_of
from tests.rendering.pages import cut_sheet
from tests.rendering.sheet import Content, sheet_of
from tests.rendering.style import Style
from tests.rendering.text_form import text_of


def rendered(content: Content, style: Style) -> str:
    """The document as text with LF line ends."""
    sheet = sheet_of(content, style)
    if style.form in ("text", "word", "markdown"):
        sheet = cut_sheet(sheet, style.cuts)
    if style.form == "text":
        return text_of(sheet, style)
    if style.form == "markdown":
        return markdown_of(sheet, style)
    return html_of(sheet, style)


def render(content: Content, style: Style) -> bytes:
    """The document as bytes; UTF-8 where Windows-1252 lacks a character."""
    text = rendered(content, style)
    if style.line_end != "\n":
        text = text.replace("\n", style.line_end)
    encoding = style.encoding
    if encoding == "cp1252" and not is_in_cp1252(text):
        encoding = "utf-8"
        text = text.replace("windows-1252", "utf-8")
    return text.encode(encoding)


def is_in_cp1252(text: str) -> bool:
    """Whether Windows-1252 has all the characters of the text."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
