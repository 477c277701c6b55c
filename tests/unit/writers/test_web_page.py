"""The web page holds texts as texts, and nothing that could act."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from typing import Any

import lxml.html
from hypothesis import given

from pipeline.profile.model import Paragraph, Profile, Source
from pipeline.writers.edition import Edition
from pipeline.writers.reading import reading_of
from pipeline.writers.web_page import page_of
from tests.strategies import ROUND_TRIP, profiles, whole_profile
from tests.unit.writers.test_reading import shown

HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>"


def parsed(profile: Profile) -> Any:
    """The page of a profile as a tree."""
    return lxml.html.document_fromstring(page_of(Edition(profile)))


@given(profiles())
@ROUND_TRIP
def test_a_reader_sees_all_texts_in_their_order(profile: Profile) -> None:
    tree = parsed(profile)
    page = [text for part in tree.xpath("//h1 | //main") for text in part.itertext()]
    seen = "".join("".join(page).split())

    at = 0
    for part in reading_of(profile):
        for text in shown(part):
            glued = "".join(text.split())
            at = seen.index(glued, at) + len(glued)


def test_text_is_never_markup() -> None:
    plain = whole_profile()
    profile = replace(
        plain,
        name=HOSTILE,
        career_prospects=(Paragraph(text=HOSTILE),),
        source=Source(file=HOSTILE, sha256=plain.source.sha256, media_type="text/html"),
    )
    tree = parsed(profile)

    assert not tree.xpath("//script | //img | //@onerror")
    assert tree.find(".//h1").text == HOSTILE
    assert tree.xpath("//cite")[0].text == HOSTILE


def test_the_policy_allows_the_style_of_the_page_and_nothing_else() -> None:
    page = page_of(Edition(whole_profile()))
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()

    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page


def test_every_statement_can_be_linked_to_and_every_link_leads_somewhere() -> None:
    profile = whole_profile()
    tree = parsed(profile)
    anchors = tree.xpath("//@id")

    assert len(anchors) == len(set(anchors))
    assert {node.id for node, parent in Edition(profile).tree.walk() if parent} <= set(anchors)
    assert {link.removeprefix("#") for link in tree.xpath("//@href")} <= set(anchors)


def test_lists_hold_nothing_but_items() -> None:
    children = {child.tag for child in parsed(whole_profile()).xpath("//ul/* | //ol/*")}

    assert children == {"li"}
