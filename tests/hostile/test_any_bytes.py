"""For any bytes the result is a conversion or one clear error, in bounded time; nothing else."""

from __future__ import annotations

import codecs
import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import Conversion, DocumentError, convert_bytes
from pipeline.core.catalogue import CATALOGUE
from tests.suites import examples
from tests.waiting import processor_seconds

HOSTILE = examples(fast=60, slow=400)
# Of computing time, however busy the machine is. A real profile takes a tenth of a second, and the
# slowest of these four seconds; what has no bound takes minutes.
SECONDS = 30.0

PROFILE = (
    "Beroepscompetentieprofiel Watersportsector - Havenmeester\n\nNaam BCP:\tHavenmeester (niveau 4)\n"  # noqa: E501
    "Datum:\t2 maart '26\nVersie:\t3\nOntwikkeld door:\tWaterraad\nAttitude\t<p>Zij zijn:</p>• open "  # noqa: E501
    "• eerlijk\n\n4. Rollen en competenties\n\n1. De havenmeester als gastheer\t\nCompetenties\t"
    "<p><i>Samenwerken</i></p><p>Luistert goed Vraagt door</p>\nAfbreukrisico\tSchade.\n"
)


def outcome(data: bytes) -> str:
    """`converted`, or the code of the refusal; anything else is raised."""
    try:
        conversion = convert_bytes(data, "profiel.txt")
    except DocumentError as error:
        assert error.code in CATALOGUE
        assert error.message
        return error.code
    assert isinstance(conversion, Conversion)
    assert conversion.ledger.missing >= 0
    return "converted"


def page(body: str) -> bytes:
    """A page that is recognised as a profile, with this body."""
    rows = "".join(
        f"<tr><td>{label}<td>{value}"
        for label, value in (line.split("\t") for line in PROFILE.splitlines()[2:6])
    )
    # A row that lists a role, and opens none: the body stands in the profile.
    rows += "<tr><td>Overzicht rollen<td>1. Gastheer"
    return f"<h1>BCP Havenmeester</h1><table>{rows}</table>{body}".encode()


def tabs(rows: str) -> bytes:
    """A tabbed text that is recognised as a profile, with these rows."""
    return (PROFILE + rows).encode()


