"""`bcp diff`: what changed between two versions. Exit codes as those of diff."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.arguments import (
    Commands,
    add_jobs,
    add_layouts,
    add_limits,
    families_of,
    means_of,
    path_of,
)
from pipeline.cli.exits import CLEAN, FINDINGS, USAGE, interrupted_with
from pipeline.cli.printing import print_findings, tell
from pipeline.cli.progress import Progress
from pipeline.core.errors import UsageError

if TYPE_CHECKING:
    from pipeline.batch import Differences

_FORMATS = ("text", "json", "html", "xlsx")
# These are for no terminal.
_FILES = ("html", "xlsx")

# While differences are told or written.
_INTERRUPTED = (
    "not all differences were told; files that were written are whole, and the same command writes "
    "all of them"
)


def add(commands: Commands) -> None:
    """The parser of the command."""
    parser = commands.add_parser("diff", help="say what changed between two versions")
    for name in ("old", "new"):
        parser.add_argument(
            name,
            type=path_of,
            metavar=name.upper(),
            help=f"the {name} version: a document, a profile (JSON, XML), or a folder of them",
        )
    parser.add_argument("--format", choices=_FORMATS, default="text")
    parser.add_argument(
        "--to",
        type=path_of,
        metavar="PATH",
        help="a file; for folders a folder, a file for each pair",
    )
    add_layouts(parser)
    add_jobs(parser)
    add_limits(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare both sides: 0 equal, 1 different, 2 trouble."""
    from pipeline import batch

    sides = [batch.side_files(path) for path in (options.old, options.new)]
    _check(options)
    families = families_of(options)
    with (
        interrupted_with("nothing was compared, or written"),
        Progress(sum(map(len, sides)), "comparing") as progress,
    ):
        old, new = batch.versions_of(sides, means_of(options, progress.step), families)
    for side in (old, new):
        for file, findings in side.findings.items():
            print_findings(file, findings, verbose=False)
    for path, side in ((options.old, old), (options.new, new)):
        if not side.profiles:
            raise UsageError(f"there is nothing to compare: no profile could be read from {path}")
    with interrupted_with(_INTERRUPTED):
        found = batch.differences(old.profiles, new.profiles)
        _tell(found, options)
    if old.findings or new.findings:
        return USAGE
    return CLEAN if found.are_none else FINDINGS


def _check(options: argparse.Namespace) -> None:
    """Raises UsageError where the result could not be put where it should go."""
    target: Path | None = options.to
    if target is None:
        if options.format in _FILES:
            raise UsageError(f"name the file for the {options.format} with --to")
        return
    if _of_folders(options) and target.exists() and not target.is_dir():
        raise UsageError(f"{target} is a file; for folders name a folder with --to")
    if not _of_folders(options) and target.is_dir():
        raise UsageError(f"{target} is a folder; name the file to write with --to")


def _of_folders(options: argparse.Namespace) -> bool:
    return any(path.is_dir() for path in (options.old, options.new))


def _tell(found: Differences, options: argparse.Namespace) -> None:
    """The differences to standard output, or into files."""
    from pipeline import batch
    from pipeline.batch.comparing import comparison_files, comparison_text, unpaired

    target: Path | None = options.to
    if target is None:
        sys.stdout.write(comparison_text(found, options.format))
    else:
        is_folder = _of_folders(options)
        files = comparison_files(found, options.format, target, is_folder=is_folder)
        if files:
            folder = target if is_folder else target.absolute().parent
            batch.write_files(files.items(), folder)
    if target is not None or options.format != "text":
        # A comparison is of two profiles; what only one side has stands in none.
        for line in unpaired(found):
            tell(line)
