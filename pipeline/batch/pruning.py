"""Kept results removed by name: of a version, a format, a source that nobody needs any more."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline.batch.recording import Recorded
from pipeline.batch.staging import locked
from pipeline.batch.state import KnownFile, Plain, kept_in, report_of
from pipeline.contract.resources import UNFINISHED, unfinished_run
from pipeline.core.errors import UsageError


@dataclass(frozen=True, slots=True)
class Pruned:
    """The files that were removed, and those that were not since a person changed them."""

    removed: tuple[KnownFile, ...]
    edited: tuple[KnownFile, ...]


def kept_by_name(folder: Path, names: Sequence[str] = ()) -> list[Plain]:
    """What the last run kept, as its report tells it: all, or what one of the names means.

    A name is a path, an id of a profile, a source, a format, or the reason why it is kept. Raises
    UsageError where no run has told what is in the folder, and for a name that means nothing.
    """
    report = report_of(folder)
    if report is None and os.path.isdir(folder / UNFINISHED):
        raise UsageError(unfinished_run(folder))
    if report is None:
        raise UsageError(f"there are no results of a run in {folder}; name what `convert` wrote")
    kept = report.get("kept", [])
    for name in names:
        if not any(_means(name, plain) for plain in kept):
            raise UsageError(
                f"nothing that is kept in {folder} is called {name}; `bcp prune {folder}` lists "
                "what there is"
            )
    return [plain for plain in kept if not names or any(_means(name, plain) for name in names)]


def prune(folder: Path, names: Sequence[str], *, force: bool = False) -> Pruned:
    """Remove what is kept under these names; what a person changed only by force.

    Raises UsageError as `kept_by_name`, and where a run was stopped and must go on first;
    OutputError where the folder cannot be written.
    """
    kept_by_name(folder, names)
    with locked(folder):
        recorded = Recorded(folder)
        if recorded.is_unfinished:
            raise UsageError(unfinished_run(folder))
        chosen = [kept_in(plain) for plain in kept_by_name(folder, names)]
        as_written = {known.path for known in chosen if recorded.state.is_as_written(known)}
        gone = {known.path for known in chosen if not recorded.state.exists(known)}
        edited = [known for known in chosen if known.path not in as_written | gone]
        removed = chosen if force else [known for known in chosen if known not in edited]
        recorded.remove(removed)
        recorded.close()
    return Pruned(tuple(removed), () if force else tuple(edited))


def _means(name: str, kept: Plain) -> bool:
    path = kept["path"]
    told = (path, kept.get("profile"), kept.get("file"), kept["why"], PurePosixPath(path).parts[0])
    return name.rstrip("/") in told
