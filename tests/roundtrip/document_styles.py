"""Looks of Word documents and PDFs as strategies; `tests.rendering.dresses` takes doubt away."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.rendering import arrangement as tables
from tests.rendering import style as choices
from tests.rendering.arrangement import Arrangement
from tests.rendering.printed import style as paper
from tests.rendering.printed.fonts import BASE_FONTS
from tests.rendering.printed.style import PdfStyle
from tests.rendering.style import Style
from tests.rendering.word import style as word
from tests.rendering.word.style import DocxStyle


def wordings() -> st.SearchStrategy[Style]:
    """What is printed, and in which order."""
    return st.builds(
        Style,
        form=st.just("print"),
        label_choice=st.integers(0, 3),
        label_colon=st.booleans(),
        numbered_sections=st.booleans(),
        section_order=st.permutations((1, 2, 3)).map(lambda rest: (0, *rest)),
        header=st.sampled_from(("columns", "rows")),
        lists=st.sampled_from(("li", "typed", "br")),
        items=st.sampled_from(choices.ITEMS),
        names=st.sampled_from(choices.NAMES),
        bullet=st.sampled_from("•▪"),
        emphasis=st.sampled_from(("i", "b")),
        inline_heads=st.booleans(),
        competency_rows=st.booleans(),
        trend_emphasis=st.booleans(),
        source_apart=st.booleans(),
        short_name_in_cell=st.booleans(),
        nbsp=st.sampled_from(("none", "character")),
        date_style=st.integers(0, 6),
    )


def arrangements() -> st.SearchStrategy[Arrangement]:
    """In which tables."""
    return st.builds(
        Arrangement,
        tables=st.sampled_from(tables.TABLES),
        role_heading=st.sampled_from(tables.ROLE_HEADINGS),
        competency_label=st.sampled_from(tables.COMPETENCY_LABELS),
        repeated_heads=st.booleans(),
    )


def pdf_styles() -> st.SearchStrategy[PdfStyle]:
    """A look on paper."""
    gaps = st.tuples(st.sampled_from((3.0, 5.0, 8.0)), st.just(0.0))
    indents = st.tuples(st.sampled_from((0.0, 4.0)), st.sampled_from((9.0, 14.0)))
    return st.builds(
        _pdf_style,
        st.one_of(gaps, gaps, indents),
        wording=wordings(),
        arrangement=arrangements(),
        paper=st.sampled_from(sorted(paper.PAPERS)),
        margin=st.sampled_from((40.0, 56.0, 70.0)),
        font=st.sampled_from((*paper.FONTS, *BASE_FONTS)),
        second_font=st.sampled_from(("", "", "DejaVu Serif")),
        size=st.sampled_from((8.5, 10.0, 11.0, 13.0)),
        leading=st.sampled_from((1.12, 1.25, 1.5)),
        padding=st.sampled_from((2.5, 4.0, 7.0)),
        rules=st.sampled_from(paper.RULES),
        label_width=st.sampled_from((0.16, 0.22, 0.28, 0.36)),
        label_bold=st.booleans(),
        justified=st.booleans(),
        hyphenated=st.booleans(),
        bullet_glyph=st.sampled_from(paper.BULLETS),
        list_indent=st.sampled_from((12.0, 18.0)),
        running_header=st.booleans(),
        running_footer=st.booleans(),
        footer_style=st.integers(0, 4),
        cover=st.sampled_from(paper.COVERS),
        contents=st.booleans(),
        tagged=st.booleans(),
        open_breaks=st.booleans(),
        rule_drawing=st.sampled_from(paper.RULE_DRAWINGS),
        text_drawing=st.sampled_from(paper.TEXT_DRAWINGS),
    )


def _pdf_style(spacing: tuple[float, float], **rest: object) -> PdfStyle:
    gap, indent = spacing
    return PdfStyle(paragraph_gap=gap, paragraph_indent=indent, **rest)  # type: ignore[arg-type]


def docx_styles() -> st.SearchStrategy[DocxStyle]:
    """A dress of a Word document."""
    return st.builds(
        DocxStyle,
        wording=wordings(),
        arrangement=arrangements(),
        paper=st.sampled_from(sorted(word.PAPERS)),
        margin=st.sampled_from((1.5, 2.2)),
        font=st.sampled_from(paper.FONTS),
        second_font=st.sampled_from(("", "DejaVu Serif")),
        size=st.sampled_from((9.0, 10.0, 12.0)),
        label_width=st.sampled_from((0.16, 0.24, 0.34)),
        label_bold=st.booleans(),
        paragraph_gap=st.sampled_from((0.0, 4.0, 8.0)),
        justified=st.booleans(),
        hyphenated=st.booleans(),
        borders=st.sampled_from(word.BORDERS),
        lists=st.sampled_from(word.LISTS),
        bullet=st.sampled_from(word.BULLETS),
        automatic_numbers=st.booleans(),
        emphasis_by_style=st.booleans(),
        rows_may_break=st.booleans(),
        running_header=st.booleans(),
        running_footer=st.booleans(),
        cover=st.booleans(),
        contents=st.booleans(),
        stamp=st.booleans(),
        footnote=st.booleans(),
        tracked=st.booleans(),
        controls=st.sampled_from(word.CONTROLS),
        split_runs=st.booleans(),
        noise=st.booleans(),
        soft_hyphens=st.booleans(),
        no_break_hyphens=st.booleans(),
    )
