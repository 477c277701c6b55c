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
from pathlib import Path
from typing import Any

from pipeline.isolation.child import uninterrupted

UNFINISHED = ".unfinished"
REPORT_FILE = "report.json"
Line = Mapping[str, Any]


class Journal:
    """The publications of an unfinished run in a folder of results."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._home = folder / UNFINISHED
        self._file = self._home / "journal.jsonl"
        self._staged = self._home / "files"

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

        A signal waits until that is done. Raises OSError where the disk does not take it.
        """
        with uninterrupted():
            self._home.mkdir(exist_ok=True)
            for path, data in files.items():
                write_synced(self._staged / path, data)
            line = json.dumps({**told, "files": list(files), "remove": list(remove)})
            with self._file.open("ab") as stream:
                stream.write(line.encode() + b"\n")
                stream.flush()
                os.fsync(stream.fileno())
            self._rename(files)
            self._remove(remove)

    def begin(self) -> None:
        """Make the folder of the journal, so that the results are known for those of a run."""
        self._staged.mkdir(parents=True, exist_ok=True)

    def close(self) -> None:
        """The run is finished: its report tells all that the journal did."""
        sync_folders({self.folder, *(path for path in self.folder.iterdir() if path.is_dir())})
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
            try:
                lines.append(json.loads(written))
            except ValueError:
                break
            if not written.endswith(b"\n"):
                lines.pop()
                break
            size += len(written)
        return size, lines

    def _rename(self, paths: Iterable[str]) -> None:
        for path in paths:
            if (self._staged / path).exists():
                (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
                os.replace(self._staged / path, self.folder / path)

    def _remove(self, paths: Iterable[str]) -> None:
        for path in paths:
            (self.folder / path).unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                # A folder that is empty now shows nothing; one that is not stays.
                (self.folder / path).parent.rmdir()


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
