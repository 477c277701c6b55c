"""A PDF or Word file that was cut, overwritten or doubled in part: a conversion or one error.

Slow: `make hostile`, and `make slow` with all others.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from pipeline.core.diagnostics import Severity
from pipeline.core.errors import DocumentError
from pipeline.document.model import texts
from pipeline.readers import read
from tests.hostile.test_any_bytes import outcome
from tests.profiles import INPUT

pytestmark = pytest.mark.slow

PDF = (INPUT / "werfcoordinator-jachthaven.pdf").read_bytes()
FILES = [INPUT / f"werfcoordinator-jachthaven.{ending}" for ending in ("pdf", "docx")]
ROUNDS = 12
_OBJECT = re.compile(rb"\d+ 0 obj\b[^>]*>>\s*stream.*?endobj", re.DOTALL)
_REFERENCE = re.compile(rb"(?<=/Contents )\d+ 0 R")


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


def without_an_object(data: bytearray, chance: random.Random) -> bytearray:
    """One of the streams is gone: the content of a page, a font, the codes of a font."""
    start, end = chance.choice([found.span() for found in _OBJECT.finditer(data)])
    data[start:end] = b" " * (end - start)
    return data


def with_a_wrong_reference(data: bytearray, chance: random.Random) -> bytearray:
    """The content of a page is where none is."""
    found = list(_REFERENCE.finditer(data))
    wrong = chance.choice(found)
    data[wrong.start() : wrong.end()] = b"1 0 R".ljust(len(wrong[0]))
    return data


def letters(data: bytes) -> tuple[int, bool]:
    """How many letters a file gives, and whether there is a warning or a refusal."""
    try:
        document = read(data)
    except DocumentError:
        return 0, True
    count = sum(map(str.isalnum, "".join(text.chars for text in texts(document.blocks))))
    return count, any(f.severity is not Severity.INFO for f in document.findings)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.suffix)
@pytest.mark.parametrize("damage", [cut, overwritten, without_a_stretch, with_a_stretch_doubled])
def test_a_damaged_file_is_a_conversion_or_one_clear_error(
    path: object, damage: Callable[[bytearray, random.Random], bytearray]
) -> None:
    chance = random.Random(f"{path} {damage.__name__}".rsplit("/", 1)[-1])
    data = next(file for file in FILES if file == path).read_bytes()
    damaged = [bytes(damage(bytearray(data), chance)) for _ in range(ROUNDS)]
    seen = {outcome(each) for each in damaged}

    noticed = seen - {"converted"} or any(letters(each)[1] for each in damaged)
    assert noticed, "no damage was noticed in any round"


@pytest.mark.parametrize(
    "damage",
    [
        overwritten,
        without_a_stretch,
        with_a_stretch_doubled,
        without_an_object,
        with_a_wrong_reference,
    ],
)
def test_a_damaged_pdf_loses_no_text_without_a_warning(
    damage: Callable[[bytearray, random.Random], bytearray],
) -> None:
    whole, _ = letters(PDF)
    chance = random.Random(damage.__name__)
    found = [letters(bytes(damage(bytearray(PDF), chance))) for _ in range(ROUNDS)]

    assert any(count < whole for count, _ in found), "no damage cost any text"
    assert all(is_told for count, is_told in found if count < whole)
