"""No shown letter of a Word file is booked as markup, and no hidden one as content.

The ledger adds up what the reader says of each letter; this asks an authority of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from pipeline.document.model import Block, Furniture, Heading, ListItem, Paragraph, Table
from pipeline.readers import read
from pipeline.readers.docx import body
from tests.e2e.shown_words import shown_letters
from tests.metamorphic.test_same_word_file_in_other_clothes import FILES
from tests.metamorphic.word_clothes import CHANGES, Change, in_other_clothes, in_strict_form
from tests.profiles import printed_samples
from tests.rendering.engines import ENGINES
from tests.rendering.matrix import corpus_profiles

# Of other parts of the file, or not shown; the rest of the furniture is.
_NOT_OF_THE_PAGE = (
    "running headers",
    "running footers",
    "notes",
    "comments",
    "hidden text",
    "placeholder text",
)


def _texts(blocks: tuple[Block, ...]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """(characters, origins) of all blocks of the main story."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _texts(cell.blocks)
        elif isinstance(block, Furniture) and block.kind in _NOT_OF_THE_PAGE:
            continue
        elif isinstance(block, Furniture | Heading | ListItem | Paragraph):
            yield block.text.chars, block.text.origins


def _kept(data: bytes) -> Counter[str]:
    """The letters of the file that the reader hands on, automatic numbers left out."""
    document = read(data)
    numbers = getattr(document.locator, "text", "")
    in_file = numbers[: _length_in_file(data)]
    return Counter(
        char
        for chars, origins in _texts(document.blocks)
        for char, origin in zip(chars, origins, strict=True)
        if char.strip()
        and char != "\u00ad"
        and 0 <= origin < len(in_file)
        and in_file[origin] == char
    )


def _length_in_file(data: bytes) -> int:
    from pipeline.readers.docx.package import open_package
    from pipeline.readers.docx.stories import Stories

    package = open_package(data)
    return len(Stories.of([package.main, *(part for _, part in package.stories())]).text)


def _differences(data: bytes) -> tuple[Counter[str], Counter[str]]:
    """The shown letters that are not handed on, and the letters handed on that are not shown."""
    shown, kept = shown_letters(data), _kept(data)
    return shown - kept, kept - shown


HOUSES = ENGINES["docx"].houses
PROFILE = "hulphondentrainer"


@pytest.mark.parametrize("source", FILES)
def test_the_files_at_hand(source) -> None:  # type: ignore[no-untyped-def]
    assert _differences(source.read_bytes()) == (Counter(), Counter())


@pytest.mark.parametrize("house", HOUSES)
def test_the_house_styles(house: str) -> None:
    engine, content = ENGINES["docx"], corpus_profiles()[PROFILE]
    (data,) = engine.printed([(content, engine.dressed(HOUSES[house], content))])

    assert _differences(data) == (Counter(), Counter())


SAMPLE = next(case.source for case in printed_samples() if case.source.suffix == ".docx")


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_is_written_in_another_way(change: Change) -> None:
    assert _differences(in_other_clothes(SAMPLE.read_bytes(), change)) == (Counter(), Counter())


def test_the_strict_form() -> None:
    assert _differences(in_strict_form(SAMPLE.read_bytes())) == (Counter(), Counter())


def test_a_reader_that_books_shown_text_as_deleted_is_found_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(body._INLINE_PARTS, "w:t", body.BodyReader._deleted)

    lost, _ = _differences(SAMPLE.read_bytes())

    assert lost
