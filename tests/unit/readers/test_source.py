"""Bytes to text: encodings told by their bytes, lines and columns, the account of characters."""

from __future__ import annotations

import codecs

import pytest

from pipeline.core.diagnostics import Place
from pipeline.core.errors import DocumentError
from pipeline.readers import read
from pipeline.readers.source import Account, LineLocator, SourceText, control_characters, decode

DUTCH = "Naam BCP:\tCoördinator café\nDatum:\t2 maart ’26\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (DUTCH.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + DUTCH.encode("utf-8"), "utf-8"),
        (DUTCH.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_LE + DUTCH.encode("utf-16-le"), "utf-16-le"),
        (DUTCH.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF16_BE + DUTCH.encode("utf-16-be"), "utf-16-be"),
        (DUTCH.encode("cp1252"), "cp1252"),
        (b"zuiver ASCII", "utf-8"),
    ],
    ids=[
        "UTF-8", "UTF-8 with mark", "UTF-16 LE", "UTF-16 LE with mark",
        "UTF-16 BE", "UTF-16 BE with mark", "Windows-1252", "ASCII",
    ],
)  # fmt: skip
def test_the_encoding_is_told_by_the_bytes(data: bytes, encoding: str) -> None:
    source = decode(data)

    assert source.encoding == encoding
    assert source.text in (DUTCH, "zuiver ASCII")
    assert source.findings == ()


def test_a_byte_order_mark_is_no_character_of_the_text() -> None:
    assert decode(codecs.BOM_UTF8 + b"Naam").text == "Naam"


def test_the_signs_that_windows_has_beyond_latin_1_are_read() -> None:
    assert decode(b"\x80 5 \x96 \x93leer\x94 \x92s avonds").text == "€ 5 – “leer” ’s avonds"


def declared(charset: str, text: str, encoding: str) -> list[str]:
    page = f'<html><head><meta charset="{charset}"></head><body><p>{text}</p></body></html>'
    return [f"{f.code} {f.message}" for f in decode(page.encode(encoding)).findings]


def test_a_false_declaration_is_reported_with_both_names() -> None:
    assert declared("windows-1252", "café", "utf-8") == [
        "BCP104 declared as windows-1252, read as utf-8"
    ]


def test_a_page_that_declares_utf_8_over_windows_bytes_is_read_and_reported() -> None:
    assert declared("utf-8", "café", "cp1252") == ["BCP104 declared as utf-8, read as cp1252"]


def test_a_declaration_in_an_older_form_counts_too() -> None:
    page = (
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>caf\xe9</p>'
    )

    assert decode(page.encode("cp1252")).findings == ()
    assert [f.code for f in decode(page.encode("utf-8")).findings] == ["BCP104"]


@pytest.mark.parametrize("charset", ["iso-8859-1", "ISO-8859-15", "windows-1252"])
def test_the_names_that_windows_text_goes_by_are_no_contradiction(charset: str) -> None:
    assert declared(charset, "café", "cp1252") == []


def test_a_declaration_does_not_matter_where_all_is_ascii() -> None:
    assert declared("iso-8859-1", "cafe", "utf-8") == []


def test_an_unknown_declaration_is_reported() -> None:
    assert declared("x-unheard-of", "café", "utf-8") == [
        "BCP104 declared as x-unheard-of, read as utf-8"
    ]


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\x00\x00"])
def test_what_holds_no_text_is_refused_as_empty(data: bytes) -> None:
    with pytest.raises(DocumentError) as refusal:
        decode(data)
    assert refusal.value.code == "BCP101"


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_mark_without_text_is_refused_as_empty(mark: bytes) -> None:
    with pytest.raises(DocumentError) as refusal:
        read(mark)
    assert refusal.value.code == "BCP101"


# Bytes that are damaged.


def told(data: bytes) -> list[str]:
    """The findings about the encoding of some bytes."""
    return [f"{f.code} {f.place}: {f.message}" for f in decode(data).findings]


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_one_bad_byte_in_utf_8_costs_one_character_and_is_told(mark: bytes) -> None:
    data = mark + "één café\nin de".encode() + b"\xeb" + b"\nstraat"

    assert decode(data).text == "één café\nin de\ufffd\nstraat"
    assert told(data) == ["BCP110 line 2, column 6: what is no character of utf-8 stands as \ufffd"]


def test_bad_bytes_are_counted_and_so_is_what_was_lost_before() -> None:
    data = "één, twee\ufffd, drië en vier".encode() + b"\xe9"

    assert told(data) == [
        "BCP110 line 1, column 10: what is no character of utf-8 stands as \ufffd "
        "(and at 1 more places)"
    ]


def test_where_damage_outweighs_what_is_sound_the_bytes_are_no_utf_8() -> None:
    assert decode("één café, naïef: é".encode("cp1252") + "ë".encode()).encoding == "cp1252"


def test_a_byte_that_windows_has_no_sign_for_is_a_control_character() -> None:
    assert decode(b"caf\xe9\x81").text == "café\x81"


def test_bytes_that_no_encoding_fits_are_refused_with_their_number() -> None:
    with pytest.raises(DocumentError, match="no utf-8: 4 of 14 cannot be read") as refusal:
        decode(codecs.BOM_UTF8 + b"\xe9\xe9\xe9\xe9 au lait x")
    assert refusal.value.code == "BCP103"


# What pages declare.


def page(head: str, body: bytes) -> bytes:
    return head.encode() + b"<p>" + body + b"</p>"


