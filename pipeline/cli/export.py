"""`bcp export`: another format of results that are there, without the sources."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pipeline.cli.arguments import Commands, add_base_uri
from pipeline.cli.exits import CLEAN, FINDINGS
from pipeline.cli.printing import print_findings
from pipeline.core.errors import UsageError


def add(commands: Commands) -> None:
    """The parser of the command."""
    parser = commands.add_parser("export", help="write results in other formats")
    parser.add_argument("format", metavar="NAME", help="a format; `bcp formats` lists them")
    parser.add_argument("paths", nargs=1, type=Path, metavar="DIR", help="what `convert` wrote")
    parser.add_argument("--to", type=Path, metavar="DIR", help="default: the same folder")
    parser.add_argument(
        "--previous", type=Path, metavar="DIR", help="earlier versions, for `replacedBy` links"
    )
    add_base_uri(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the format; the exit code tells whether profiles were left out."""
    from pipeline import batch
    from pipeline.writers.edition import Setting
    from pipeline.writers.order import order_of

    if options.format == "json":
        raise UsageError("json is what exports are made of; name another format")
    source, target = options.paths[0], options.to or options.paths[0]
    if target.is_file():
        raise UsageError(f"{target} is a file; name a folder for the results with --to")
    previous = batch.previous_versions(options.previous) if options.previous else {}
    order = order_of([options.format], Setting(options.base_uri or "", previous))
    done = batch.export(order, source, target)
    for file, findings in done.findings.items():
        print_findings(file, findings, verbose=True)
    count = len(done.profiles)
    print(f"{count} profiles, {len(done.files)} files written to {target}", file=sys.stderr)
    return FINDINGS if done.findings else CLEAN
