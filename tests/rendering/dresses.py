"""Which dress of a printed document shows its content to a careful human reader without doubt."""

from __future__ import annotations

from dataclasses import replace

from tests.rendering.printed.fonts import BASE_FONTS
from tests.rendering.printed.style import PAPERS, PdfStyle
from tests.rendering.render import is_in_cp1252
from tests.rendering.sheet import Content
from tests.rendering.style import Style
from tests.rendering.word import style as word
from tests.rendering.word.style import DocxStyle

_LEAST_GAP = 3.0  # points: less does not look like the end of a paragraph
_NARROW = 0.2  # of the table: in such a column a value would be cut inside a word
_WIDE_ENOUGH = 60  # characters of a line in which no job title or occupation is wrapped
_LABEL = 18  # characters of the longest word of most labels
_CHARACTER = 0.52  # of the size: the width of a letter, on average


def unambiguous_pdf(style: PdfStyle, content: Content) -> PdfStyle:
    """The style with the choices replaced that would leave the content in doubt."""
    wording = _without_doubt(style.wording, content)
    width = PAPERS[style.paper][0] - 2 * style.margin
    value = width * (1 - style.label_width) / (style.size * _CHARACTER)
    if wording.names == "lines" and value < _WIDE_ENOUGH:
        # A wrapped name and a new one look alike where the line was full.
        wording = replace(wording, names="comma")
    if style.label_width < _NARROW and wording.header == "columns":
        # The name stands in the narrow column; a label that is cut is known, a name is not.
        wording = replace(wording, header="rows")
    if style.paragraph_indent == 0 and style.paragraph_gap < _LEAST_GAP:
        style = replace(style, paragraph_gap=_LEAST_GAP)
    if style.font in BASE_FONTS and not is_in_cp1252(str(content)):
        # The fourteen fonts of every viewer lack the other characters.
        style = replace(style, font="DejaVu Sans")
    return replace(style, wording=wording)


def legible_pdf(style: PdfStyle, content: Content) -> PdfStyle:
    """The same with a label column in which few words are cut: nobody could read it aloud else."""
    width = PAPERS[style.paper][0] - 2 * style.margin
    least = (_LABEL * _CHARACTER * style.size + 2 * style.padding) / width
    return unambiguous_pdf(replace(style, label_width=max(style.label_width, least)), content)


def unambiguous_docx(style: DocxStyle, content: Content) -> DocxStyle:
    """The style with the choices replaced that would leave the content in doubt."""
    wording = style.wording
    if wording.items == "flat" and not _may_run_together(content):
        wording = replace(wording, items="paragraphs")
    return replace(style, wording=wording)


def for_office(style: DocxStyle, content: Content) -> DocxStyle:
    """The style without what a PDF by LibreOffice would show in another way.

    Deleted words are printed, struck through. LibreOffice 7.4 loses the formatting inside a
    content control around a cell or its paragraph, and with it which line names a competency;
    and it clips rows that may not break where a label cell is merged over them.
    """
    wording = _without_doubt(style.wording, content)
    width = (word.PAPERS[style.paper][0] - 2 * style.margin) / 2.54 * 72
    if (
        wording.names == "lines"
        and width * (1 - style.label_width) / (style.size * _CHARACTER) < _WIDE_ENOUGH
    ):
        wording = replace(wording, names="comma")
    if style.label_width < _NARROW and wording.header == "columns":
        wording = replace(wording, header="rows")
    controls = "rows" if style.controls in ("blocks", "cells") else style.controls
    merged = style.arrangement.competency_label == "merged"
    gap = max(style.paragraph_gap, _LEAST_GAP)
    return replace(
        style,
        wording=wording,
        controls=controls,
        tracked=False,
        paragraph_gap=gap,
        rows_may_break=style.rows_may_break or merged,
    )


def _without_doubt(wording: Style, content: Content) -> Style:
    """On paper, items that run together cannot be told from one that is wrapped."""
    if wording.items == "flat":
        wording = replace(wording, items="paragraphs")
    if wording.items == "lines" and not _may_run_together(content):
        # A noun by itself (`Rijbewijs B`) opens an item only where the form says so.
        wording = replace(wording, items="paragraphs")
    return wording


def _may_run_together(content: Content) -> bool:
    return all(
        item["kind"] != "other"
        for role in content["roles"]
        for item in role.get("knowledge_and_skills", [])
    )
