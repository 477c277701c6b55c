"""The profiles of our own with the content expected of them, and the real one if at hand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
INPUT = ROOT / "input"
SHARED = ROOT.parent / "shared" / "corpus"
REAL = SHARED / "facilitair-coordinator.txt"
NO_SHARED = "the real profile (../shared/corpus) is not beside this checkout"

_PRINTED = (".docx", ".pdf")

# What a document does not say: set by the conversion, or concluded.
NOT_READ = ("$schema", "schema_version", "id", "source", "derived", "family")


@dataclass(frozen=True, slots=True)
class Case:
    """A source file and the JSON file with its expected content."""

    source: Path
    expected: Path

    @property
    def name(self) -> str:
        """The case as test ids show it."""
        folder = self.expected.parent.name
        return f"{folder}{self.source.suffix}"

    def expected_content(self) -> dict[str, Any]:
        """The content that the source must give."""
        content: dict[str, Any] = json.loads(self.expected.read_text("utf-8"))
        return content


def own_cases() -> list[Case]:
    """Every profile of our own in the forms that are text."""
    found = [
        Case(source, folder / "expected.json")
        for collection in ("corpus", "heldout", "heldout2")
        for folder in sorted((ROOT / "tests" / collection).iterdir())
        for source in sorted(folder.glob("profile.*"))
    ]
    found.extend(case for case in _samples() if case.source.suffix not in _PRINTED)
    return found


def printed_samples() -> list[Case]:
    """The sample as Word document and PDF."""
    return [case for case in _samples() if case.source.suffix in _PRINTED]


def _samples() -> list[Case]:
    """The sample in all its forms."""
    sample = ROOT / "tests" / "corpus" / "werfcoordinator-jachthaven" / "expected.json"
    return [Case(source, sample) for source in sorted(INPUT.glob("werfcoordinator-*"))]


def real_case() -> Case:
    """The real profile."""
    return Case(REAL, SHARED / "facilitair-coordinator.expected.json")


def printed_cases() -> list[Case]:
    """The real profile as Word document and as PDF of several engines, where it is at hand."""
    paths = sorted(path for path in SHARED.glob("*.*") if path.suffix in _PRINTED)
    return [Case(path, SHARED / "facilitair-coordinator.expected.json") for path in paths]


def content_of(plain: dict[str, Any]) -> dict[str, Any]:
    """What a profile's JSON says of the document: without ids and what else is added."""
    return {key: _without_ids(value) for key, value in plain.items() if key not in NOT_READ}


def _without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_ids(inner) for key, inner in value.items() if key != "id"}
    if isinstance(value, list):
        return [_without_ids(inner) for inner in value]
    return value
