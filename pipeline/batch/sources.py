"""Which files the arguments name, what is passed over, where sources of earlier runs are."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.batch.journal import REPORT_FILE, UNFINISHED
from pipeline.core.errors import UsageError
from pipeline.core.text import shown_name
from pipeline.core.version import PROGRAM

Why = Literal["hidden", "link", "special", "system", "results", "unreadable"]
Whereabouts = Literal["gone", "unseen", "unreadable"]

# What an operating system or an office program leaves beside the documents. Word's lock file has
# the name of the open document behind `~$`, and is there as long as somebody has it open.
_SYSTEM_FILES = {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"}
_SYSTEM_STARTS = ("~$", "~wrl")
# So much of a report shows who wrote it.
_OPENING = 500


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to convert.

    `name` is its path below the input that was given, with forward slashes, and tells it apart
    from all others of the run; `folder` is the name of the folder that the input is.
    """

    path: Path
    name: str
    folder: str


@dataclass(frozen=True, slots=True)
class PassedOver:
    """What lies in an input and is no document: its path below the input, and why."""

    name: str
    why: Why


@dataclass(frozen=True, slots=True)
class _Root:
    """An input: a folder that was searched, or the folder of a file that was named."""

    path: Path
    searched: bool
    passed_over: tuple[PassedOver, ...] = ()

    def whereabouts(self, name: str) -> Whereabouts:
        """What can be said of a source that was here once and is not among the files now."""
        for other in self.passed_over:
            if other.name in ("", name) or name.startswith(f"{other.name}/"):
                return "unreadable" if other.why == "unreadable" else "unseen"
        if self.searched:
            return "gone"
        try:
            os.lstat(self.path / name)
        except (FileNotFoundError, NotADirectoryError):
            # A name that is no text stands in another form in the reports.
            return "unseen" if "%" in name else "gone"
        except OSError:
            return "unreadable"
        return "unseen"


@dataclass(frozen=True, slots=True)
class Sources:
    """The files to convert, and what lies among them that is not."""

    files: tuple[SourceFile, ...]
    roots: tuple[_Root, ...]

    @property
    def passed_over(self) -> tuple[PassedOver, ...]:
        """What no reader was asked about, by name."""
        found = (other for root in self.roots for other in root.passed_over)
        return tuple(sorted(dict.fromkeys(found), key=lambda other: (other.name, other.why)))

    def whereabouts(self, folder: str | None, name: str) -> Whereabouts:
        """Where the source of an earlier run is that is not among the files.

        Only what was looked for and is not there is gone. Reports of the first version do not
        tell the folder: then all inputs count.
        """
        asked = [root for root in self.roots if folder in (None, root.path.name)]
        said = {root.whereabouts(name) for root in asked}
        if "unreadable" in said:
            return "unreadable"
        return "gone" if said == {"gone"} else "unseen"


def sources_in(paths: Sequence[Path], output: Path | None = None) -> Sources:
    """The files that the arguments name; a folder stands for all files below it.

    Passed over, and told, are hidden files, links (they may lead anywhere), pipes and devices,
    what systems and office programs leave behind, and folders of results. Raises UsageError for a
    path that does not exist, for one that holds results, and where nothing is left to convert.
    """
    roots: list[_Root] = []
    found: dict[Path, tuple[Path, Path]] = {}
    for path in paths:
        whole = Path(os.path.abspath(path))
        if path.is_dir():
            _refuse_results(path, output)
            inside, passed_over = _below(whole, output)
            roots.append(_Root(whole, True, passed_over))
        elif os.path.lexists(path):
            inside = [whole]
            roots.append(_Root(whole.parent, False))
        else:
            raise UsageError(f"{path} does not exist; name a file or a folder")
        for file in inside:
            # A file below two inputs has the name that it has below the outer one.
            root = min(found.get(file, (roots[-1].path, file))[0], roots[-1].path, key=_depth)
            found[file] = (root, _as_given(path, whole, file))
    if not found:
        raise UsageError(_nothing_in(paths, roots))
    names = _names(found)
    files = (SourceFile(found[f][1], names[f], found[f][0].name) for f in found)
    return Sources(tuple(files), tuple(roots))


def _depth(path: Path) -> int:
    return len(path.parts)


def _as_given(argument: Path, whole: Path, file: Path) -> Path:
    """The path of a file as the user would write it."""
    return argument if file == whole else argument / file.relative_to(whole)


def _nothing_in(paths: Sequence[Path], roots: Iterable[_Root]) -> str:
    counts = Counter[str](other.why for root in roots for other in root.passed_over)
    told = f" ({passed_over_in_words(counts)})" if counts else ""
    return (
        f"nothing to convert in {', '.join(map(str, paths))}{told}; put profiles there (PDF, "
        "Word, HTML, text, Markdown)"
    )


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


def _refuse_results(folder: Path, output: Path | None) -> None:
    if output is not None and output.exists() and folder.samefile(output):
        raise UsageError(
            f"the results would lie among the documents in {folder}; choose another folder with "
            "--output"
        )
    if _holds_results(folder):
        raise UsageError(
            f"{folder} holds results and no documents; name the folder with the sources"
        )


def _holds_results(folder: Path) -> bool:
    """Whether a run of ours has written into a folder."""
    if (folder / UNFINISHED).is_dir():
        return True
    try:
        with (folder / REPORT_FILE).open("rb") as stream:
            return f'"{PROGRAM}"'.encode() in stream.read(_OPENING)
    except OSError:
        return False


def _below(root: Path, output: Path | None) -> tuple[list[Path], tuple[PassedOver, ...]]:
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
            elif entry.is_dir():
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
        is_output = output is not None and output.exists() and path.samefile(output)
        return "results" if is_output or _holds_results(path) else None
    if not stat.S_ISREG(mode):
        return "special"
    name = path.name.lower()
    is_system = name in _SYSTEM_FILES or name.startswith(_SYSTEM_STARTS)
    return "system" if is_system else None


def _names(found: dict[Path, tuple[Path, Path]]) -> dict[Path, str]:
    """For each file its path below its input; where two have one, more of the path before it.

    What is no text in a name (control characters, bytes of another encoding) is shown with `%` and
    its bytes.
    """
    depth = dict.fromkeys(found, 0)
    while True:
        names = {file: _name(file, found[file][0], depth[file]) for file in found}
        counts = Counter(names.values())
        shared = [file for file, name in names.items() if counts[name] > 1]
        longer = [file for file in shared if depth[file] < len(found[file][0].parts)]
        if not longer:
            return names | _numbered(sorted(shared), names)
        for file in longer:
            depth[file] += 1


def _name(file: Path, root: Path, depth: int) -> str:
    before = root.parts[len(root.parts) - depth :]
    return shown_name(Path(*before, file.relative_to(root)).as_posix())


def _numbered(files: Sequence[Path], names: dict[Path, str]) -> dict[Path, str]:
    """Names that are equal only as they are shown (`%0A` and a line end), told apart by number."""
    return {file: f"{names[file]} ({number})" for number, file in enumerate(files, 1)}
