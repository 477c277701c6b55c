"""Content streams to operations, byte by byte."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.readers.pdf.engine.source import object_at
from pipeline.readers.pdf.engine.syntax import (
    Name,
    Properties,
    String,
    Strings,
    name_of,
    number_of,
    numbers_of,
    operations,
    string_of,
)


def read(data: bytes) -> list[tuple[bytes, list[Any]]]:
    return list(operations(data, object_at))


def test_operands_stand_before_their_operator_with_or_without_room() -> None:
    assert read(b"q 1 0 0 -1.5 +.5 2. cm/F1 12 Tf(a)Tj T*[(b)]TJ") == [
        (b"q", []),
        (b"cm", [1.0, 0.0, 0.0, -1.5, 0.5, 2.0]),
        (b"Tf", [Name("F1"), 12.0]),
        (b"Tj", [String(b"(a)")]),
        (b"T*", []),
        (b"TJ", [Strings(b"[(b)]")]),
    ]


def test_null_bytes_are_white_space_and_comments_are_none() -> None:
    assert read(b"1\0000 % 7 g (\n\0g\0") == [(b"g", [1.0, 0.0])]


def test_the_strings_of_an_array_stand_with_the_numbers_behind_them() -> None:
    array = Strings(rb"[ -5 (a\)b) 3 <00 41>(c(d)e)-2.5]")

    assert array.parts() == [
        (b"", b"-5"), (rb"(a\)b)", b"3"), (b"<00 41>", b""), (b"(c(d)e)", b"-2.5"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        (rb"(a\)b\(c\\)", b"a)b(c\\"),
        (rb"(\101\60\3x)", b"A0\x03x"),
        (rb"(\777)", b"\xff"),
        (rb"(\n\r\t\b\f\q)", b"\n\r\t\b\fq"),
        (rb"(\8)", b"8"),
        (b"(a\\\r\nb\\\nc)", b"abc"),
        (b"(a\r\nb\rc)", b"a\nb\nc"),
        (b"<48 65\n6C>", b"Hel"),
        (b"<484>", b"H@"),
        (b"", b""),
    ],
)
def test_strings_mean_what_their_escapes_and_digits_say(raw: bytes, meant: bytes) -> None:
    assert string_of(raw) == meant


def test_property_lists_are_kept_as_they_are_written() -> None:
    ((operator, (tag, found)),) = read(b"/P <</Lang (nl>) /MCID 12 /A [1 2]>> BDC")

    assert (operator, tag) == (b"BDC", Name("P"))
    assert isinstance(found, Properties)
    assert found.number(b"MCID") == 12
    assert found.number(b"Other") is None


def test_what_is_nested_deeper_is_left_to_a_parser() -> None:
    ((_, (_, found)),) = read(b"/P <</A <</B <</C 1>>>> /MCID 3>> BDC")
    ((_, (string,)),) = read(b"(a(b(c(d)e)f)g) Tj")

    assert found["MCID"] == 3
    assert string == b"a(b(c(d)e)f)g"


def test_a_string_that_never_ends_does_not_swallow_the_rest() -> None:
    assert [operator for operator, _ in read(b"q (abc Tj Q")] == [b"q", b"abc", b"Tj", b"Q"]


def test_an_array_or_list_is_read_over_any_cut_between_its_tokens() -> None:
    assert read(b"[(a)\n-3\n(b)]\nTJ /P <<\n/MCID\n0\n>>\nBDC") == [
        (b"TJ", [Strings(b"[(a)\n-3\n(b)]")]),
        (b"BDC", [Name("P"), Properties(b"\n/MCID\n0\n")]),
    ]


def test_a_picture_in_the_stream_ends_where_operators_follow() -> None:
    data = b"BI /W 2 /H 2 ID \x00 EI\xff\x80 EI \x90\x00 EI Q (b) Tj"

    assert [operator for operator, _ in read(data)] == [b"BI", b"EI", b"Q", b"Tj"]


def test_a_picture_that_never_ends_takes_all_that_is_left() -> None:
    assert [operator for operator, _ in read(b"BI /W 2 ID abc (b) Tj")] == [b"BI", b"EI"]


def test_numbers_that_are_written_wrong_give_what_can_be_read() -> None:
    assert numbers_of(b"1.-5 --3 4") == [1.0, -5.0, -3.0, 4.0]
    assert number_of(b"-") == 0.0
    assert number_of(b"12 13") == 12.0


def test_names_may_hold_signs_by_their_codes() -> None:
    assert name_of(b"A#20B#C3#A9") == "A Bé"
    assert name_of(b"\xe9") == "é"


def test_numbers_without_end_are_not_kept() -> None:
    ((_, operands),) = read(b"[] " * 500 + b"f")

    assert len(operands) == 64


def test_truth_and_nothing_are_operands() -> None:
    assert read(b"/IM true /A false /B null x") == [
        (b"x", [Name("IM"), True, Name("A"), False, Name("B"), None])
    ]
