"""Versions to compare: profiles out of files of any form, paired by what stays the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.batch.executors import Executor
from pipeline.batch.sources import sources_in
from pipeline.comparison.record import compared
from pipeline.contract.comparison_records import ComparisonFile
from pipeline.core.diagnostics import Diagnostic
from pipeline.core.errors import DocumentError
from pipeline.profile.identifiers import profile_key
from pipeline.profile.model import Profile
from pipeline.validate import is_stored, profile_files, stored_profile

_CANONICAL = "json"


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


def versions_in(path: Path, executor: Executor) -> Versions:
    """The profiles of a file or folder: stored ones, and documents that are converted for it.

    Raises UsageError where there is nothing to read.
    """
    canonical = path / _CANONICAL
    is_output = canonical.is_dir()
    files = profile_files(canonical) if is_output else [f.path for f in sources_in([path]).files]
    stored = [file for file in files if is_stored(file)]
    documents = [file for file in files if file not in set(stored)]
    profiles: dict[Path, Profile] = {}
    findings: dict[str, tuple[Diagnostic, ...]] = {}
    for file in stored:
        try:
            found, why = stored_profile(file)
        except DocumentError as error:
            found, why = None, [Diagnostic(error.code, error.message)]
        if found is None:
            findings[str(file)] = tuple(why)
        else:
            profiles[file] = found
    for at, parcel in executor.run(documents) if documents else ():
        if parcel.found is None:
            findings[str(documents[at])] = parcel.findings
        else:
            profiles[documents[at]] = parcel.found.conversion(parcel.findings).profile
    return Versions(tuple(profiles[file] for file in files if file in profiles), findings)


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
