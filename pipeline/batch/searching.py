"""What lies below a folder: the files that may be documents, and what is passed over."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.contract.resources import REPORT_FILE, UNFINISHED
from pipeline.core.text import shown_name
from pipeline.core.version import PROGRAM

Why = Literal["hidden", "link", "special", "system", "results", "unreadable"]

# What an operating system or an office program leaves beside the documents. Word's lock file has
# the name of the open document behind `~$`, and is there as long as somebody has it open.
_SYSTEM_FILES = {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"}
_SYSTEM_STARTS = ("~$", "~wrl")
# So much of a report shows who wrote it.
_OPENING = 500


@dataclass(frozen=True, slots=True)
class PassedOver:
    """What lies in an input and is no document: its path below the input, and why."""

    name: str
    why: Why


_IN_WORDS = {
    "hidden": "hidden",
    "link": "links",
    "special": "pipes or devices",
    "system": "files of the system or of Word",
    "results": "folders of results",
    "unreadable": "unreadable",
}


def passed_over_in_words(counts: Counter[str]) -> str:
    """How many were passed over, and why, for a line of text."""
    each = ", ".join(f"{counts[why]} {word}" for why, word in _IN_WORDS.items() if counts[why])
    return f"{counts.total()} passed over: {each}"


def below(root: Path, output: Path | None) -> tuple[list[Path], tuple[PassedOver, ...]]:
    """The files below a folder, and what is passed over there."""
    files: list[Path] = []
    others: list[PassedOver] = []
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        for entry, why in _entries(folder, output):
            if why is not None:
                name = shown_name(Path(entry).relative_to(root).as_posix())
                others.append(PassedOver("" if name == "." else name, why))
            elif os.path.isdir(entry):
                waiting.append(entry)
            else:
                files.append(entry)
    return sorted(files), tuple(sorted(others, key=lambda other: (other.name, other.why)))


def _entries(folder: Path, output: Path | None) -> Iterator[tuple[Path, Why | None]]:
    """What lies in a folder, each with why it is passed over; the folder if it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            found = [(Path(entry.path), entry.stat(follow_symlinks=False)) for entry in entries]
    except OSError:
        yield folder, "unreadable"
        return
    for path, status in found:
        yield path, _why(path, status.st_mode, output)


def _why(path: Path, mode: int, output: Path | None) -> Why | None:
    """Why something in a folder is no document; None for a file or folder to look at."""
    if path.name.startswith("."):
        return "hidden"
    if stat.S_ISLNK(mode):
        return "link"
    if stat.S_ISDIR(mode):
        is_output = output is not None and os.path.realpath(path) == os.path.realpath(output)
        return "results" if is_output or holds_results(path) else None
    if not stat.S_ISREG(mode):
        return "special"
    name = path.name.lower()
    is_system = name in _SYSTEM_FILES or name.startswith(_SYSTEM_STARTS)
    return "system" if is_system else None


def holds_results(folder: Path) -> bool:
    """Whether a run of ours has written into a folder; of one that cannot be read, not."""
    if os.path.isdir(folder / UNFINISHED):
        return True
    try:
        with (folder / REPORT_FILE).open("rb") as stream:
            return f'"{PROGRAM}"'.encode() in stream.read(_OPENING)
    except OSError:
        return False
