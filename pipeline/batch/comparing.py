"""Differences in the form that was asked for: text, JSON, a web page, a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.batch.versions import Differences
from pipeline.contract.comparison_records import ComparisonFile
from pipeline.contract.records import record_to_plain
from pipeline.core.text import one_line
from pipeline.core.versions import COMPARISON
from pipeline.profile.model import Profile
from pipeline.writers.comparison_page import page_of
from pipeline.writers.comparison_sheet import workbook_of
from pipeline.writers.comparison_text import lines_of
from pipeline.writers.json_profile import json_bytes

Plain = dict[str, object]


def comparison_text(found: Differences, form: str) -> str:
    """The differences for standard output: as text, or as JSON (a list where there are several)."""
    if form == "json":
        plain = [_plain(comparison) for comparison in found.comparisons]
        return json_bytes(plain[0] if len(plain) == 1 else plain).decode()
    lines = [line for comparison in found.comparisons for line in lines_of(comparison)]
    return "".join(f"{one_line(line)}\n" for line in (*lines, *unpaired(found)))


def comparison_files(
    found: Differences, form: str, target: Path, *, is_folder: bool
) -> dict[str, bytes]:
    """The files by their path: one of that name, or in a folder one for each pair.

    A workbook holds all pairs, in a folder under the name `verschillen.xlsx`.
    """
    if form == "xlsx":
        name = "verschillen.xlsx" if is_folder else target.name
        return {name: workbook_of(found.comparisons)}
    if not is_folder:
        (comparison,) = found.comparisons
        return {target.name: _bytes(comparison, form)}
    endings = {"html": "html", "json": "json", "text": "txt"}
    files: dict[str, bytes] = {}
    for comparison in found.comparisons:
        name, number = comparison.new.id, 1
        while f"{name}.{endings[form]}" in files:
            # One profile in two forms has one id.
            number += 1
            name = f"{comparison.new.id}-{number}"
        files[f"{name}.{endings[form]}"] = _bytes(comparison, form)
    return files


def _bytes(comparison: ComparisonFile, form: str) -> bytes:
    if form == "html":
        return page_of(comparison)
    if form == "json":
        return json_bytes(_plain(comparison))
    return "".join(f"{line}\n" for line in lines_of(comparison)).encode()


def _plain(comparison: ComparisonFile) -> Plain:
    return {"$schema": COMPARISON.uri, **record_to_plain(comparison)}


def unpaired(found: Differences) -> Iterator[str]:
    """A line for each profile that only one side has."""
    for profiles, what in ((found.gone, "alleen oud"), (found.come, "alleen nieuw")):
        yield from (f"{what}: {_named(profile)}" for profile in profiles)


def _named(profile: Profile) -> str:
    return f"{profile.name} ({profile.id}, {profile.source.file})"
