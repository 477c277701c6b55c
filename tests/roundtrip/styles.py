"""Styles as a strategy: only dresses in which a form shows the content without doubt."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from tests.rendering import style as choices
from tests.rendering.style import Cut, Form, Style


def styles(form: Form) -> st.SearchStrategy[Style]:
    """A style of one form of document."""
    return st.builds(
        Style,
        form=st.just(form),
        label_choice=st.integers(0, 3),
        label_colon=st.booleans(),
        numbered_sections=st.booleans(),
        section_order=st.permutations((1, 2, 3)).map(lambda rest: (0, *rest)),
        header=st.sampled_from(choices.HEADERS),
        lists=st.sampled_from(choices.LISTS),
        items=st.sampled_from(choices.ITEMS),
        names=st.sampled_from(choices.NAMES),
        bullet=st.sampled_from("•-*–▪"),
        emphasis=st.sampled_from(choices.EMPHASES),
        inline_heads=st.booleans(),
        competency_rows=st.booleans(),
        trend_emphasis=st.booleans(),
        source_apart=st.booleans(),
        short_name_in_cell=st.booleans(),
        cuts=st.lists(
            st.builds(Cut, st.sampled_from(choices.CUTS), st.integers(0, 400)), max_size=4
        ).map(tuple),
        cut_reopens=st.booleans(),
        running_footer=st.booleans(),
        third_column=st.booleans(),
        wrap=st.sampled_from((0, 0, 58, 72)),
        entities=st.booleans(),
        nbsp=st.sampled_from(choices.NBSP),
        encoding=st.sampled_from(choices.ENCODINGS),
        line_end=st.sampled_from(("\n", "\r\n")),
        date_style=st.integers(0, 6),
        role_heading=st.integers(0, 2),
    )


def unambiguous(style: Style, content: dict[str, Any]) -> Style:
    """The style with the choices replaced that would leave the content in doubt."""
    if style.items == "flat" and not _may_run_together(content):
        # A noun by itself (`Rijbewijs B`) opens an item only where the form says so.
        style = replace(style, items="paragraphs")
    if style.lists == "unclosed" and style.bullet in "-–*":
        # Inside a line a dash is punctuation.
        style = replace(style, bullet="•")
    if style.form == "markdown":
        # Nothing shows whether a full sentence at the foot of a page ends its paragraph.
        shown = tuple(cut for cut in style.cuts if cut.kind != "paragraphs")
        style = replace(style, cuts=shown)
        if style.wrap and style.items in ("flat", "lines", "paragraphs"):
            # Without markers, wrapped items and meant line ends look alike.
            style = replace(style, items="typed")
        if style.wrap and style.names == "lines":
            style = replace(style, names="comma")
        if style.bullet == "*" and style.emphasis in ("i", "b"):
            style = replace(style, bullet="•")
        if style.items == "flat":
            style = replace(style, items="lines")
    return style


def _may_run_together(content: dict[str, Any]) -> bool:
    return all(
        item["kind"] != "other"
        for role in content["roles"]
        for item in role.get("knowledge_and_skills", [])
    )
