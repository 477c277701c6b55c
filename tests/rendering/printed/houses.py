"""House styles for PDF: hand-made looks, each as an issuer or a tool might print it."""

from __future__ import annotations

from tests.rendering.arrangement import Arrangement
from tests.rendering.printed.style import PdfStyle
from tests.rendering.style import Style

HOUSES: dict[str, PdfStyle] = {
    # The look of KCH's own form: a table a section, real lists, an empty label cell per competency.
    "kenniscentrum": PdfStyle(wording=Style(form="print", items="li")),
    # A book-like report: serif, justified, hyphenated, cover and table of contents.
    "rapport": PdfStyle(
        wording=Style(form="print", items="li", label_choice=1, inline_heads=True, date_style=1),
        arrangement=Arrangement("apart", "paragraph", "merged"),
        font="Liberation Serif",
        second_font="Liberation Sans",
        size=11.0,
        leading=1.35,
        justified=True,
        hyphenated=True,
        rules="horizontal",
        cover="repeated",
        contents=True,
        running_header=True,
        footer_style=1,
        paragraph_gap=4.0,
    ),
    # A small booklet without rules: shaded labels, small letters.
    "boekje": PdfStyle(
        wording=Style(form="print", items="typed", lists="typed", label_choice=2, label_colon=True),
        arrangement=Arrangement("one", "row", "merged"),
        paper="a5",
        margin=36.0,
        font="Carlito",
        size=9.0,
        rules="shaded",
        footer_style=2,
        hyphenated=True,
    ),
    # One table for all, a label column so narrow that words are cut, one paragraph an item.
    "smalle-kolom": PdfStyle(
        wording=Style(
            form="print", items="paragraphs", names="semicolon", label_choice=3, header="rows"
        ),
        arrangement=Arrangement("one", "row", "empty", repeated_heads=True),
        label_width=0.15,
        font="DejaVu Sans",
        size=9.5,
        rules="dotted",
        open_breaks=True,
        bullet_glyph="symbol",
        running_header=True,
    ),
    # Sideways, dashed rules, heads of roles repeated on each page.
    "liggend": PdfStyle(
        wording=Style(form="print", items="li", lists="br", header="rows", label_choice=1),
        arrangement=Arrangement("section", "row", "merged", repeated_heads=True),
        paper="a4-landscape",
        font="DejaVu Serif",
        rules="dashed",
        label_width=0.2,
        bullet_glyph="zapf",
        footer_style=4,
        open_breaks=True,
    ),
    # American paper, first lines indented in place of gaps, doubled rules, drawn dots.
    "alinea": PdfStyle(
        wording=Style(form="print", items="li", trend_emphasis=True, emphasis="b", date_style=3),
        arrangement=Arrangement("section", "row", "empty"),
        paper="letter",
        font="Liberation Serif",
        size=10.5,
        justified=True,
        paragraph_gap=0.0,
        paragraph_indent=12.0,
        rules="double",
        bullet_glyph="drawn",
        text_drawing="word",
        footer_style=3,
        label_bold=False,
    ),
    # No rules at all; only columns and the space between rows.
    "zonder-lijnen": PdfStyle(
        wording=Style(form="print", items="li", names="li", label_colon=True, source_apart=True),
        arrangement=Arrangement("apart", "paragraph", "empty"),
        rules="none",
        label_width=0.3,
        padding=5.0,
        size=10.0,
        footer_style=1,
    ),
    # A frame around each table, all competencies in one cell, the name on its own row.
    "kader": PdfStyle(
        wording=Style(
            form="print",
            items="typed",
            competency_rows=False,
            header="rows",
            short_name_in_cell=False,
            numbered_sections=False,
        ),
        arrangement=Arrangement("section", "paragraph", "empty"),
        rules="frame",
        padding=6.0,
        font="Liberation Sans Narrow",
        size=11.0,
        rule_drawing="strokes",
        text_drawing="line",
        running_footer=False,
        running_header=True,
    ),
    # A box around each cell, as some report generators draw; tight lines.
    "dozen": PdfStyle(
        wording=Style(form="print", items="lines", lists="li", date_style=2, label_choice=1),
        arrangement=Arrangement("section", "row", "empty"),
        font="Liberation Sans",
        size=9.0,
        leading=1.12,
        padding=3.0,
        paragraph_gap=4.0,
        rule_drawing="boxes",
        text_drawing="line",
        bullet_glyph="symbol",
        margin=48.0,
        tagged=False,
    ),
    # Untagged twin of the first, large letters, so that most cells break over pages.
    "groot": PdfStyle(
        wording=Style(form="print", items="li", date_style=4),
        arrangement=Arrangement("section", "row", "merged"),
        size=13.0,
        leading=1.4,
        label_width=0.3,
        paragraph_gap=8.0,
        tagged=False,
        open_breaks=True,
        footer_style=0,
        cover="alone",
    ),
}

# Of makers whose users know rules of a table from typesetting.
MORE_HOUSES = {
    **HOUSES,
    # Heavy rules above and below, none between rows, no uprights.
    "boekwerk": PdfStyle(
        wording=Style(form="print", items="li", header="rows", label_choice=2, date_style=1),
        arrangement=Arrangement("apart", "row", "merged", repeated_heads=True),
        font="Liberation Serif",
        size=10.0,
        rules="booktabs",
        padding=5.0,
        justified=True,
        hyphenated=True,
        running_header=True,
        footer_style=2,
    ),
}
