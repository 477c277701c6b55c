"""Profiles that are stored as JSON or XML to other formats, without their sources."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.batch.recording import Recorded
from pipeline.batch.results import changed_by_hand
from pipeline.batch.staging import locked
from pipeline.batch.state import digest
from pipeline.batch.stored import Means, stored_in
from pipeline.batch.unchanged import fingerprint
from pipeline.contract.resources import CANONICAL
from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import UsageError
from pipeline.profile.identifiers import profile_key
from pipeline.profile.model import Profile
from pipeline.validate import profile_files
from pipeline.writers.order import Order


@dataclass(slots=True)
class Exported:
    """How many profiles were exported, the files written, and what kept others from it, by file.

    `unchanged` files are those of an earlier export that still hold.
    """

    profiles: int = 0
    files: list[str] = field(default_factory=list)
    unchanged: int = 0
    findings: dict[str, Sequence[Diagnostic]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Previous:
    """Earlier versions by key, and what kept other files from being read, by file."""

    profiles: Mapping[str, Profile]
    findings: Mapping[str, Sequence[Diagnostic]]


def export(
    order: Order,
    paths: Sequence[Path],
    target: Path,
    means: Means,
    *,
    force: bool = False,
) -> Exported:
    """Write the formats of the order for all profiles in some files.

    Each profile is read and written in a process of its own. What an earlier export into the
    results of a run made of the same profile stays as it is. Raises OutputError where the target
    cannot be written.
    """
    result = Exported()
    is_shared = bool(order.names_of("run"))
    with locked(target):
        recorded = Recorded(target)
        made_of = {path: fingerprint(order, *order.names, _content(path)) for path in paths}
        whole = fingerprint(order, *order.names, *sorted(made_of.values()))
        if is_shared and not force and (still := recorded.still_made_of(whole)):
            return Exported(len(paths), [], len(still))
        rest = paths if force else _rest(paths, made_of, recorded, result)
        seen: dict[str, Profile | None] = {}
        for stored in stored_in(rest, means, order):
            if stored.findings:
                result.findings[str(stored.path)] = stored.findings
            elif stored.id not in seen:
                # Of two files with one profile the first counts.
                seen[stored.id] = stored.profile if is_shared else None
                made = made_of[stored.path]
                _write(recorded, stored.files, made, result, force=force, profile=stored.id)
        result.profiles += len(seen)
        profiles = [profile for profile in seen.values() if profile is not None]
        if profiles:
            _write(recorded, dict(order.run_files_of(profiles)), whole, result, force=force)
        recorded.close()
    return result


def _rest(
    paths: Sequence[Path], made_of: Mapping[Path, str], recorded: Recorded, result: Exported
) -> list[Path]:
    """The files of which an earlier export does not hold any more; the others are counted."""
    rest = []
    for path in paths:
        still = recorded.still_made_of(made_of[path])
        result.unchanged += len(still)
        result.profiles += bool(still)
        if not still:
            rest.append(path)
    return rest


def _write(
    recorded: Recorded,
    files: Mapping[str, bytes],
    made_of: str,
    result: Exported,
    *,
    force: bool,
    profile: str | None = None,
) -> None:
    """Write the files of one profile, or those that hold all of them, unless a person did."""
    edited = [] if force else recorded.edited(files)
    if edited:
        result.findings[str(recorded.folder)] = [
            *result.findings.get(str(recorded.folder), ()),
            changed_by_hand(edited),
        ]
    elif files:
        recorded.write(files, made_of, profile)
        result.files += files


def _content(path: Path) -> str:
    """A digest of a stored profile; of one that cannot be read, of its name."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return hashlib.sha256(bytes(path)).hexdigest()


def previous_versions(paths: Sequence[Path], means: Means) -> Previous:
    """By key, the profiles of some files that new ones may replace; the latest of each."""
    stored = list(stored_in(paths, means))
    profiles = [one.profile for one in stored if one.profile is not None]
    ordered = sorted(profiles, key=lambda profile: (profile.date or "", profile.id))
    return Previous(
        {profile_key(p.name, list(p.developed_by or ())): p for p in ordered},
        {str(one.path): one.findings for one in stored if one.findings},
    )


def stored_files(source: Path) -> list[Path]:
    """The files with profiles of a results folder, of any folder, or that one file.

    Raises UsageError where there are none.
    """
    if source.is_file():
        return [source]
    if not source.is_dir():
        raise UsageError(f"{source} does not exist; name the folder that `bcp convert` wrote")
    canonical = source / CANONICAL
    found = profile_files(canonical if canonical.is_dir() else source)
    if not found:
        raise UsageError(f"there are no profiles in {source}; run `bcp convert` first")
    return found
