"""The rules that a schema cannot say. Each is a small function that knows no other rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import is_dataclass
from datetime import date
from typing import Any

from pipeline.checks.node_rules import (
    codes_differ,
    codes_follow_what_holds_them,
    competencies_have_indicators,
    identifiers_are_unique,
    names_differ,
    numbers_count,
    sentences_are_not_repeated,
)
from pipeline.core import heartbeat, signs
from pipeline.core.diagnostics import Diagnostic
from pipeline.profile.codec import field_types
from pipeline.profile.identifiers import profile_id
from pipeline.profile.model import EQF_OF_NLQF, Profile

# The first profiles of this kind date from about 2001; a year beyond these is a misreading.
_FIRST_YEAR, _LAST_YEAR = 1995, 2060


def rule_findings(profile: Profile) -> list[Diagnostic]:
    """What is amiss in a profile by any rule, in the order of the rules."""
    findings: list[Diagnostic] = []
    for rule in RULES:
        heartbeat.beat()
        findings.extend(rule(profile))
    return findings


def the_name_is_given(profile: Profile) -> Iterator[Diagnostic]:
    """A profile without a name is of no occupation."""
    if not profile.name.strip():
        yield Diagnostic("BCP422", "expected a name, found none", pointer="/name")


def the_id_follows_name_and_version(profile: Profile) -> Iterator[Diagnostic]:
    """The id is made of name and version (or date), and may have a suffix that tells it apart."""
    expected = profile_id(profile.name, profile.version, profile.date)
    if profile.id != expected and not profile.id.startswith(f"{expected}-"):
        message = f"expected {expected!r}, with or without a suffix, found {profile.id!r}"
        yield Diagnostic("BCP423", message, pointer="/id")


def texts_are_clean(profile: Profile) -> Iterator[Diagnostic]:
    """No text has a control character, which XML forbids and no program shows."""
    for pointer, text in _texts(profile, ""):
        found = signs.CONTROL.search(text)
        if found is not None:
            message = f"control character U+{ord(found[0]):04X} at position {found.start() + 1}"
            yield Diagnostic("BCP424", message, pointer=pointer)


def _texts(value: Any, pointer: str) -> Iterator[tuple[str, str]]:
    """(pointer, text) of each text in a value of the model."""
    if isinstance(value, str):
        heartbeat.beat()
        yield pointer, value
        return
    for name, member in _members(value):
        yield from _texts(member, f"{pointer}/{name}")


def _members(value: Any) -> Sequence[tuple[str, Any]]:
    """(field or number, what is there) of a class or a list of the model."""
    if isinstance(value, str):
        return ()
    if isinstance(value, tuple):
        return [(str(number), member) for number, member in enumerate(value)]
    if not is_dataclass(value):
        return ()
    cls: Any = type(value)
    present = [(name, getattr(value, name)) for name in field_types(cls)]
    return [(name, member) for name, member in present if member is not None]


def dates_are_plausible(profile: Profile) -> Iterator[Diagnostic]:
    """Years lie in the time of these profiles; no source is younger than the profile."""
    dated = [(p, d) for p, d in _dates(profile) if not p.startswith("/derived/")]
    for pointer, written in dated:
        if not _FIRST_YEAR <= int(written[:4]) <= _LAST_YEAR:
            yield Diagnostic(
                "BCP412",
                f"the year of {written} is not between {_FIRST_YEAR} and {_LAST_YEAR}",
                pointer=pointer,
            )
    newest = max((written[:4] for _, written in dated), default="")
    for number, source in enumerate(profile.source_documents or ()):
        if newest and source.year is not None and source.year > int(newest):
            yield Diagnostic(
                "BCP412",
                f"the source of {source.year} is younger than the profile of {newest}",
                pointer=f"/source_documents/{number}/year",
            )


def legitimations_follow_the_document(profile: Profile) -> Iterator[Diagnostic]:
    """A legitimation has a date, and not that of an earlier edition.

    It may precede the document's by months: profiles are approved, then published.
    """
    for number, item in enumerate(profile.legitimations or ()):
        pointer = f"/legitimations/{number}"
        if not item.date:
            yield Diagnostic("BCP418", "the legitimation has no date", pointer=pointer)
            continue
        if profile.date and int(item.date[:4]) < int(profile.date[:4]) - 1:
            yield Diagnostic(
                "BCP418",
                f"legitimated on {item.date}, long before the document's date {profile.date}",
                pointer=f"{pointer}/date",
            )


def dates_exist(profile: Profile) -> Iterator[Diagnostic]:
    """A date to the day is in the calendar (the XSD can only tell its form)."""
    for pointer, written in _dates(profile):
        if len(written) == len("2026-03-25"):
            try:
                date.fromisoformat(written)
            except ValueError:
                yield Diagnostic("BCP421", f"there is no {written}", pointer=pointer)


def _dates(profile: Profile) -> list[tuple[str, str]]:
    """(pointer, date) of each date in the profile."""
    dated = [("/date", profile.date)]
    dated += [
        (f"/legitimations/{n}/date", item.date)
        for n, item in enumerate(profile.legitimations or ())
    ]
    if profile.derived is not None:
        dated.append(("/derived/legitimated_on", profile.derived.legitimated_on))
    return [(pointer, written) for pointer, written in dated if written]


def values_are_not_empty(profile: Profile) -> Iterator[Diagnostic]:
    """A key that is present has a value."""
    for pointer in _empty(profile, ""):
        # The label of an unplaced row is empty where the text had none; a competency
        # without indicators has a finding of its own.
        if not pointer.startswith("/unplaced/") and not pointer.endswith("/indicators"):
            yield Diagnostic("BCP415", f"{pointer} is empty", pointer=pointer)


def _empty(value: Any, pointer: str) -> Iterator[str]:
    """The pointer of each text, list and object without anything in it."""
    members = _members(value)
    if pointer and (value == "" or (not members and not isinstance(value, str | int))):
        yield pointer
    for name, member in members:
        yield from _empty(member, f"{pointer}/{name}")


def derived_values_follow(profile: Profile) -> Iterator[Diagnostic]:
    """What is derived follows from what it rests on."""
    derived = profile.derived
    if derived is None:
        return
    expected = EQF_OF_NLQF.get(profile.nlqf_level or "")
    if derived.eqf_level is not None and derived.eqf_level != expected:
        yield Diagnostic(
            "BCP419",
            f"EQF {derived.eqf_level} does not follow from NLQF {profile.nlqf_level or 'none'}",
            pointer="/derived/eqf_level",
        )
    latest = max((item.date for item in profile.legitimations or () if item.date), default=None)
    if derived.legitimated_on is not None and derived.legitimated_on != latest:
        yield Diagnostic(
            "BCP419",
            f"{derived.legitimated_on} is not the latest legitimation ({latest or 'none'})",
            pointer="/derived/legitimated_on",
        )
    for number, item in enumerate(derived.requirements or ()):
        if item.text not in _text_at(profile, item.pointer):
            yield Diagnostic(
                "BCP419",
                f"{item.pointer} does not hold the sentence",
                pointer=f"/derived/requirements/{number}",
            )


def _text_at(profile: Profile, pointer: str) -> str:
    """The text that a JSON Pointer names, or all that is below it; empty where nothing is."""
    value: Any = profile
    for part in pointer.split("/")[1:]:
        value = dict(_members(value)).get(part)
    return "\n".join(text for _, text in _texts(value, ""))


RULES: tuple[Callable[[Profile], Iterator[Diagnostic]], ...] = (
    the_name_is_given,
    the_id_follows_name_and_version,
    texts_are_clean,
    numbers_count,
    codes_differ,
    codes_follow_what_holds_them,
    names_differ,
    dates_exist,
    dates_are_plausible,
    legitimations_follow_the_document,
    sentences_are_not_repeated,
    competencies_have_indicators,
    values_are_not_empty,
    identifiers_are_unique,
    derived_values_follow,
)
