"""The same document in other clothes gives the same profile, identifiers included."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from pipeline import convert_bytes
from pipeline.profile.codec import profile_to_plain
from tests.metamorphic import clothes
from tests.profiles import REAL, Case, own_cases, real_case
from tests.rendering.render import is_in_cp1252
from tests.suites import few

CASES = [
    case
    for case in [*own_cases(), *([real_case()] if REAL.exists() else [])]
    if not case.expected.parent.parent.name.startswith("heldout")
]
Change = Callable[[str], str]


def source_text(case: Case) -> str:
    """The text of a case's file, with LF line ends."""
    data = case.source.read_bytes()
    encoding = "utf-16" if data.startswith(b"\xff\xfe") else "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def profile_of(data: bytes) -> dict[str, Any]:
    """The profile of the bytes, without what tells of the file; the ledger must be closed."""
    conversion = convert_bytes(data, "profiel")
    assert conversion.ledger.closed, conversion.ledger
    plain = profile_to_plain(conversion.profile)
    return {key: value for key, value in plain.items() if key not in ("source", "derived")}


@cache
def original(case: Case) -> dict[str, Any]:
    """The profile of the case as it is."""
    return profile_of(source_text(case).encode("utf-8"))


def params(*suffixes: str, wanted: str = "") -> pytest.MarkDecorator:
    """The cases of these file types whose text holds what is wanted."""
    found = [
        pytest.param(case, id=case.name)
        for case in CASES
        if (not suffixes or case.source.suffix in suffixes) and wanted in source_text(case)
    ]
    return pytest.mark.parametrize("case", few(found, 2))


def assert_same(case: Case, text: str, encoding: str = "utf-8") -> None:
    """The changed text differs from the source and gives the same profile."""
    assert text != source_text(case) or encoding != "utf-8", "the change changed nothing"
    assert profile_of(text.encode(encoding)) == original(case)


@params()
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16-le", "cp1252"])
def test_the_encoding_does_not_count(case: Case, encoding: str) -> None:
    text = source_text(case)
    if encoding == "cp1252" and not is_in_cp1252(text):
        pytest.skip("Windows-1252 lacks a character of this document")
    assert_same(case, text, encoding)


@params()
def test_windows_line_ends_do_not_count(case: Case) -> None:
    assert_same(case, source_text(case).replace("\n", "\r\n"))


@params()
def test_the_line_ends_of_old_macintoshes_do_not_count(case: Case) -> None:
    assert_same(case, source_text(case).replace("\n", "\r"))


TYPOGRAPHY: dict[str, Change] = {
    "trailing spaces": clothes.with_trailing_spaces,
    "doubled blank lines": clothes.with_doubled_blank_lines,
    "decomposed accents": clothes.decomposed,
    "soft hyphens": clothes.with_soft_hyphens,
    "no-break spaces": clothes.with_no_break_spaces,
    "soft hyphens and no-break spaces as references": lambda text: clothes.with_no_break_spaces(
        clothes.with_soft_hyphens(text, "&shy;"), "&nbsp;"
    ),
    "ligatures": clothes.with_ligatures,
    "character references": clothes.with_references,
    "an empty column": clothes.with_empty_column,
}


@pytest.mark.parametrize(
    ("case", "change"),
    [
        one
        for name, change in TYPOGRAPHY.items()
        for one in few(
            [
                pytest.param(case, change, id=f"{name}-{case.name}")
                for case in CASES
                if change(source_text(case)) != source_text(case)
            ],
            3,
        )
    ],
)
def test_typography_does_not_count(case: Case, change: Change) -> None:
    assert_same(case, change(source_text(case)))


MARKUP: dict[str, Change] = {
    "extra attributes": clothes.with_extra_attributes,
    "comments": clothes.with_comments,
    "tags in capitals": clothes.with_upper_case_tags,
}


@params(".html", ".htm", wanted="</td>")
@pytest.mark.parametrize("change", MARKUP.values(), ids=MARKUP.keys())
def test_the_dress_of_tags_does_not_count(case: Case, change: Change) -> None:
    assert_same(case, change(source_text(case)))


@params(".txt")
@pytest.mark.parametrize("change", [clothes.with_extra_attributes, clothes.with_upper_case_tags])
def test_the_dress_of_tags_inside_cells_does_not_count(case: Case, change: Change) -> None:
    assert_same(case, change(source_text(case)))


@params(".txt")
@pytest.mark.parametrize("change", [clothes.with_running_footers, clothes.with_running_headers])
def test_running_lines_between_cut_tables_are_no_content(
    case: Case, change: Callable[[str, str], str]
) -> None:
    assert_same(case, change(source_text(case), original(case)["name"]))


@params(".md", wanted="• ")
@pytest.mark.parametrize("bullet", ["-", "*", "–", "▪", "+"])
def test_the_kind_of_bullet_does_not_count(case: Case, bullet: str) -> None:
    assert_same(case, clothes.with_bullets(source_text(case), bullet))


@params(".txt", ".html", wanted="• ")
@pytest.mark.parametrize("bullet", ["▪", "◦", "‣", "\uf0b7"])
def test_the_kind_of_bullet_inside_a_line_does_not_count(case: Case, bullet: str) -> None:
    assert_same(case, source_text(case).replace("• ", f"{bullet} "))


@params(".txt", wanted="functiebenamingen\t")
def test_two_independent_rows_may_change_places(case: Case) -> None:
    lines = source_text(case).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("Mogelijke functiebenamingen\t"))
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    assert_same(case, "\n".join(lines))
