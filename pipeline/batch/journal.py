"""What a run has published so far, so that the next one goes on from there.

    .unfinished/journal.jsonl    a line for each publication, in order
    .unfinished/files/...        its files, until they are renamed into their places

The line is what counts: once it is on the disk, all files of the publication come to their places,
now or with the next run; before, none does. The folder is there only while a run is unfinished.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline.contract.resources import REPORT_FILE, UNFINISHED
from pipeline.core.interrupts import uninterrupted

Line = Mapping[str, Any]


class Journal:
    """The publications of an unfinished run in a folder of results."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._home = folder / UNFINISHED
        self._file = self._home / "journal.jsonl"
        self._staged = self._home / "files"
        self._count = 0
        # Whose names are not surely on the disk yet.
        self._unsynced: set[Path] = set()

    def recovered(self) -> list[Line]:
        """The publications of a run that is unfinished, the last one carried out to its end.

        What was staged and not told in a line is swept away. A run whose report was published is
        finished.
        """
        whole, lines = self._lines()
        if self._file.exists() and self._file.stat().st_size > whole:
            os.truncate(self._file, whole)
        for line in lines:
            # A staged file that is left shows a rename that was not carried out, or was lost with
            # the power. What must go does so only for the last: later ones may have come back.
            self._rename(line["files"])
        self._count = len(lines)
        if lines:
            self._remove(lines[-1]["remove"])
        if lines and REPORT_FILE in lines[-1]["files"]:
            self.close()
            return []
        if self._staged.exists():
            shutil.rmtree(self._staged)
        return lines

    def publish(self, told: Line, files: Mapping[str, bytes], remove: Sequence[str] = ()) -> None:
        """Put files, by path, into their places in order, and then remove others.

        A stop waits until that is done. Raises OSError where the disk does not take it.
        """
        with uninterrupted():
            self._count += 1
            self._staged.mkdir(parents=True, exist_ok=True)
            staged = {path: f"{self._count}-{number}" for number, path in enumerate(files)}
            for path, data in files.items():
                write_synced(self._staged / staged[path], data)
            sync_folders([self._staged] if files else [])
            line = json.dumps({**told, "files": staged, "remove": list(remove)})
            with self._file.open("ab") as stream:
                stream.write(line.encode() + b"\n")
                stream.flush()
                os.fsync(stream.fileno())
            self._rename(staged)
            self._remove(remove)

    def begin(self) -> None:
        """Make the folder of the journal, so that the results are known for those of a run."""
        self._staged.mkdir(parents=True, exist_ok=True)

    def close(self) -> None:
        """The run is finished: its report tells all that the journal did."""
        sync_folders({self.folder, *(folder for folder in self._unsynced if folder.is_dir())})
        # The lines go first: without them nothing is begun that would have to be finished.
        self._file.unlink(missing_ok=True)
        shutil.rmtree(self._home, ignore_errors=True)

    def _lines(self) -> tuple[int, list[Line]]:
        """How many bytes hold whole lines, and these; the last may have been cut short."""
        try:
            data = self._file.read_bytes()
        except FileNotFoundError:
            return 0, []
        lines: list[Line] = []
        size = 0
        for written in data.splitlines(keepends=True):
            line = _line(written)
            if line is None:
                break
            lines.append(line)
            size += len(written)
        return size, lines

    def _rename(self, staged: Mapping[str, str]) -> None:
        for path, name in staged.items():
            if (self._staged / name).exists():
                target = self.folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                os.replace(self._staged / name, target)
                self._unsynced.add(target.parent)

    def _remove(self, paths: Iterable[str]) -> None:
        for path in paths:
            target = self.folder / path
            with contextlib.suppress(NotADirectoryError):
                target.unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                # A folder that is empty now shows nothing; one that is not stays.
                target.parent.rmdir()


def _line(written: bytes) -> Line | None:
    """What a line tells; None for one that was cut short, or that is none of ours."""
    try:
        line = json.loads(written)
        paths = [*line["files"], *line["remove"]]
        names = list(line["files"].values())
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    is_ours = all(map(is_inside, paths)) and all(is_inside(n) and "/" not in n for n in names)
    return line if is_ours and written.endswith(b"\n") else None


def is_inside(path: object) -> bool:
    """Whether this is a path as a run writes it, which leads nowhere out of its folder."""
    if not isinstance(path, str) or not path or path.startswith("/"):
        return False
    return ".." not in PurePosixPath(path).parts


def write_synced(path: Path, data: bytes) -> None:
    """Write a file that is on the disk when this returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def sync_folders(folders: Iterable[Path]) -> None:
    """Put the names of files on the disk."""
    for folder in folders:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
