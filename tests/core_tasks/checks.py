"""Checks of the kit itself: nothing is lost in a document, no page end leaves a doubt."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from tests.core_tasks.parts import Document, Grid, Inner, Labelled, Para
from tests.core_tasks.shape import Content

_NO_TEXT = {
    "family",
    "document_type",
    "language",
    "date",
    "kind",
    "aspect",
    "act",
    "dimension",
    "year",
    "type",
    "ordered",
    "number",
    "code",
    "column",
    "nlqf_level",
    "value",
}
_TAIL, _HEAD = 24, 12  # characters around a page end that tell where it falls


def missing(content: Content, printed: str) -> list[str]:
    """The texts of the content that the document does not have, letter for letter."""
    words = set(printed.split())
    squeezed = _squeezed(printed)
    return [
        text
        for text in texts(content)
        if _squeezed(text) not in squeezed
        and not all(word in words or _squeezed(word) in squeezed for word in text.split())
    ]


def texts(value: Any, key: str = "") -> Iterator[str]:
    """The texts of a content that a document prints as they are."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in _NO_TEXT:
                yield from texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, key)
    elif isinstance(value, str) and value:
        yield value


def _squeezed(text: str) -> str:
    """Without spaces and hyphens: where lines end does not matter."""
    return re.sub(r"[\s\x02\u00ad\u2010-]+", "", text)


def printed_text(ending: str, data: bytes) -> str:
    """The text of a document as other programs than ours read it."""
    if ending == "pdf":
        return "\n".join(_pdf_pages(data))
    if ending == "docx":
        return _docx_text(data)
    text = data.decode("utf-8")
    if ending == "html":
        text = re.sub(r"<style>.*?</style>", "", text, flags=re.S)
        text = re.sub(r"<[^>]+>", " ", text)
    else:
        text = re.sub(r"</?[a-z][^>]*>", " ", text).replace("\\|", "|").replace("\\-", "-")
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _docx_text(data: bytes) -> str:
    import docx
    from docx.oxml.ns import qn

    document = docx.Document(BytesIO(data))
    section = document.sections[0]
    bodies: list[Any] = [document.element.body, section.header._element, section.footer._element]
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        for body in bodies
        for paragraph in body.iter(qn("w:p"))
    )


def _pdf_pages(data: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return [page.replace("\r\n", "\n").replace("\ufffe", "-") for page in pages]


def doubts(document: Document, data: bytes) -> Iterator[str]:
    """Page ends where a sentence ends, and only the form could tell whether a paragraph does."""
    running = {_squeezed(document.head)} - {""}
    foot = re.escape(_squeezed(document.foot.replace("{page}", "0").replace("{pages}", "0")))
    is_foot = re.compile(foot.replace("0", r"\d+") if document.foot else r"(?!)")
    passages = [_squeezed(text) for text in _passages(document)]
    pages = [_body(page, running, is_foot) for page in _pdf_pages(data)]
    for before, after in itertools.pairwise(pages):
        tail, head = before[-_TAIL:], after[:_HEAD]
        if head.startswith("Bron:"):
            continue
        if tail.endswith((".", "?", "!")) and any(tail + head in text for text in passages):
            yield f"{tail}|{head}"


def _body(page: str, running: set[str], is_foot: re.Pattern[str]) -> str:
    lines = [_squeezed(line) for line in page.split("\n")]
    return "".join(
        line for line in lines if line and line not in running and not is_foot.fullmatch(line)
    )


def _passages(document: Document) -> Iterator[str]:
    """Paragraphs that follow each other in one place, joined."""
    outside: list[Inner] = []
    for part in document.parts:
        if isinstance(part, Para):
            outside.append(part)
            continue
        yield from _joined(tuple(outside))
        outside = []
        if isinstance(part, Labelled):
            yield from _joined(part.parts)
        elif isinstance(part, Grid):
            for row in part.rows:
                for cell in row.cells:
                    yield from _joined(cell.parts)
    yield from _joined(tuple(outside))


def _joined(parts: tuple[Inner, ...]) -> Iterator[str]:
    texts_: list[str] = []
    for part in parts:
        if isinstance(part, Para) and not part.label:
            texts_.append(part.text)
        else:
            yield " ".join(texts_)
            texts_ = []
    yield " ".join(texts_)
