"""Markdown says what the profile says, whatever its texts look like."""

from __future__ import annotations

from dataclasses import replace

import lxml.html
import pytest
from hypothesis import given
from lxml.etree import Comment
from markdown_it import MarkdownIt

from pipeline.profile.model import ItemList, Paragraph, Profile
from pipeline.writers.edition import Edition
from pipeline.writers.markdown import escaped, markdown_of
from pipeline.writers.reading import reading_of
from tests.strategies import ROUND_TRIP, TEXTS, profiles, whole_profile
from tests.unit.writers.test_reading import shown

# CommonMark, and what GitHub reads beyond it.
DIALECTS = [MarkdownIt("commonmark"), MarkdownIt("commonmark").enable(["table", "strikethrough"])]


class _Text:
    """The text of a page, and the names of its elements."""

    def __init__(self, page: str) -> None:
        root = lxml.html.fragment_fromstring(page, create_parent="section")
        self.texts = "".join(root.itertext())
        self.tags = [str(found.tag) for found in root.iterdescendants() if found.tag is not Comment]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize(
    "text",
    [
        "# geen kop", "- geen lijst", "+ geen lijst", "1. geen nummer", "2) ook niet",
        "> geen citaat", "*geen nadruk* en _ook niet_", "`geen code`", "a | b", "--- | ---",
        "<script>alert(1)</script>", "&amp; en & en &copy;", "[geen](javascript:alert(1))",
        "![geen](x.png)", "C:\\pad \\* \\", "~~geen~~ ~", "=====", "https://voorbeeld.example/x",
        "<https://voorbeeld.example>", "    ingesprongen", "*", "**", "-", "1.", "#", "a\\",
    ],
)  # fmt: skip
def test_a_text_is_read_as_it_stands(dialect: MarkdownIt, text: str) -> None:
    for before in ("", "- ", "1. ", "## "):
        page = _Text(dialect.render(before + escaped(text)))

        assert page.texts.strip() == " ".join(text.split())
        assert set(page.tags) <= {"p", "ul", "ol", "li", "h2"}


@given(TEXTS)
@ROUND_TRIP
def test_any_text_is_read_as_it_stands(text: str) -> None:
    page = _Text(DIALECTS[0].render(f"- x {escaped(text)} y"))

    assert " ".join(page.texts.split()) == " ".join(f"x {text} y".split())


@given(profiles())
@ROUND_TRIP
def test_a_reader_sees_all_texts_in_their_order(profile: Profile) -> None:
    page = _Text(DIALECTS[0].render(markdown_of(Edition(profile))))
    seen = "".join(page.texts.split())

    at = 0
    for part in reading_of(profile):
        for text in shown(part):
            glued = "".join(text.split())
            at = seen.index(glued, at) + len(glued)


def test_two_lists_in_a_row_stay_two() -> None:
    lists = (ItemList(ordered=False, items=("a",)), ItemList(ordered=False, items=("b",)))
    profile = replace(whole_profile(), career_prospects=(Paragraph(text="x"), *lists))
    without = replace(profile, career_prospects=(Paragraph(text="x"), lists[0]))

    def count(shown: Profile) -> int:
        return _Text(DIALECTS[0].render(markdown_of(Edition(shown)))).tags.count("ul")

    assert count(profile) == count(without) + 1
