"""A second engine as witness: the words and characters of each page by it against ours.

Both read the same page by different code, so a difference is a fault of one of them, or of the
file. Ours are the words that reach the blocks, so that a lost blank, a glyph in a wrong place or
words in a wrong order show. What is known to differ (ligatures, hyphens, what a line end parts,
what the reader left out and says so) is folded first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.document.text import Text, join
from pipeline.readers.pdf.comparison import CODE, Comparison, Sheet
from pipeline.readers.pdf.marks import BoxLocator, Marks
from pipeline.readers.pdf.page_words import words_by_page
from pipeline.readers.pdf.second_engine import BareText


def witness_findings(
    other: BareText, marks: Marks, texts: Iterable[Text], locator: BoxLocator
) -> Iterator[Diagnostic]:
    """A finding for each place at which the witness reads another word, or other characters.

    `texts` are those of the document's blocks, hidden ones too.
    """
    if other.fault:
        yield Diagnostic(CODE, f"the witness cannot open the file that was read: {other.fault}")
        return
    if other.count != len(marks.pages):
        message = f"the witness counts {other.count} pages, {len(marks.pages)} were read"
        yield Diagnostic(CODE, message)
    for number, fault in other.faults.items():
        yield Diagnostic(CODE, f"the witness cannot read the page: {fault}", Place(page=number))
    texts = _without_fields(texts, marks)
    sheets = _sheets(other, marks)
    ours = words_by_page(texts, [sheet.glyphs for sheet in sheets])
    for sheet, words in zip(sheets, ours, strict=True):
        yield from Comparison(sheet, words, locator).findings()


def _without_fields(texts: Iterable[Text], marks: Marks) -> Iterable[Text]:
    """The texts without what form fields show: the witness reads the page below them."""
    fields = frozenset(
        glyph
        for page in marks.pages
        for run in page.runs
        if run.field
        for glyph in range(run.start, run.end)
    )
    return [_without(fields, text) for text in texts] if fields else texts


def _without(glyphs: frozenset[int], text: Text) -> Text:
    kept = [n for n, origin in enumerate(text.origins) if origin not in glyphs]
    return join((text[n : n + 1] for n in kept), "") if len(kept) < len(text) else text


def _sheets(other: BareText, marks: Marks) -> list[Sheet]:
    """Page by page; all at once where the engines differ in which there are."""
    if other.count != len(marks.pages):
        return [] if other.faults else [Sheet(marks.pages, "\n".join(other.pages))]
    pairs = zip(marks.pages, other.pages, strict=False)
    return [Sheet((page,), text) for page, text in pairs if page.number not in other.faults]
