"""`bcp export`: another format of results that are there, without the sources."""

from __future__ import annotations

import argparse

from pipeline.cli.arguments import (
    Commands,
    add_base_uri,
    add_jobs,
    add_limits,
    means_of,
    path_of,
)
from pipeline.cli.exits import CLEAN, FINDINGS, interrupted_with
from pipeline.cli.printing import print_findings, tell
from pipeline.cli.progress import Progress
from pipeline.core.errors import UsageError


def add(commands: Commands) -> None:
    """The parser of the command."""
    parser = commands.add_parser("export", help="write results in other formats")
    parser.add_argument("format", metavar="NAME", help="a format; `bcp formats` lists them")
    parser.add_argument("paths", nargs=1, type=path_of, metavar="DIR", help="what `convert` wrote")
    parser.add_argument("--to", type=path_of, metavar="DIR", help="default: the same folder")
    parser.add_argument(
        "--previous", type=path_of, metavar="DIR", help="earlier versions, for `replacedBy` links"
    )
    add_base_uri(parser)
    parser.add_argument(
        "--force", action="store_true", help="make all anew, also over what was changed by hand"
    )
    add_jobs(parser)
    add_limits(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the format; the exit code tells whether profiles were left out."""
    from pipeline import batch
    from pipeline.writers.edition import Setting
    from pipeline.writers.order import order_of

    order_of([options.format])
    if options.format == "json":
        raise UsageError("json is what exports are made of; name another format")
    source, target = options.paths[0], options.to or options.paths[0]
    if target.is_file():
        raise UsageError(f"{target} is a file; name a folder for the results with --to")
    paths = batch.stored_files(source)
    earlier = batch.stored_files(options.previous) if options.previous else []
    with (
        interrupted_with("the files written so far are whole; the same command writes the others"),
        Progress(len(paths) + len(earlier), "exporting") as progress,
    ):
        means = means_of(options, progress.step)
        previous = batch.previous_versions(earlier, means)
        order = order_of([options.format], Setting(options.base_uri or "", previous.profiles))
        done = batch.export(order, paths, target, means, force=options.force)
    done.findings.update(previous.findings)
    for file, findings in done.findings.items():
        print_findings(file, findings, verbose=True)
    known = f", {done.unchanged} unchanged" if done.unchanged else ""
    tell(f"{done.profiles} profiles, {len(done.files)} files written to {target}{known}")
    return FINDINGS if done.findings else CLEAN
