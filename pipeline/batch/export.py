"""Profiles that are stored as JSON or XML to other formats, without their sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.batch.staging import locked, write_files
from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import DocumentError, UsageError
from pipeline.profile.identifiers import profile_key
from pipeline.profile.model import Profile
from pipeline.validate import profile_files, stored_profile
from pipeline.writers.order import Order

# What a run writes the profiles into; where there is none, the folder itself is searched.
_CANONICAL = "json"


@dataclass(frozen=True, slots=True)
class Exported:
    """The profiles that were exported, the files written, and what kept others from it."""

    profiles: tuple[Profile, ...]
    files: tuple[str, ...]
    findings: Mapping[str, Sequence[Diagnostic]]


def export(order: Order, source: Path, target: Path) -> Exported:
    """Write the formats of the order for all profiles in a folder (or for one file).

    Raises UsageError where there are none, OutputError where the target cannot be written.
    """
    profiles, findings = stored_profiles(source)
    files: dict[str, bytes] = {}
    for profile in profiles:
        files.update(order.files_of(profile, {}))
    files.update(order.run_files_of(profiles) if profiles else {})
    if files:
        with locked(target):
            write_files(files.items(), target)
    return Exported(tuple(profiles), tuple(files), findings)


def stored_profiles(source: Path) -> tuple[list[Profile], dict[str, list[Diagnostic]]]:
    """The profiles of a results folder, of any folder with profiles, or of one file.

    Beside them what forbids the others, by file. Of two files with one profile the first counts.
    Raises UsageError where there is nothing to read.
    """
    profiles: dict[str, Profile] = {}
    findings: dict[str, list[Diagnostic]] = {}
    for path in _files(source):
        try:
            profile, found = stored_profile(path)
        except DocumentError as error:
            profile, found = None, [Diagnostic(error.code, error.message)]
        if profile is None:
            findings[str(path)] = found
        else:
            profiles.setdefault(profile.id, profile)
    return list(profiles.values()), findings


def previous_versions(source: Path) -> dict[str, Profile]:
    """By key, the profiles of a folder that new ones may replace; the latest of each."""
    profiles, _ = stored_profiles(source)
    ordered = sorted(profiles, key=lambda profile: (profile.date or "", profile.id))
    return {profile_key(p.name, list(p.developed_by or ())): p for p in ordered}


def _files(source: Path) -> list[Path]:
    if source.is_file():
        return [source]
    if not source.is_dir():
        raise UsageError(f"{source} does not exist; name the folder that `bcp convert` wrote")
    canonical = source / _CANONICAL
    found = profile_files(canonical if canonical.is_dir() else source)
    if not found:
        raise UsageError(f"there are no profiles in {source}; run `bcp convert` first")
    return found
