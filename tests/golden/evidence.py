"""One document, drawn so that each kind of evidence is what tells its tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.habits.drawing import Hand, document
from tests.habits.file import File, Sheet
from tests.habits.profiles import THATCHER, Profile, printed
from tests.habits.rules import cells, grid
from tests.habits.setting import Look

PROFILE: Profile = THATCHER
_PALE, _PALER = (0.85, 0.9, 0.95), (0.95, 0.96, 0.98)
_WIDE, _HIGH = 595, 842


def evidence() -> dict[str, Callable[[], bytes]]:
    """The documents by the kind of evidence."""
    shades = cells((_PALE, _PALER), gap=0.7)
    return {
        "tags": lambda: _by(Hand(rules=grid(), tagged=True)),
        "rules": lambda: _by(Hand(rules=grid())),
        "shades": lambda: _by(Hand(shades=shades)),
        "alignment": lambda: _by(Hand()),
        "rescued": lambda: _without_page_tree(_by(Hand(rules=grid()))),
        "turned": lambda: _by(Hand(rules=grid(), sheets=_on_their_side)),
    }


def _by(hand: Hand) -> bytes:
    return document((printed(PROFILE),), Look(), hand)


def _without_page_tree(data: bytes) -> bytes:
    """A file whose pages our engine does not find: the root of their tree says it is a page."""
    damaged = data.replace(b"/Type/Pages", b"/Type/Page ").replace(b"/Type /Pages", b"/Type /Page ")
    assert damaged != data
    return damaged


def _on_their_side(_: File, sheets: list[Sheet]) -> list[Sheet]:
    """Pages whose text reads upwards, on paper that no viewer turns."""
    head = f"q 0 1 -1 0 {_HIGH} 0 cm ".encode()
    box = (0, 0, _HIGH, _WIDE)
    return [
        replace(sheet, content=[head, *(sheet.content or []), b" Q"], box=box) for sheet in sheets
    ]
