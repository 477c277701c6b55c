"""What a habit yields: documents, each with what must be read from it; and in what clothes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.habits.drawing import Hand, by_word, document, kerned, with_blank
from tests.habits.profiles import SAILMAKER, THATCHER, Print, Profile, expected, printed
from tests.habits.rules import grid
from tests.habits.setting import Look, embedded


@dataclass(frozen=True, slots=True)
class Case:
    """A document of a habit and its content.

    `announced`: the page itself lacks something, and to say so (a warning, an error, a refusal) is
    right, as equal content is. `apart`: texts of the page that are none of the profile's; they may
    stand in `unplaced`, or be accounted for otherwise. `free`: keys that may have any value.
    """

    name: str
    data: bytes
    content: dict[str, Any]
    announced: bool = False
    apart: tuple[str, ...] = ()
    free: tuple[str, ...] = ()


Habit = Callable[[], Iterator[Case]]


@dataclass(frozen=True, slots=True)
class Dress:
    """What a document of any habit may wear besides."""

    name: str
    profile: Profile
    look: Look
    hand: Hand


_DRESSES = {
    "h": Dress("helvetica", SAILMAKER, Look(), Hand()),
    "c": Dress(
        "carlito", THATCHER,
        Look(embedded("carlito", ligatures=True), size=10.5, leading=13, label=160, value=300),
        Hand(show=with_blank),
    ),
    "s": Dress(
        "serif", SAILMAKER,
        Look(embedded("serif"), size=11, leading=13.2, left=60, label=125, value=350),
        Hand(show=kerned),
    ),
    "d": Dress(
        "dejavu", THATCHER,
        Look(embedded("dejavu"), size=8.5, leading=11, label=150, value=310, paragraph_gap=4),
        Hand(show=by_word),
    ),
    "n": Dress(
        "narrow", THATCHER,
        Look(embedded("narrow"), size=10, leading=12, left=90, label=110, value=300,
             pads=(4, 2, 2)),
        Hand(show=with_blank),
    ),
}  # fmt: skip


def worn(names: str) -> Iterator[Dress]:
    """Dresses by their letters; a letter with a `+` behind it is tagged."""
    for n, letter in enumerate(names):
        if letter == "+":
            continue
        dress = _DRESSES[letter]
        hand = dress.hand.but(rules=grid())
        if names[n + 1 : n + 2] == "+":
            yield Dress(f"{dress.name}-tagged", dress.profile, dress.look, hand.but(tagged=True))
        else:
            yield Dress(dress.name, dress.profile, dress.look, hand)


def case(dress: Dress, name: str = "", look: dict[str, Any] | None = None,
         hand: dict[str, Any] | None = None, profile: Profile | None = None,
         labels: dict[str, str] | None = None, prints: tuple[Print, ...] = (),
         **settings: Any) -> Case:  # fmt: skip
    """A case in a dress, with other settings of look and hand."""
    one = profile or dress.profile
    data = document(
        prints or (printed(one, labels),),
        dress.look.but(**(look or {})),
        dress.hand.but(**(hand or {})),
    )
    full = f"{name}-{dress.name}" if name else dress.name
    return Case(full, data, expected(one), **settings)
