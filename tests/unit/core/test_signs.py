"""Bullets, dashes, ligatures and what shows nothing: known in one place, and told from text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline
from pipeline.core import signs

_SOURCES = Path(pipeline.__file__).parent

# Signs that no other module may write down, neither themselves nor by their codes. Dashes of
# running text are left out: pages that people read have them. So are quotes.
_AT_HOME = frozenset(
    signs.BULLETS
    + signs.SECTION
    + "".join(signs.LIGATURES)
    + signs.INVISIBLE
    + signs.UNKNOWN
    + signs.NON_CHARACTERS
    + "\u2010\u2011\u2012\u2015\u2212"
)
_PRIVATE_USE = range(0xE000, 0xF900)
_CODE = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
# Both dashes side by side are a set of dashes.
_SET_OF_DASHES = re.compile("[\u2013\u2014]{2}")
# The signs of text, and what codes of fonts of symbols show.
_HOMES = ("core/signs.py", "core/symbol_fonts.py")
_ALLOWED = {
    # A mark of the reader's own, chosen because no XML can hold it.
    ("readers/docx/body.py", "\uffff"),
}


@pytest.mark.parametrize(
    ("line", "starts"),
    [
        ("• Eerlijk • Open", [0, 10]),
        ("\uf0b7Eerlijk \uf0a7Open", [0, 9]),
        ("◻ Eerlijk ❖ Open", [0, 10]),
        ("De kok: • is eerlijk", [8]),
        ("zelf·standig", []),
        ("» Eerlijk » Open", [0, 10]),
        ("de term «haven» of »water", []),
        ("→ Eerlijk", [0]),
        ("van intake → plan → nazorg", []),
        ("→ van intake → plan", [0]),
        ("§ Eerlijk § Open", [0, 10]),
        ("De kok: § is eerlijk § is open", [8, 21]),
        ("§ 3.2", []),
        ("§ 12 Overige bepalingen", []),
        ("Werkt volgens § 12 van de wet", []),
        ("Zie § Veiligheid en § Milieu", []),
        ("§ Kent § 3.2 van de wet § Is open", [0, 24]),
        ("§3 van de wet", []),
        ("o leest o schrijft", [0, 8]),
        ("leest o schrijft", []),
        ("• Leest: o boeken; o brieven • Rekent", [0, 9, 19, 29]),
    ],
)
def test_bullets_of_a_line(line: str, starts: list[int]) -> None:
    assert signs.bullets_in(line) == starts


@pytest.mark.parametrize("dash", signs.DASHES_AND_HYPHENS)
def test_a_dash_marks_an_item_where_white_space_follows(dash: str) -> None:
    assert signs.DASH_MARKER.match(f"{dash} Eerlijk")
    assert not signs.DASH_MARKER.match(f"{dash}5 graden")


@pytest.mark.parametrize(
    ("text", "is_item"),
    [
        ("o leest", True),
        ("o Één ding", True),
        ("O Leest", True),
        ("O en O-fonds", False),
        ("o 2", False),
        ("o 1.2 Leest", True),
        ("o 2 boeken", True),
        ("o ’s avonds", True),
        ("o (soms) leest", True),
        ("ooit", False),
    ],
)
def test_the_letter_o_is_a_bullet_before_words(text: str, is_item: bool) -> None:
    assert signs.opens_with_bullet(text) == is_item


def test_what_the_reader_makes_of_lists_in_symbol_fonts_is_known_as_a_bullet() -> None:
    made = {signs.SYMBOL_FONT_SIGNS[code] for code in (0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0xF0A8)}

    assert all(signs.opens_with_bullet(f"{sign} Eerlijk") for sign in made)


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x0c", "\ud800", "\ufffe", "\x7f", "\x95"])
def test_control_characters(char: str) -> None:
    assert signs.CONTROL.search(char)
    assert bool(signs.XML_FORBIDS.search(char)) == (char not in "\x7f\x95")
    assert bool(signs.CONTROL_BUT_PAGE_END.search(char)) == (char != "\x0c")


@pytest.mark.parametrize("char", ["\t", "\n", "\r", "a", "\u00a0", "\ue000", "\U0001f600"])
def test_what_is_no_control_character(char: str) -> None:
    assert not signs.CONTROL.search(char)


def test_signs_have_one_home() -> None:
    assert sorted(set(_written_elsewhere()) - _ALLOWED) == []


def test_what_is_allowed_elsewhere_is_there() -> None:
    assert set(_written_elsewhere()) >= _ALLOWED


@pytest.mark.parametrize(
    "literal", ["'•'", r"'\uf06e'", r"r'[\u00ad]'", r"'\ufb01'", "'–—'", "'§'"]
)
def test_a_sign_in_a_string_is_found(literal: str) -> None:
    assert list(_signs_in(f'"""Of • and §."""\nX = {literal}  # • a bullet\n'))


def _written_elsewhere() -> Iterator[tuple[str, str]]:
    """(module, sign) of each sign in a string of a module that is not their home."""
    for path in sorted(_SOURCES.rglob("*.py")):
        name = path.relative_to(_SOURCES).as_posix()
        if name not in _HOMES:
            yield from ((name, sign) for sign in _signs_in(path.read_text("utf-8")))


def _signs_in(source: str) -> Iterator[str]:
    """The signs in the strings of a source, its docstrings left out."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            # In raw strings codes are not yet signs.
            text = _CODE.sub(lambda found: chr(int(found[1] or found[2], 16)), node.value)
            yield from (c for c in text if c in _AT_HOME or ord(c) in _PRIVATE_USE)
            yield from _SET_OF_DASHES.findall(text)