NASTY: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "a null byte": lambda: b"\0",
    "null bytes": lambda: b"\0" * 100_000,
    "null bytes in a profile": lambda: PROFILE.encode().replace(b"3", b"\0\0\0"),
    "every byte": lambda: bytes(range(256)),
    "every byte many times": lambda: bytes(range(256)) * 2_000,
    "line ends only": lambda: b"\r\n" * 50_000,
    "a mark only": lambda: codecs.BOM_UTF16_LE,
    "half a character of UTF-16": lambda: codecs.BOM_UTF16_LE + b"a",
    "lone surrogates": lambda: codecs.BOM_UTF16_LE + b"a\x00\x00\xd8b\x00\x00\xdc",
    "surrogates in the wrong order": lambda: codecs.BOM_UTF16_BE + b"\xdc\x00\xd8\x00\x00a",
    "a surrogate by its number": lambda: page("<p>a&#xD800;b</p>"),
    "a profile in UTF-16": lambda: PROFILE.encode("utf-16"),
    "a profile cut in two": lambda: PROFILE.encode("utf-16")[:501],
    "a profile twice": (PROFILE * 2).encode,
    "a quarter of a megabyte of opened tags": lambda: b"<" * 250_000,
    "deep nesting": lambda: page("<div>" * 10_000 + "x"),
    "nesting up to the limit": lambda: page("<div>" * 250 + "x"),
    "nested emphasis up to the limit": lambda: page("<p>" + "<b><i>" * 120 + "x"),
    "nested lists up to the limit": lambda: page("<ul><li>" * 120 + "x"),
    "nested tables up to the limit": lambda: page("<table><tr><td>" * 80 + "x"),
    "nested definitions up to the limit": lambda: page("<dl><dt>a<dd>" * 80 + "x"),
    "deep nesting in a cell": lambda: tabs("Complexiteit\t" + "<b>" * 10_000 + "x"),
    "unclosed everything": lambda: page(
        "<table><tr><td><ul><li><p><b><i><span><dl><dt><dd><h2><nav><ol><caption><del" * 3
    ),
    "many unclosed paragraphs": lambda: page("<p>x" * 4_000),
    "end tags only": lambda: page("</p></td></tr></table></ul></li></div></b>" * 1_000),
    "many unclosed items": lambda: page("<ul>" + "<li>x" * 5_000),
    "a huge rowspan": lambda: page("<table><tr><td rowspan=99999999999>a<td>b</table>"),
    "huge spans everywhere": lambda: page(
        "<table>" + "<tr>" + "<td rowspan=65534 colspan=1000>x" * 20 + "</table>"
    ),
    "a thousand columns": lambda: page("<table>" + ("<tr>" + "<td>x" * 1_000) * 5 + "</table>"),
    "a thousand columns of labels": lambda: tabs("Versie\t" * 1_000),
    "a thousand tabs": lambda: tabs("\t" * 1_000 + "x"),
    "many blank rows": lambda: tabs("\t\n" * 50_000),
    "many blank rows of HTML": lambda: page("<table>" + "<tr><td><td>" * 10_000 + "</table>"),
    "many rows": lambda: tabs("Rijbewijs\tB\n" * 1_000),
    "many labels": lambda: tabs("Attitude\tOpen\n" * 1_000),
    "many roles": lambda: tabs("1. De havenmeester als gast\t\nAfbreukrisico\tx\n" * 300),
    "only references": lambda: page("&amp;" * 50_000),
    "references without end": lambda: page("<p>" + "&#" * 20_000),
    "references to nothing": lambda: page("<p>&nothing;&;&#;&#x;&#99999999999;"),
    "right to left": lambda: tabs("Complexiteit\t" + "\u202eשלום مرحبا\u202c " * 500),
    "combining marks": lambda: tabs("Complexiteit\ta" + "\u0301" * 20_000),
    "invisible characters": lambda: tabs("Complexiteit\t" + "\u200b\u00ad" * 20_000),
    "wide characters": lambda: tabs("Complexiteit\t" + "\U0001f6a2" * 20_000),
    "a very long line": lambda: tabs("Complexiteit\t" + "woord " * 30_000),
    "a very long word": lambda: tabs("Complexiteit\t" + "a" * 300_000),
    "a very long label": lambda: tabs("Complexiteit" * 10_000 + "\tx"),
    "a long flattened list": lambda: tabs("Competenties\t<p><i>Samenwerken</i> " + "Luistert goed " * 1_500),  # noqa: E501
    "a long list of names": lambda: tabs("Verwante beroepen\t" + "Teamleider logistiek " * 1_000),
    "many capitals": lambda: tabs("Verwante beroepen\t" + "A B C D " * 1_000),
    "many bullets": lambda: tabs("Complexiteit\t" + "• x " * 10_000),
    "many numbers": lambda: tabs("Complexiteit\t" + "".join(f"{n}. X " for n in range(1, 90)) * 30),
    "many dates": lambda: tabs("Legitimering\t" + "Bestuur op 1 mei 2024; " * 1_000),
    "many commas": lambda: tabs("Ontwikkeld door\t" + "A, " * 10_000),
    "many spaces before a word": lambda: tabs("Naam BCP\tKok" + " " * 50_000 + "x"),
    "many sources": lambda: tabs("Arbeidsmarkt\t" + "Bron: " * 5_000),
    "many digits": lambda: tabs("Datum\t" + "1-" * 20_000),
    "a wrapped text": lambda: tabs("Attitude\t" + "een regel die<br>" * 5_000),
    "hyphens at line ends": lambda: tabs("Attitude\t" + "vaardig-<br>heden<br>" * 3_000),
    "Markdown of stars": lambda: b"# BCP\n\n" + b"*" * 20_000,
    "Markdown of stars and letters": lambda: b"# BCP\n\n" + b"*a" * 5_000,
    "Markdown of brackets": lambda: b"# BCP\n\n" + b"[" * 5_000,
    "Markdown of open links": lambda: b"# BCP\n\n" + b"[a](" * 3_000,
    "Markdown of backticks": lambda: b"# BCP\n\n" + b"`a" * 5_000,
    "Markdown of pipes": lambda: b"|" * 50_000 + b"\n|-|-|\n",
    "Markdown of dashes": lambda: b"# BCP\n\n" + b"- " * 20_000 + b"x",
    "Markdown of escapes": lambda: b"# BCP\n\n" + b"|\\" * 5_000 + b"|a|",
    "a comment without end": lambda: page("<!--" + "-" * 50_000),
    "a tag without end": lambda: page("<p " + "a='b' " * 10_000),
    "an attribute without end": lambda: page("<p a='" + "x" * 100_000),
    "a script without end": lambda: page("<script>" + "<" * 50_000),
    "a page of one element in another": lambda: page("<main><p>x</p></main>" * 500),
    "a PDF": lambda: b"%PDF-1.7\n" + b"\0" * 1_000,
    "a ZIP": lambda: b"PK\x03\x04" + b"\0" * 1_000,
}  # fmt: skip


