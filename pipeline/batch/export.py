"""Profiles that are stored as JSON or XML to other formats, without their sources."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.batch.recording import Recorded
from pipeline.batch.results import changed_by_hand
from pipeline.batch.staging import locked
from pipeline.batch.state import digest
from pipeline.batch.unchanged import fingerprint
from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import DocumentError, UsageError
from pipeline.isolation.each import in_processes
from pipeline.isolation.faults import finding_from_plain, plain_finding
from pipeline.isolation.limits import Limits
from pipeline.profile.codec import profile_from_plain, profile_to_plain
from pipeline.profile.identifiers import profile_key
from pipeline.profile.model import Profile
from pipeline.validate import profile_files, stored_profile
from pipeline.writers.order import Order

# What a run writes the profiles into; where there is none, the folder itself is searched.
_CANONICAL = "json"
Done = Callable[[str], None]


@dataclass(slots=True)
class Exported:
    """How many profiles were exported, the files written, and what kept others from it, by file.

    `unchanged` files are those of an earlier export that still hold.
    """

    profiles: int = 0
    files: list[str] = field(default_factory=list)
    unchanged: int = 0
    findings: dict[str, Sequence[Diagnostic]] = field(default_factory=dict)


def export(
    order: Order,
    paths: Sequence[Path],
    target: Path,
    jobs: int,
    *,
    force: bool = False,
    done: Done = lambda _: None,
) -> Exported:
    """Write the formats of the order for all profiles in some files.

    Each profile is read and written in a process of its own. What an earlier export into the
    results of a run made of the same profile stays as it is. `done` is told of each file. Raises
    OutputError where the target cannot be written.
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
        for path, made in _made(rest, order, jobs, done):
            if isinstance(made, Diagnostic) or "findings" in made:
                result.findings[str(path)] = _findings(made)
            elif made["id"] not in seen:
                # Of two files with one profile the first counts.
                seen[made["id"]] = profile_from_plain(made["profile"]) if is_shared else None
                files = {name: base64.b64decode(data) for name, data in made["files"].items()}
                _write(recorded, files, made_of[path], result, force=force, profile=made["id"])
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
    edited = [] if force else [p for p, data in files.items() if recorded.state.edited(p, data)]
    if recorded.is_of_a_run and edited:
        result.findings[str(recorded.folder)] = [
            *result.findings.get(str(recorded.folder), ()),
            changed_by_hand(edited),
        ]
    elif files:
        recorded.write(files, made_of, profile)
        result.files += files


def _made(
    paths: Sequence[Path], order: Order, jobs: int, done: Done
) -> Iterator[tuple[Path, dict[str, Any] | Diagnostic]]:
    """What each file gives, in the order of the files."""
    waiting: dict[int, dict[str, Any] | Diagnostic] = {}
    at = 0
    for number, answer in in_processes(paths, lambda path: _work(path, order), jobs, Limits()):
        waiting[number] = answer if isinstance(answer, Diagnostic) else json.loads(answer)
        done(paths[number].name)
        while at in waiting:
            yield paths[at], waiting.pop(at)
            at += 1


def _work(path: Path, order: Order) -> bytes:
    """A stored profile and its files as JSON; or what forbids it."""
    profile, found = stored_profile(path)
    if profile is None:
        return json.dumps({"findings": [plain_finding(finding) for finding in found]}).encode()
    files = order.files_of(profile, {})
    plain = {
        "id": profile.id,
        "profile": profile_to_plain(profile),
        "files": {name: base64.b64encode(data).decode() for name, data in files.items()},
    }
    return json.dumps(plain).encode()


def _findings(made: dict[str, Any] | Diagnostic) -> list[Diagnostic]:
    if isinstance(made, Diagnostic):
        return [made]
    return [finding_from_plain(plain) for plain in made["findings"]]


def _content(path: Path) -> str:
    """A digest of a stored profile; of one that cannot be read, of its name."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return hashlib.sha256(bytes(path)).hexdigest()


def stored_profiles(source: Path) -> list[Profile]:
    """The profiles of a results folder, of any folder with profiles, or of one file.

    Raises UsageError where there is nothing to read.
    """
    profiles: dict[str, Profile] = {}
    for path in stored_files(source):
        try:
            profile, _ = stored_profile(path)
        except DocumentError:
            continue
        if profile is not None:
            profiles.setdefault(profile.id, profile)
    return list(profiles.values())


def previous_versions(source: Path) -> dict[str, Profile]:
    """By key, the profiles of a folder that new ones may replace; the latest of each."""
    ordered = sorted(stored_profiles(source), key=lambda profile: (profile.date or "", profile.id))
    return {profile_key(p.name, list(p.developed_by or ())): p for p in ordered}


def stored_files(source: Path) -> list[Path]:
    """The files with profiles of a results folder, of any folder, or that one file.

    Raises UsageError where there are none.
    """
    if source.is_file():
        return [source]
    if not source.is_dir():
        raise UsageError(f"{source} does not exist; name the folder that `bcp convert` wrote")
    canonical = source / _CANONICAL
    found = profile_files(canonical if canonical.is_dir() else source)
    if not found:
        raise UsageError(f"there are no profiles in {source}; run `bcp convert` first")
    return found
