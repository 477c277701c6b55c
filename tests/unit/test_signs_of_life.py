"""Whoever works on a long document says so again and again: no sound document is silent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextvars import ContextVar

import pytest

from pipeline.checks.rules import rule_findings
from pipeline.checks.schema import schema_findings
from pipeline.conversion import convert_bytes
from pipeline.core import heartbeat
from pipeline.families import load_families
from pipeline.interpret.interpret import interpret
from pipeline.profile.codec import profile_to_plain
from pipeline.readers import read
from pipeline.writers.order import order_of
from tests.unit.readers.docx.words import p, r, table, word_file

Beats = Callable[[], int]
_GENERAL = (("Naam BCP", "Kok (niveau 4)"), ("Datum", "2 maart 2026"), ("Versie", "3"))
_TITLE = "Beroepscompetentieprofiel Kok"


def rows(roles: int) -> Iterator[tuple[str, str]]:
    """The rows of a profile with so many roles."""
    yield from _GENERAL
    for number in range(1, roles + 1):
        yield f"{number}. De kok als gastheer {number}", ""
        yield "Beschrijving van de rol", f"De kok ontvangt {number} gasten."
        yield "Afbreukrisico", f"Gast {number} blijft weg."


def as_tabbed(roles: int) -> bytes:
    """The profile as tabbed text."""
    lines = (f"{label}\t{value}" for label, value in rows(roles))
    return "\n".join((_TITLE, "", *lines)).encode()


def as_markdown(roles: int) -> bytes:
    """The profile as a table of pipes."""
    lines = (f"| {label} | {value} |" for label, value in rows(roles))
    return "\n".join((f"# {_TITLE}", "", "| | |", "|---|---|", *lines)).encode()


def as_page(roles: int) -> bytes:
    """The profile as a web page."""
    cells = "".join(f"<tr><td>{label}<td>{value}" for label, value in rows(roles))
    return f"<html><h1>{_TITLE}</h1><table>{cells}</table>".encode()


def as_word(roles: int) -> bytes:
    """The profile as a Word file."""
    cells = ([p(r(label)), p(r(value))] for label, value in rows(roles))
    return word_file(p(r(_TITLE)) + table(*cells))


def as_lines(count: int) -> bytes:
    """A web page without a table."""
    return b"<html>" + b"<p>Attitude<br>" * count


def as_items(count: int) -> bytes:
    """Markdown without a table."""
    return b"# Kok\n" + b"- een\n\nTwee\ndrie\n\n" * count


def as_paragraphs(count: int) -> bytes:
    """A Word file without a table."""
    return word_file(p(r("Attitude")) * count)


PROFILES = (as_tabbed, as_markdown, as_page, as_word)


@pytest.fixture
def beats(monkeypatch: pytest.MonkeyPatch) -> Beats:
    """How many signs of life there were since this was asked last."""
    heard: list[None] = []
    listeners = ContextVar("listeners", default=(lambda: heard.append(None),))
    monkeypatch.setattr(heartbeat, "_listeners", listeners)

    def since() -> int:
        count = len(heard)
        heard.clear()
        return count

    return since


@pytest.mark.parametrize("made", [*PROFILES, as_lines, as_items, as_paragraphs])
def test_readers_beat_as_often_as_a_document_is_long(
    made: Callable[[int], bytes], beats: Beats
) -> None:
    read(made(20))
    few = beats()
    read(made(200))
    many = beats()

    assert 200 <= many <= 200 * 40
    assert 8 <= (many - 2) / few <= 12


@pytest.mark.parametrize("made", PROFILES)
def test_so_does_what_makes_a_profile_of_it(made: Callable[[int], bytes], beats: Beats) -> None:
    counts = []
    for roles in (20, 200):
        document = read(made(roles))
        beats()
        interpret(document, load_families())
        counts.append(beats())

    assert counts[1] >= 200 * 3
    assert 7 <= counts[1] / counts[0] <= 12


@pytest.mark.parametrize("stage", ["schema", "rules", "json", "xml"])
def test_so_do_checks_and_writers(stage: str, beats: Beats) -> None:
    counts: list[int] = []
    for roles in (20, 200):
        found = convert_bytes(as_tabbed(roles), "x.txt")
        plain = profile_to_plain(found.profile)
        beats()
        if stage == "schema":
            schema_findings(plain)
        elif stage == "rules":
            rule_findings(found.profile)
        else:
            order_of([stage]).files_of(found.profile, found.trace)
        counts.append(beats())

    assert counts[1] >= 200
    assert 5 <= counts[1] / counts[0] <= 12