SLOW = (
    "a long flattened list", "a quarter of a megabyte of opened tags", "a thousand columns",
    "a very long word", "a wrapped text", "hyphens at line ends", "many blank rows of HTML",
    "many bullets", "many unclosed items", "many unclosed paragraphs", "only references",
    "Markdown of pipes",
)  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.slow if name in SLOW else ()) for name in NASTY],
)
def test_a_nasty_file_is_converted_or_refused_without_much_computing(name: str) -> None:
    data = NASTY[name]()
    results: list[str] = []

    seconds = processor_seconds(lambda: results.append(outcome(data)))

    assert results == ["converted"] or results[0].startswith("BCP")
    assert seconds < SECONDS


@given(st.binary(max_size=300))
@HOSTILE
def test_any_bytes_are_converted_or_refused(data: bytes) -> None:
    assert outcome(data) == "converted" or CATALOGUE[outcome(data)].severity == "error"


@given(st.binary(max_size=60), st.integers(0, len(PROFILE.encode())))
@HOSTILE
def test_a_profile_with_any_bytes_in_it_is_converted_or_refused(data: bytes, at: int) -> None:
    profile = PROFILE.encode()

    assert outcome(profile[:at] + data + profile[at:])


@given(st.text(max_size=60), st.sampled_from(["Naam BCP", "Datum", "Niveau", "Versie", "Attitude"]))
@HOSTILE
def test_a_profile_with_any_text_in_a_cell_is_converted_or_refused(text: str, label: str) -> None:
    rows = f"{label}\t{text}\n"

    assert outcome((PROFILE + rows).encode("utf-8", "surrogatepass"))


SNIPPETS = (
    "<p> </p> <b> </b> <br> <ul> <li> </ul> <ol start=x> <table> <tr> <td rowspan=3> <td colspan=0> "  # noqa: E501
    "</table> <h2> </h2> <dl> <dt> <dd> </dl> <nav> </nav> <del> <!-- --> <script> </script> "
    "&amp; &#x; &#0; • 1. - Attitude Competenties Kan Versie: 3 \n \f é"
).split(" ")


def test_heaps_of_markup_are_converted_or_refused() -> None:
    chance = random.Random(20260302)
    for _ in range(60):
        body = " ".join(chance.choices(SNIPPETS, k=40))

        assert outcome(page(body)) == "converted"
        assert outcome(tabs(body)) == "converted"
