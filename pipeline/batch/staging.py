"""Files into a folder: one run at a time, whole or not at all, the last one last."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pipeline.batch.journal import sync_folders, write_synced
from pipeline.core.errors import OutputError

_STAGING = ".staging-"


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the output folder for one run; what a killed one left half-done is swept away.

    Raises OutputError where another run holds it, and where it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # The folder itself is locked, so that no file is left of the lock.
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise OutputError(output_problem(folder, error)) from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise OutputError(
                f"another run writes to {folder}; wait for it, or choose another folder with "
                "--output"
            ) from error
        for left in folder.glob(f"{_STAGING}*"):
            shutil.rmtree(left, ignore_errors=True)
        yield
    finally:
        os.close(descriptor)


def write_files(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Write files, (path, bytes), into a folder, each whole.

    Raises OutputError where it cannot be written.
    """
    with writing_to(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with Staging(folder) as staging:
            for path, data in files:
                staging.add({path: data})
            staging.publish()


@contextlib.contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """What the system refuses while a folder is written is an OutputError that says what to do."""
    try:
        yield
    except OSError as error:
        raise OutputError(output_problem(folder, error)) from error


class Staging:
    """Files beside their places, until all can be renamed into them, the last one last.

    The staging folder lies inside the output folder: renaming is atomic only within one file
    system. Folders are synced too, so that a name survives a power cut.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.paths: list[str] = []

    def __enter__(self) -> Staging:
        self.temporary = tempfile.TemporaryDirectory(prefix=_STAGING, dir=self.folder)
        return self

    def __exit__(self, *_: object) -> None:
        self.temporary.cleanup()

    def add(self, files: Mapping[str, bytes]) -> None:
        """Write files, whole and on the disk."""
        for path, data in files.items():
            target = Path(self.temporary.name) / path
            write_synced(target, data)
            self.paths.append(path)

    def publish(self) -> None:
        """Rename all files into their places, in the order in which they were added."""
        *others, last = self.paths
        for path in others:
            self._place(path)
        sync_folders({(self.folder / path).parent for path in others})
        self._place(last)
        sync_folders({self.folder, (self.folder / last).parent})

    def _place(self, path: str) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        os.replace(Path(self.temporary.name) / path, self.folder / path)


def output_problem(folder: Path, error: OSError) -> str:
    """What the system says of a folder, and what to do."""
    advice = {
        errno.ENOSPC: "the disk is full; free some space",
        errno.EACCES: "you may not read or write there; choose another folder",
        errno.EROFS: "the disk is read-only; choose another folder",
        errno.ENOTDIR: "a file stands where a folder is needed; choose another folder",
        errno.EISDIR: "a folder stands where a file is needed; choose another folder",
        errno.EEXIST: "a file stands where a folder is needed; choose another folder",
    }.get(error.errno or 0, "choose another folder")
    where = f" ({error.filename})" if error.filename and str(error.filename) != str(folder) else ""
    return f"cannot write to {folder}: {error.strerror or error}{where}; {advice}"
