"""A PDF or Word file that was cut, overwritten or doubled in part: a conversion or one error."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from tests.hostile.test_any_bytes import outcome
from tests.profiles import INPUT

FILES = [INPUT / f"werfcoordinator-jachthaven.{ending}" for ending in ("pdf", "docx")]
ROUNDS = 12


def cut(data: bytearray, chance: random.Random) -> bytearray:
    """The file as far as it was downloaded."""
    return data[: chance.randrange(len(data))]


def overwritten(data: bytearray, chance: random.Random) -> bytearray:
    """A few bytes are others."""
    for _ in range(chance.randrange(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return data


def without_a_stretch(data: bytearray, chance: random.Random) -> bytearray:
    """Something in the middle is lost."""
    start = chance.randrange(len(data))
    del data[start : start + chance.randrange(1, 5000)]
    return data


def with_a_stretch_doubled(data: bytearray, chance: random.Random) -> bytearray:
    """Something in the middle stands twice."""
    start = chance.randrange(len(data))
    data[start:start] = data[start : start + chance.randrange(1, 3000)]
    return data


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.suffix)
@pytest.mark.parametrize("damage", [cut, overwritten, without_a_stretch, with_a_stretch_doubled])
def test_a_damaged_file_is_a_conversion_or_one_clear_error(
    path: object, damage: Callable[[bytearray, random.Random], bytearray]
) -> None:
    chance = random.Random(f"{path} {damage.__name__}".rsplit("/", 1)[-1])
    data = next(file for file in FILES if file == path).read_bytes()
    seen = {outcome(bytes(damage(bytearray(data), chance))) for _ in range(ROUNDS)}

    assert seen - {"converted"}, "no damage was noticed in any round"
