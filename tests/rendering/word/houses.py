"""House styles for Word documents: tidy ones, and messy ones as years of editing leave them."""

from __future__ import annotations

from tests.rendering.arrangement import Arrangement
from tests.rendering.style import Style
from tests.rendering.word.style import DocxStyle

HOUSES: dict[str, DocxStyle] = {
    # KCH's own look: a table a section, list styles, an empty label cell per competency.
    "kenniscentrum": DocxStyle(wording=Style(form="print", items="li")),
    # Merged label cells, numbering of its own, automatic numbers, cover and contents.
    "genummerd": DocxStyle(
        wording=Style(form="print", items="li", label_choice=1, date_style=1),
        arrangement=Arrangement("section", "row", "merged", repeated_heads=True),
        lists="numbering",
        automatic_numbers=True,
        cover=True,
        contents=True,
        running_header=True,
        emphasis_by_style=True,
        hyphenated=True,
        justified=True,
        font="Liberation Serif",
        size=11.0,
    ),
    # Typed bullets and numbers, one big table, no borders but horizontal ones.
    "getypt": DocxStyle(
        wording=Style(
            form="print",
            items="typed",
            lists="typed",
            header="rows",
            label_choice=2,
            label_colon=True,
        ),
        arrangement=Arrangement("one", "row", "empty"),
        borders="horizontal",
        font="Carlito",
        size=11.0,
        label_width=0.18,
    ),
    # Edited for years: tracked changes, split runs, proofing marks, a stamp.
    "doorgehaald": DocxStyle(
        wording=Style(form="print", items="paragraphs", names="semicolon", date_style=3),
        arrangement=Arrangement("apart", "row", "empty"),
        tracked=True,
        split_runs=True,
        noise=True,
        stamp=True,
        running_header=True,
        second_font="DejaVu Serif",
    ),
    # A form with content controls around its rows.
    "formulier": DocxStyle(
        wording=Style(form="print", items="li", header="rows", short_name_in_cell=False),
        arrangement=Arrangement("section", "paragraph", "merged"),
        controls="rows",
        lists="numbering",
        bullet="wingdings",
        borders="shaded",
        footnote=True,
    ),
    # Content controls around cells; line breaks in place of paragraphs.
    "regeleinden": DocxStyle(
        wording=Style(form="print", items="lines", lists="br", names="lines", date_style=2),
        arrangement=Arrangement("section", "row", "merged"),
        controls="cells",
        paper="letter",
        rows_may_break=False,
    ),
    # Content controls around paragraphs, soft and no-break hyphens, no-break spaces, no borders.
    "zacht": DocxStyle(
        wording=Style(form="print", items="li", nbsp="character", names="li", emphasis="b"),
        arrangement=Arrangement("apart", "paragraph", "empty"),
        controls="blocks",
        soft_hyphens=True,
        no_break_hyphens=True,
        borders="none",
        paper="a5",
        margin=1.5,
        size=9.0,
        label_width=0.3,
    ),
    # All competencies in one cell, headings of descriptors inside paragraphs, sideways.
    "een-cel": DocxStyle(
        wording=Style(
            form="print",
            items="li",
            competency_rows=False,
            inline_heads=True,
            trend_emphasis=True,
            numbered_sections=False,
            label_choice=3,
            header="rows",
        ),
        arrangement=Arrangement("one", "row", "empty", repeated_heads=True),
        controls="runs",
        noise=True,
        paper="a4-landscape",
        font="DejaVu Sans",
        bullet="dash",
        lists="numbering",
        label_width=0.15,
        automatic_numbers=True,
    ),
}

# Of Writer's own users: notes in headings and values, a ruled header, heads that repeat.
WRITER_HOUSES: dict[str, DocxStyle] = {
    "noten": DocxStyle(
        wording=Style(form="print", items="li"),
        arrangement=Arrangement("section", "row", "merged", repeated_heads=True),
        running_header=True,
        footnote=True,
    ),
    "verslag": DocxStyle(
        wording=Style(form="print", items="li", label_choice=1, inline_heads=True, date_style=1),
        arrangement=Arrangement("apart", "paragraph", "empty"),
        borders="horizontal",
        font="Liberation Serif",
        second_font="Liberation Sans",
        size=11.0,
        justified=True,
        hyphenated=True,
        running_header=True,
        cover=True,
        footnote=True,
        bullet="dash",
    ),
    "kaal": DocxStyle(
        wording=Style(form="print", items="li", names="li", label_choice=2, label_colon=True),
        arrangement=Arrangement("apart", "paragraph", "merged"),
        borders="none",
        font="Carlito",
        size=11.0,
        label_width=0.3,
        paragraph_gap=6.0,
        footnote=True,
    ),
    "vlakken": DocxStyle(
        wording=Style(form="print", items="typed", lists="typed", header="rows", date_style=2),
        arrangement=Arrangement("one", "row", "empty", repeated_heads=True),
        borders="shaded",
        font="DejaVu Sans",
        size=9.0,
        bullet="wingdings",
        running_header=True,
    ),
    "heel": DocxStyle(
        wording=Style(form="print", items="paragraphs", names="semicolon", emphasis="b"),
        arrangement=Arrangement("section", "row", "empty"),
        paper="a4-landscape",
        rows_may_break=False,
        label_width=0.2,
        footnote=True,
        running_header=True,
        paragraph_gap=5.0,
    ),
}
