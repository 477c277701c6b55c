"""The document of a PDF: marks, areas, paragraphs, in this order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.errors import DocumentError
from pipeline.core.signs import UNKNOWN
from pipeline.document.model import (
    Document,
    Furniture,
    texts,
)
from pipeline.document.reasons import Reasons
from pipeline.document.text import Text, join
from pipeline.readers.pdf.crowded import without_crowds
from pipeline.readers.pdf.engine import INVISIBLE
from pipeline.readers.pdf.furniture import without_repeated
from pipeline.readers.pdf.left_out import left_out_findings
from pipeline.readers.pdf.legible import is_legible
from pipeline.readers.pdf.marks import BoxLocator, Marks, Run
from pipeline.readers.pdf.readings import read_drawn, read_tagged
from pipeline.readers.pdf.rescue import rescued
from pipeline.readers.pdf.second_engine.annotations import annotation_findings
from pipeline.readers.pdf.settings import Share
from pipeline.readers.pdf.spaced import with_spaced_letters
from pipeline.readers.pdf.stages import (
    Stages,
)
from pipeline.readers.pdf.turning import upright
from pipeline.readers.pdf.underlines import with_underlined
from pipeline.readers.pdf.witness import witness_findings

MEDIA_TYPE = "application/pdf"
# A sign or two may lack a meaning; where a fifth does, words cannot be read.
_MOST_UNKNOWN: Share = 0.2


def read(data: bytes) -> Document:
    """The document of a PDF; raises what `stages` does."""
    return stages(data).document


def stages(data: bytes, *, without_tags: bool = False) -> Stages:
    """The document of a PDF with what its reader came by; with `without_tags` as it is drawn.

    Raises DocumentError BCP140 (password), BCP141 (damaged), BCP142 (no pages), BCP143 (a scan
    without text), BCP144 (no text).
    """
    found = rescued(data)
    drawn, crowded = without_crowds(found.marks)
    marks, shown = _revealed(drawn)
    visible = _visible(marks)
    _check_text(marks, visible)
    marks = with_spaced_letters(marks)
    pages = tuple(with_underlined(upright(page)) for page in marks.pages)
    repeated = without_repeated(replace(marks, pages=pages))
    tagged = None if without_tags else read_tagged(repeated)
    reading = tagged or read_drawn(repeated)
    blocks = (*reading.blocks, *_hidden(repeated.marks))
    locator = BoxLocator.of(marks)
    document = Document(
        media_type=MEDIA_TYPE,
        reader="pdf",
        blocks=blocks,
        locator=locator,
        source_chars=visible,
        markup=dict(sorted(reading.dropped.items())),
        findings=(
            *found.findings,
            *_complaints(marks),
            *crowded,
            *shown,
            *reading.findings,
            *_unknown(marks),
            *_unsized(marks),
            *_pictures(marks),
            *left_out_findings(blocks, locator),
            *annotation_findings(found.second.annotations, _fields(marks)),
            *witness_findings(found.second, marks, texts(blocks), locator),
        ),
        structure=reading.structure,
        reasons=Reasons.of(reading.reasons),
    )
    return Stages(document, marks.pages, pages, reading.seen)


def _revealed(marks: Marks) -> tuple[Marks, tuple[Diagnostic, ...]]:
    """The marks of a scan with its recognised text, which is laid over the picture unseen."""
    kinds = {
        run.hidden
        for page in marks.pages
        for run in page.runs
        if any(char.strip() for char in marks.glyphs.chars[run.start : run.end])
    }
    if kinds != {INVISIBLE} or not all(page.has_images for page in marks.pages if page.runs):
        return marks, ()
    pages = tuple(
        replace(page, runs=tuple(replace(run, hidden="") for run in page.runs))
        for page in marks.pages
    )
    finding = Diagnostic("BCP150", "the text was laid over a scan by text recognition")
    return replace(marks, pages=pages), (finding,)


def _visible(marks: Marks) -> int:
    """How many glyphs of the pages are no white space."""
    glyphs = marks.glyphs.chars
    runs = (run for page in marks.pages for run in page.runs)
    counts = Counter(chain.from_iterable(glyphs[run.start : run.end] for run in runs))
    return sum(count for char, count in counts.items() if char.strip())


def _check_text(marks: Marks, signs: int) -> None:
    """Refuse what has no text to read, or none that means anything; `signs` are visible."""
    if not signs:
        if any(page.has_images for page in marks.pages):
            raise DocumentError("BCP143", "its pages are pictures without a text layer")
        raise DocumentError("BCP144", "its pages hold no text")
    pages = [marks.chars(page) for page in marks.pages]
    unknown = sum(chars.count(UNKNOWN) for chars in pages)
    if unknown > _MOST_UNKNOWN * signs:
        raise DocumentError("BCP147", f"{unknown} of {signs} signs have a code without a meaning")
    if not is_legible("\n".join(pages)):
        raise DocumentError("BCP147", "its letters make words of no language")


def _unknown(marks: Marks) -> Iterator[Diagnostic]:
    """A finding for each page with signs whose code has no meaning, or surely another one."""
    for page in marks.pages:
        chars = marks.chars(page)
        count = chars.count(UNKNOWN)
        if count:
            message = f"{count} signs have a code without a meaning, shown as {UNKNOWN}"
            yield Diagnostic("BCP148", message, Place(page=page.number))
        elif not is_legible(chars):
            message = "its letters make words of no language: its fonts may have wrong codes"
            yield Diagnostic("BCP148", message, Place(page=page.number))


def _complaints(marks: Marks) -> Iterator[Diagnostic]:
    if marks.complaints:
        more = f", and {marks.complaints - 1} more" if marks.complaints > 1 else ""
        yield Diagnostic("BCP154", f"the engine met: {marks.complaint}{more}")


def _fields(marks: Marks) -> dict[int, str]:
    """The text of the form fields of each page that has any."""
    found: dict[int, str] = {}
    for page in marks.pages:
        for run in page.runs:
            if run.field and not run.hidden:
                shown = "".join(marks.glyphs.chars[run.start : run.end])
                found[page.number] = found.get(page.number, "") + shown
    return found


def _pictures(marks: Marks) -> Iterator[Diagnostic]:
    """A finding for each page that shows a picture and has no letters; others have some."""
    for page in marks.pages:
        if page.has_images and not marks.chars(page).strip():
            message = "it shows a picture, and has no text; others have"
            yield Diagnostic("BCP158", message, Place(page=page.number))


def _unsized(marks: Marks) -> Iterator[Diagnostic]:
    for page in marks.pages:
        if page.size_is_assumed:
            message = f"{page.width:g} by {page.height:g} points were taken for its size"
            yield Diagnostic("BCP152", message, Place(page=page.number))


def _hidden(marks: Marks) -> Iterator[Furniture]:
    """The text that a reader of the pages does not see, by page and kind."""
    for page in marks.pages:
        by_kind: dict[str, list[Run]] = {}
        for run in page.runs:
            if run.hidden:
                by_kind.setdefault(run.hidden, []).append(run)
        for kind, runs in by_kind.items():
            text = join(_plain_text(run, marks) for run in runs).strip()
            if text:
                yield Furniture(kind, text)


def _plain_text(run: Run, marks: Marks) -> Text:
    chars: list[str] = []
    origins: list[int] = []
    for n in range(run.start, run.end):
        for char in marks.glyphs.chars[n]:
            chars.append(char)
            origins.append(n)
    return Text("".join(chars), tuple(origins), bytes(len(chars)))
