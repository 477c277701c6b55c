"""Font programs tell the emphasis of their face, or nothing."""

from __future__ import annotations

import pytest

from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.pdf.engine.fonts import style_of_name
from pipeline.readers.pdf.engine.programs import style_of_program
from tests.unit.readers.pdf.engine.font_files import font_file, head


def program(style: int, before: tuple[str, ...] = ("cmap",)) -> bytes:
    """A font program with a `head` table of this style, after the entries of others."""
    return font_file(**dict.fromkeys(before, b""), head=head(style))


@pytest.mark.parametrize(
    ("style", "expected"), [(0, 0), (1, BOLD), (2, ITALIC), (3, BOLD | ITALIC), (4, 0)]
)
def test_the_style_is_that_of_the_head_table(style: int, expected: int) -> None:
    assert style_of_program(program(style)) == expected
    assert style_of_program(program(style, ())) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\0\1", program(3)[:30], program(3)[:34], program(3)[:-9], program(3)[:-10],
        program(3).replace(b"head", b"hdmx"),
    ],
)  # fmt: skip
def test_a_program_that_is_cut_or_has_no_head_tells_nothing(data: bytes) -> None:
    assert style_of_program(data) == 0


def test_a_program_that_ends_with_its_style_tells_it() -> None:
    assert style_of_program(program(3)[:-8]) == BOLD | ITALIC


def test_a_table_that_the_list_does_not_count_is_none() -> None:
    two = program(3)

    assert style_of_program(two[:4] + b"\0\1" + two[6:]) == 0


def test_of_a_list_of_tables_without_end_sixty_four_are_looked_at() -> None:
    def after(count: int) -> int:
        return style_of_program(program(1, tuple(f"t{n:03}" for n in range(count))))

    assert (after(63), after(64)) == (BOLD, 0)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("NimbusRomNo9L-Medi", BOLD),
        ("NimbusRomNo9L-MediItal", BOLD | ITALIC),
        ("URWGothicL-BookObli", ITALIC),
        ("Oblik-Regular", 0),
        ("HelveticaNeue-Medium", 0),
        ("Medina-Regular", 0),
    ],
)
def test_faces_of_urw_are_known_by_their_names(name: str, expected: int) -> None:
    assert style_of_name(name) == expected
