"""Which files the arguments name, and what can be said of the sources of earlier runs."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.batch.searching import PassedOver, below, holds_results, passed_over_in_words
from pipeline.core.errors import UsageError
from pipeline.core.text import shown_name

Whereabouts = Literal["gone", "unseen", "unreadable"]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to convert.

    `name` is its path below the input that was given, with forward slashes, and tells it apart
    from all others of the run; `source` is where it lies, seen from the output folder, and tells it
    apart from those of other runs.
    """

    path: Path
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class _Root:
    """An input: a folder that was searched, or the folder of a file that was named."""

    path: Path
    searched: bool
    passed_over: tuple[PassedOver, ...] = ()

    def whereabouts(self, path: Path) -> Whereabouts:
        """What can be said of a file below it that is not among the files now."""
        name = path.relative_to(self.path).as_posix()
        for other in self.passed_over:
            if other.name in ("", name) or name.startswith(f"{other.name}/"):
                return "unreadable" if other.why == "unreadable" else "unseen"
        if self.searched:
            return "gone"
        try:
            os.lstat(path)
        except (FileNotFoundError, NotADirectoryError):
            # A name that is no text stands in another form in the reports.
            return "unseen" if "%" in name else "gone"
        except OSError:
            return "unreadable"
        return "unseen"


@dataclass(frozen=True, slots=True)
class Sources:
    """The files to convert, what lies among them that is not, and the folder of the results."""

    files: tuple[SourceFile, ...]
    roots: tuple[_Root, ...]
    output: Path

    @property
    def passed_over(self) -> tuple[PassedOver, ...]:
        """What no reader was asked about, by name."""
        found = (other for root in self.roots for other in root.passed_over)
        return tuple(sorted(dict.fromkeys(found), key=lambda other: (other.name, other.why)))

    def whereabouts(self, source: str | None) -> Whereabouts:
        """Where the source of an earlier run is that is not among the files.

        Only what was looked for where it was, and is not there, is gone. Reports of the first
        version do not tell where it was.
        """
        if source is None:
            return "unseen"
        path = Path(os.path.normpath(self.output / source))
        said = {root.whereabouts(path) for root in self.roots if path.is_relative_to(root.path)}
        if "unreadable" in said:
            return "unreadable"
        return "gone" if said == {"gone"} else "unseen"

    def exists(self, source: str | None) -> bool:
        """Whether the source of an earlier run is still there, or may be."""
        if source is None:
            return False
        try:
            os.lstat(os.path.normpath(self.output / source))
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:
            # Nobody can say that it is not.
            return True
        return True


def sources_in(paths: Sequence[Path], output: Path | None = None) -> Sources:
    """The files that the arguments name; a folder stands for all files below it.

    Passed over, and told, are hidden files, links (they may lead anywhere), pipes and devices,
    what systems and office programs leave behind, and folders of results. Raises UsageError for a
    path that does not exist, for one that holds results, and where nothing is left to convert.
    """
    roots: list[_Root] = []
    # By where it lies: the input that it is named after, and the path as the user would write it.
    found: dict[Path, tuple[Path, Path]] = {}
    for path in paths:
        whole = Path(os.path.realpath(path.parent), path.name)
        if os.path.isdir(path):
            whole = Path(os.path.realpath(path))
            _refuse_results(path, output)
            inside, passed_over = below(whole, output)
            roots.append(_Root(whole, True, passed_over))
        elif _is_there(path):
            _refuse_output(path.parent, output)
            inside = [whole]
            roots.append(_Root(whole.parent, False))
        else:
            raise UsageError(f"{path} does not exist; name a file or a folder")
        for file in inside:
            # A file below two inputs has the name that it has below the outer one.
            root = min(found.get(file, (roots[-1].path, file))[0], roots[-1].path, key=_depth)
            found[file] = (root, path if file == whole else path / file.relative_to(whole))
    if not found:
        raise UsageError(_nothing_in(paths, roots))
    names = _names(found)
    target = Path(os.path.realpath(output or Path()))
    files = (
        SourceFile(given, names[file], shown_name(Path(os.path.relpath(file, target)).as_posix()))
        for file, (_, given) in found.items()
    )
    return Sources(tuple(files), tuple(roots), target)


def _is_there(path: Path) -> bool:
    """Whether something is at a path. Raises OSError where nobody may look."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _depth(path: Path) -> int:
    return len(path.parts)


def _nothing_in(paths: Sequence[Path], roots: Iterable[_Root]) -> str:
    counts = Counter[str](other.why for root in roots for other in root.passed_over)
    told = f" ({passed_over_in_words(counts)})" if counts else ""
    return (
        f"nothing to convert in {', '.join(map(str, paths))}{told}; put profiles there (PDF, "
        "Word, HTML, text, Markdown)"
    )


def _refuse_results(folder: Path, output: Path | None) -> None:
    _refuse_output(folder, output)
    if holds_results(folder):
        raise UsageError(
            f"{folder} holds results and no documents; name the folder with the sources"
        )


def _refuse_output(folder: Path, output: Path | None) -> None:
    """Refuse results among documents: they would be taken for those the next time."""
    if output is not None and os.path.realpath(folder) == os.path.realpath(output):
        raise UsageError(
            f"the results would lie among the documents in {folder}; choose another folder with "
            "--output"
        )


def _names(found: dict[Path, tuple[Path, Path]]) -> dict[Path, str]:
    """For each file its path below its input; where two have one, more of the path before it.

    A name that is no text (bytes of another encoding) is shown with `%` and the bytes.
    """
    shown = _below_inputs(found)
    depth = dict.fromkeys(found, 0)
    while True:
        names = {file: _name(shown[file], found[file][0], depth[file]) for file in found}
        counts = Counter(names.values())
        longer = [
            file
            for file, name in names.items()
            if counts[name] > 1 and depth[file] < len(found[file][0].parts)
        ]
        if not longer:
            return names
        for file in longer:
            depth[file] += 1


def _name(shown: str, root: Path, depth: int) -> str:
    before = [shown_name(part) for part in root.parts[len(root.parts) - depth :]]
    return "/".join([*before, shown])


def _below_inputs(found: dict[Path, tuple[Path, Path]]) -> dict[Path, str]:
    """The paths of the files below their inputs, as they are shown.

    Names that are equal only as they are shown (`%0A` and a line end) are told apart by number.
    """
    shown: dict[tuple[Path, str], list[Path]] = {}
    for file in sorted(found):
        root = found[file][0]
        name = shown_name(file.relative_to(root).as_posix())
        shown.setdefault((root, name), []).append(file)
    return {
        file: name if len(files) == 1 else f"{name} ({number})"
        for (_, name), files in shown.items()
        for number, file in enumerate(files, 1)
    }
