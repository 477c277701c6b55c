"""Versions to compare: profiles out of files of any form, paired by what stays the same."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.batch.executors import local, preload
from pipeline.batch.sources import sources_in
from pipeline.batch.stored import Means, stored_in
from pipeline.comparison.record import compared
from pipeline.contract.comparison_records import ComparisonFile
from pipeline.contract.resources import CANONICAL, REPORT_FILE
from pipeline.conversion import file_bytes
from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import DocumentError, UsageError
from pipeline.core.text import shown_name
from pipeline.families import Family
from pipeline.profile.identifiers import profile_key
from pipeline.profile.model import Profile
from pipeline.validate import is_stored, profile_files, stands_beside
from pipeline.writers.order import Order

# A profile, or why there is none.
Read = Profile | tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Versions:
    """The profiles of one side, and what kept other files from being read, by file."""

    profiles: tuple[Profile, ...]
    findings: dict[str, tuple[Diagnostic, ...]]


@dataclass(frozen=True, slots=True)
class Differences:
    """The comparisons of the pairs, and the profiles that only one side has."""

    comparisons: tuple[ComparisonFile, ...]
    gone: tuple[Profile, ...] = ()
    come: tuple[Profile, ...] = ()

    @property
    def are_none(self) -> bool:
        """Whether both sides say the same."""
        equal = all(comparison.equal for comparison in self.comparisons)
        return equal and not self.gone and not self.come


def side_files(path: Path) -> list[Path]:
    """The files of one side: the profiles of a results folder, all that is in another folder.

    Raises UsageError where there is nothing to read.
    """
    if not path.exists():
        raise UsageError(f"{path} does not exist; name a file or a folder")
    if not (path.is_dir() or path.is_file()):
        raise UsageError(f"{path} is neither a file nor a folder; name one of them")
    if not os.access(path, os.R_OK):
        raise UsageError(f"{path} cannot be read; ask for the right to read it")
    if path.is_file() and not path.stat().st_size:
        raise UsageError(f"{path} is empty; there is nothing to compare")
    files = _below(path) if path.is_dir() else [path]
    if not files:
        raise UsageError(
            f"there is nothing to compare in {path}; put profiles (JSON, XML) or documents there"
        )
    return files


def _below(folder: Path) -> list[Path]:
    canonical = folder / CANONICAL
    if canonical.is_dir():
        return profile_files(canonical)
    if (folder / REPORT_FILE).is_file():
        return profile_files(folder)
    try:
        return [file.path for file in sources_in([folder]).files if not stands_beside(file.path)]
    except UsageError:
        # It speaks of converting.
        return []


def versions_of(
    sides: Sequence[Sequence[Path]], means: Means, families: tuple[Family, ...] | None = None
) -> list[Versions]:
    """The profiles of each side: stored ones, and documents that are converted for it.

    Files with the same bytes are read once, wherever they stand.
    """
    alike: dict[str, list[Path]] = {}
    for file in dict.fromkeys(file for side in sides for file in side):
        alike.setdefault(_content(file), []).append(file)
    found: dict[Path, Read] = {}
    for file, read in _read(list(alike.values()), means, families):
        found[file] = read
    return [_versions(side, found) for side in sides]


def _content(file: Path) -> str:
    """The same for files with the same bytes; what cannot be read is like no other."""
    try:
        return hashlib.sha256(file_bytes(file)).hexdigest()
    except DocumentError:
        return str(file)


def _read(
    alike: Sequence[Sequence[Path]], means: Means, families: tuple[Family, ...] | None
) -> Iterator[tuple[Path, Read]]:
    """Each file and what it gives, stored profiles first; `alike` are files with one content."""
    stored = {files[0]: files for files in alike if is_stored(files[0])}
    for one in stored_in(list(stored), means):
        read = one.findings if one.profile is None else one.profile
        yield from ((file, read) for file in stored[one.path])
    documents = [files for files in alike if files[0] not in stored]
    if len(documents) > 1:
        preload(families, len(documents))
    executor = local(means.jobs, Order(), means.limits, families)
    for at, parcel in executor.run([files[0] for files in documents]) if documents else ():
        means.done(documents[at][0].name)
        if parcel.found is None:
            yield from ((file, parcel.findings) for file in documents[at])
            continue
        profile = parcel.found.conversion(parcel.findings).profile
        for file in documents[at]:
            source = replace(profile.source, file=shown_name(file.name))
            yield file, replace(profile, source=source)


def _versions(side: Sequence[Path], found: Mapping[Path, Read]) -> Versions:
    read = [(file, found[file]) for file in side]
    return Versions(
        tuple(one for _, one in read if isinstance(one, Profile)),
        {str(file): one for file, one in read if not isinstance(one, Profile)},
    )


def differences(old: Sequence[Profile], new: Sequence[Profile]) -> Differences:
    """The comparison of two sides.

    One profile on each side is a pair, whatever the names; of several those with one issuer and
    name are, in their order.
    """
    if len(old) == len(new) == 1:
        return Differences((compared(old[0], new[0]),))
    waiting: dict[str, list[Profile]] = {}
    for profile in _ordered(old):
        waiting.setdefault(_key(profile), []).append(profile)
    pairs, come = [], []
    for profile in _ordered(new):
        if left := waiting.get(_key(profile)):
            pairs.append((left.pop(0), profile))
        else:
            come.append(profile)
    gone = [profile for left in waiting.values() for profile in left]
    return Differences(tuple(compared(*pair) for pair in pairs), tuple(gone), tuple(come))


def _key(profile: Profile) -> str:
    return profile_key(profile.name, list(profile.developed_by or ()))


def _ordered(profiles: Iterable[Profile]) -> list[Profile]:
    return sorted(profiles, key=lambda profile: (_key(profile), profile.date or "", profile.id))
