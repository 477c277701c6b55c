"""`bcp diff`: what changed between two versions. Exit codes as those of diff."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pipeline.cli.arguments import Commands
from pipeline.cli.exits import CLEAN, FINDINGS, USAGE
from pipeline.cli.printing import print_findings
from pipeline.core.errors import UsageError


def add(commands: Commands) -> None:
    """The parser of the command."""
    parser = commands.add_parser("diff", help="say what changed between two versions")
    parser.add_argument("paths", nargs=2, type=Path, metavar=("OLD", "NEW"))
    parser.add_argument("--format", choices=("text", "json", "html", "xlsx"), default="text")
    parser.add_argument(
        "--to", type=Path, metavar="PATH", help="a file; for folders a folder, a file for each pair"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare both sides: 0 equal, 1 different, 2 trouble."""
    from pipeline import batch
    from pipeline.batch.comparing import comparison_files, comparison_text
    from pipeline.isolation.limits import Limits
    from pipeline.writers.order import Order

    if options.format in ("html", "xlsx") and options.to is None:
        raise UsageError(f"name the file for the {options.format} with --to")
    executor = batch.local(batch.all_cores(), Order(), Limits())
    old, new = (batch.versions_in(path, executor) for path in options.paths)
    for side in (old, new):
        for file, findings in side.findings.items():
            print_findings(file, findings, verbose=False)
    if not old.profiles or not new.profiles:
        raise UsageError("there is nothing to compare on one of the sides")
    found = batch.differences(old.profiles, new.profiles)
    if options.to is None:
        sys.stdout.write(comparison_text(found, options.format))
    else:
        is_folder = any(path.is_dir() for path in options.paths)
        files = comparison_files(found, options.format, options.to, is_folder=is_folder)
        batch.write_files(files.items(), options.to if is_folder else options.to.absolute().parent)
    if old.findings or new.findings:
        return USAGE
    return CLEAN if found.are_none else FINDINGS