@pytest.mark.parametrize(
    ("head", "body", "read_as"),
    [
        ('<?xml version="1.0" encoding="iso-8859-15"?>', b"\xa4 5", "€ 5"),
        ("<?xml version='1.0' encoding='ISO-8859-2' ?>", b"\xa3\xf3d\xbc", "Łódź"),
        ("<meta charset=latin2>", b"\xa3\xf3d\xbc", "Łódź"),
        ("<META CHARSET='x-mac-roman'>", b"caf\x8e", "café"),
        ("<meta content='text/html; charset=l9' http-equiv=Content-Type>", b"\xa4 5", "€ 5"),
        ("<meta charset=us-ascii>", b"\x80 5", "€ 5"),
        ("<meta charset=utf-16>", "café".encode(), "café"),
        ("<!-- <meta charset=latin2> -->", b"\xa3 5", "£ 5"),
        ("<meta name=x content='charset=latin2'>", b"\xa3 5", "£ 5"),
        ("<script>'<meta charset=latin2>'</script>", b"\xa3 5", "£ 5"),
        ("<meta charset=windows-1250><?xml encoding='utf-8'?>", b"\xa3\xf3d\x9f", "Łódź"),
    ],
)
def test_a_declared_encoding_is_the_one_that_browsers_take(
    head: str, body: bytes, read_as: str
) -> None:
    source = decode(page(head, body))

    assert source.text.endswith(f"<p>{read_as}</p>")
    assert source.findings == ()


def test_signs_of_windows_in_a_page_of_another_name_are_read_and_told() -> None:
    data = page("<meta charset=iso-8859-15>", b"\x91s avonds")

    assert decode(data).text.endswith("<p>‘s avonds</p>")
    assert told(data) == ["BCP104 None: declared as iso-8859-15, read as cp1252"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp1252"])
def test_a_carriage_return_alone_ends_a_line_and_no_offset_moves(encoding: str) -> None:
    written = "Naam BCP:\tCoördinator café\rDatum:\t2 mei ’26\r\rSlot"

    source = decode(written.encode(encoding))

    assert source.text == written.replace("\r", "\n")
    assert LineLocator.of(source.text).position(written.index("Slot")) == (4, 1)


@pytest.mark.parametrize("written", ["een\r\ntwee", "een\r\r\ntwee"])
def test_a_carriage_return_before_a_line_feed_ends_no_line_of_its_own(written: str) -> None:
    assert decode(written.encode()).text == written


# Lines and columns.


def test_lines_and_columns_count_from_one() -> None:
    locator = LineLocator.of("een\ntwee\n")

    assert [locator.position(offset) for offset in (0, 2, 4, 7)] == [(1, 1), (1, 3), (2, 1), (2, 4)]


def test_a_place_is_told_for_each_line_with_characters() -> None:
    locator = LineLocator.of("een\ntwee\n\ndrie", {12: 14})

    assert locator.places([1, 2, 4, 7, 12]) == (
        Place(1, 2, 1, 4),
        Place(2, 1, 2, 5),
        Place(4, 3, 4, 5),
    )
    assert locator.places([3, 4]) == (Place(1, 4, 1, 5), Place(2, 1, 2, 2))


def test_the_carriage_return_belongs_to_its_line() -> None:
    assert LineLocator.of("een\r\ntwee").position(5) == (2, 1)


def test_a_stretch_over_lines_has_one_place_a_line() -> None:
    places = LineLocator.of("een twee\ndrie").places([4, 5, 6, 7, 9, 10])

    assert [(p.line, p.column, p.end_line, p.end_column) for p in places] == [
        (1, 5, 1, 9),
        (2, 1, 2, 3),
    ]


def test_a_place_reaches_to_the_end_of_a_character_reference() -> None:
    (place,) = LineLocator.of("a&eacute;b", {1: 9}).places([0, 1])

    assert (place.column, place.end_column) == (1, 10)


# The account.


def test_the_account_counts_markup_by_kind_without_white_space() -> None:
    account = Account("<p> tekst</p>")
    account.markup(0, 4, "tags")
    account.markup(9, 13, "tags")

    assert account.totals(range(4, 9)) == (12, {"tags": 7})


def test_the_first_kind_of_a_character_stands_and_content_is_no_markup() -> None:
    account = Account("abc")
    account.markup(0, 2, "tags")
    account.markup(0, 3, "rules")

    assert account.totals([1]) == (3, {"rules": 1, "tags": 1})


def test_what_is_neither_content_nor_markup_shows_as_missing() -> None:
    visible, markup = Account("abc").totals([0])

    assert visible - sum(markup.values()) - 1 == 2


def test_control_characters_become_blanks_and_are_reported_with_their_place() -> None:
    source = SourceText("een\ntw\x0bee", "utf-8")
    account = Account(source.text)

    text, (finding,) = control_characters(source, account)

    assert text == "een\ntw ee"
    assert finding.code == "BCP105"
    assert str(finding.place) == "line 2, column 3"
    # Python counts U+000B as white space, and white space is in no sum.
    assert account.totals([]) == (7, {})


def test_a_control_character_that_is_visible_is_markup() -> None:
    source = SourceText("a\x07b", "utf-8")
    account = Account(source.text)
    control_characters(source, account)

    assert account.totals([0, 2]) == (3, {"control characters": 1})


def test_tabs_and_line_ends_are_no_control_characters() -> None:
    source = SourceText("a\tb\r\nc\fd", "utf-8")

    assert control_characters(source, Account(source.text)) == (source.text, [])


def test_a_carriage_return_alone_ends_a_line() -> None:
    found = decode(b"Naam:\tKok\rDatum:\t2026\r")

    assert found.text.split("\n") == ["Naam:\tKok", "Datum:\t2026", ""]
