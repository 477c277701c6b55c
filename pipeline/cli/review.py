"""`bcp review`: pages with source and data side by side."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from pipeline.cli.arguments import Commands, add_jobs, add_limits, limits_of, path_of
from pipeline.cli.exits import CLEAN, FINDINGS, interrupted_with
from pipeline.cli.printing import print_findings, tell
from pipeline.cli.progress import Progress
from pipeline.core.errors import UsageError


def add(commands: Commands) -> None:
    """The parser of the command."""
    parser = commands.add_parser("review", help="make pages to see the source beside the data")
    parser.add_argument("paths", nargs=1, type=path_of, metavar="DIR", help="what `convert` wrote")
    parser.add_argument(
        "--sources", action="append", type=path_of, metavar="PATH", help="where the sources are"
    )
    parser.add_argument("--to", type=path_of, metavar="DIR", help="default: DIR/review")
    add_jobs(parser)
    add_limits(parser, memory="700")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the pages, and tell which file to open; the exit code tells whether one is missing."""
    from pipeline import batch
    from pipeline.review import INDEX, check_target, entries_of, review, review_limits

    output = options.paths[0]
    entries = entries_of(output, options.sources or ())
    if not entries:
        raise UsageError(f"there are no profiles in {output}; run `bcp convert` first")
    target = options.to or output / "review"
    check_target(target)
    with (
        interrupted_with("the pages written so far are whole; the same command goes on"),
        batch.locked(target),
        Progress(len(entries), "drawing") as progress,
    ):
        made = review(
            entries,
            target,
            partial(_publish, target),
            options.jobs or batch.all_cores(),
            limits_of(options, review_limits()),
            progress.step,
        )
    for name, finding in made.findings.items():
        print_findings(name, [finding], verbose=True)
    missing = sum(1 for entry in entries if entry.source is None)
    if missing:
        tell(f"the sources of {missing} profiles were not found; name their folder with --sources")
    known = f" ({made.unchanged} unchanged)" if made.unchanged else ""
    tell(f"{len(entries)} profiles{known}: open {target / INDEX}")
    return FINDINGS if made.findings else CLEAN


def _publish(folder: Path, name: str, data: bytes | None) -> None:
    """Write a file, or remove the one that an earlier review made."""
    from pipeline import batch

    if data is None:
        (folder / name).unlink(missing_ok=True)
    else:
        batch.write_files([(name, data)], folder)
