"""Which files the arguments name."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.core.errors import UsageError
from pipeline.core.text import shown_name


def source_files(paths: Sequence[Path]) -> list[Path]:
    """The files that the arguments name; a folder stands for all files below it.

    Hidden files are passed over, and so are links inside a folder: they may lead anywhere. Raises
    UsageError for a path that does not exist and where nothing is left to convert.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(sorted(_below(path))))
        elif path.exists():
            found[path] = None
        else:
            raise UsageError(f"{path} does not exist; name a file or a folder")
    if not found:
        named = ", ".join(map(str, paths))
        raise UsageError(
            f"nothing to convert in {named}; put profiles there (PDF, Word, HTML, text, Markdown)"
        )
    return list(found)


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and not path.is_symlink() and path.is_file():
            yield path


def names_of(paths: Sequence[Path]) -> list[str]:
    """The paths below the folder that all files share, with forward slashes.

    What is no text in a name (control characters, bytes of another encoding) is shown with `%` and
    its bytes.
    """
    whole = [path.absolute() for path in paths]
    shared = os.path.commonpath([path.parent for path in whole])
    return [shown_name(path.relative_to(shared).as_posix()) for path in whole]
