"""`bcp review`: pages with source and data side by side."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pipeline.cli.arguments import Commands
from pipeline.cli.exits import CLEAN
from pipeline.core.errors import UsageError


def add(commands: Commands) -> None:
    """The parser of the command."""
    parser = commands.add_parser("review", help="make pages to see the source beside the data")
    parser.add_argument("paths", nargs=1, type=Path, metavar="DIR", help="what `convert` wrote")
    parser.add_argument(
        "--sources", action="append", type=Path, metavar="PATH", help="where the sources are"
    )
    parser.add_argument("--to", type=Path, metavar="DIR", help="default: DIR/review")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the pages, and tell which file to open."""
    from pipeline.batch import write_files
    from pipeline.review import review_files, reviewed_profiles

    output = options.paths[0]
    reviewed = reviewed_profiles(output, options.sources or ())
    if not reviewed:
        raise UsageError(f"there are no profiles in {output}; run `bcp convert` first")
    target = options.to or output / "review"
    write_files(review_files(reviewed), target)
    missing = sum(1 for one in reviewed if one.source is None)
    if missing:
        print(
            f"the sources of {missing} profiles were not found; name their folder with --sources",
            file=sys.stderr,
        )
    print(f"{len(reviewed)} profiles: open {target / 'index.html'}", file=sys.stderr)
    return CLEAN
